//! Names of properties, parameters and headers that hold secrets.

/// The suffixes of names of secrets, in lower case and without separators.
const ENDINGS: [&str; 13] = [
    "accesskey",
    "accesstoken",
    "apikey",
    "authtoken",
    "bearertoken",
    "idtoken",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "refreshtoken",
    "secret",
    "sessiontoken",
];

/// Names of secrets that are also the suffix of other names.
const NAMES: [&str; 6] = [
    "authorization",
    "cookie",
    "proxyauthorization",
    "pwd",
    "setcookie",
    "token",
];

/// Whether a property, parameter or header with this name is a secret: `password`, `clientSecret`, `X-Api-Key`.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let letters = || name.bytes().rev().filter(u8::is_ascii_alphanumeric);
    let has_ending = |ending: &str| {
        let mut letters = letters().map(|letter| letter.to_ascii_lowercase());
        ending
            .bytes()
            .rev()
            .all(|letter| letters.next() == Some(letter))
    };
    let is_whole = |whole: &str| letters().count() == whole.len() && has_ending(whole);
    NAMES.into_iter().any(is_whole) || ENDINGS.into_iter().any(has_ending)
}
