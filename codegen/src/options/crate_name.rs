//! Rules for the name of the client crate.

use crate::{keyword, parts};

/// The default name.
pub(super) const FALLBACK: &str = "api-client";

/// The maximum length of a name: Cargo derives file names from it, which have at most 255 bytes.
const LONGEST: usize = 120;

/// The maximum length of a name derived from a title, which is the limit of crates.io.
const LONGEST_OF_TITLE: usize = 64;

/// Crates that are part of the Rust distribution.
const SYSROOT: &[&str] = &["alloc", "core", "proc_macro", "std", "test"];

/// Modules of the client that its examples import.
const MODULES: &[&str] = &["api", "types"];

/// Additional dependencies of the examples.
const EXAMPLES: &[&str] = &["tokio"];

/// Checks that Cargo accepts the name of a crate, and that code can refer to the crate by it.
///
/// # Errors
///
/// The reason, for a diagnostic.
pub fn check(name: &str) -> Result<(), String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(is_part) {
        let rule = "a crate's name is letters, digits, `-` and `_`, with a letter in front";
        return Err(rule.to_owned());
    }
    if name.len() > LONGEST {
        return Err(format!("a crate's name has at most {LONGEST} characters"));
    }
    match taken(&library(name)) {
        Some(reason) => Err(format!(
            "a crate cannot be named `{name}`: that is {reason}"
        )),
        None => Ok(()),
    }
}

/// The name by which Rust code refers to the crate.
pub(super) fn library(name: &str) -> String {
    name.replace('-', "_")
}

/// The item that has the name already, ignoring case.
fn taken(library: &str) -> Option<&'static str> {
    let library = library.to_ascii_lowercase();
    let library = library.as_str();
    if keyword::is_keyword(library) {
        Some("a keyword of Rust")
    } else if SYSROOT.contains(&library) {
        Some("a crate of Rust itself")
    } else if EXAMPLES.contains(&library) || parts::crate_names().any(|name| name == library) {
        Some("a dependency of the client")
    } else if MODULES.contains(&library) {
        Some("a module that the examples of the client import")
    } else {
        None
    }
}

/// The ASCII letters and digits of the title, in lower case, separated by words and truncated. Cargo requires a letter
/// at the start.
pub(super) fn of_title(title: &str) -> String {
    let words: Vec<String> = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let name = match words.first() {
        None => FALLBACK.to_owned(),
        Some(word) if word.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("api-{}", short(&words))
        }
        Some(_) if words.len() == 1 => format!("{}-client", short(&words)),
        Some(_) => short(&words),
    };
    match check(&name) {
        Ok(()) => name,
        Err(_) => format!("{name}-client"),
    }
}

/// Words at the end of a name that say nothing about the API.
const GENERIC: &[&str] = &[
    "api", "client", "rest", "rs", "rust", "sdk", "v1", "v2", "v3",
];

/// The prefix of environment variables: the name without generic words at its end and version numbers.
pub(super) fn prefix(name: &str) -> String {
    let words: Vec<&str> = name.split(['-', '_']).collect();
    let telling = words.iter().rposition(|word| !GENERIC.contains(word));
    let kept = telling.map_or(words.as_slice(), |last| &words[..=last]);
    kept.join("_").to_ascii_uppercase()
}

/// As many words as fit into a name together with a suffix, but at least the start of the first.
fn short(words: &[String]) -> String {
    const LENGTH: usize = LONGEST_OF_TITLE - "-client".len();
    let mut name = String::new();
    for word in words {
        if !name.is_empty() && name.len() + 1 + word.len() > LENGTH {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name.truncate(LENGTH);
    name
}

#[cfg(test)]
mod tests {
    use super::{check, of_title, prefix};
    use crate::Options;
    use crate::diagnostic::{Code, Location};

    #[test]
    fn names_in_use_are_not_names_of_crates() {
        for name in [
            "fn",
            "self",
            "Self",
            "crate",
            "gen",
            "try",
            "core",
            "std",
            "alloc",
            "test",
            "proc-macro",
            "reqwest",
            "serde_json",
            "serde-json",
            "http",
            "tokio",
            "api",
            "types",
            "",
            "1a",
            "_a",
            "a b",
            "größe",
            "a\0",
        ] {
            assert!(check(name).is_err(), "{name:?}");
        }
        for name in [
            "a",
            "pets",
            "http-client",
            "my_api",
            "selfish",
            &"x".repeat(120),
        ] {
            assert_eq!(check(name), Ok(()), "{name:?}");
        }
        assert!(check(&"x".repeat(121)).is_err());
        let reason = "a crate cannot be named `reqwest`: that is a dependency of the client";
        assert_eq!(check("reqwest"), Err(reason.to_owned()));
    }

    #[test]
    fn variables_begin_with_the_name_of_the_product() {
        for (name, expected) in [
            ("stripe-api", "STRIPE"),
            ("openai-api-client", "OPENAI"),
            ("github-v3-rest-api", "GITHUB"),
            ("atlas-private-endpoints", "ATLAS_PRIVATE_ENDPOINTS"),
            ("api-client", "API_CLIENT"),
            ("pets_client", "PETS"),
        ] {
            assert_eq!(prefix(name), expected, "{name}");
        }
    }

    #[test]
    fn a_refused_name_in_the_settings_has_a_place() {
        let error = Options::parse("[crate]\nname = \"fn\"\n").unwrap_err();
        assert_eq!(error.code, Code::Config);
        assert_eq!(error.location, Location::Offset(15));
        assert_eq!(
            error.message,
            "a crate cannot be named `fn`: that is a keyword of Rust"
        );
    }

    #[test]
    fn every_title_gives_a_valid_crate_name() {
        let long = "very long ".repeat(30);
        for (title, name) in [
            ("Pet store", "pet-store"),
            ("Pets", "pets-client"),
            ("3 pets", "api-3-pets"),
            ("日本", "api-client"),
            ("", "api-client"),
            ("a\0b\u{2028}c", "a-b-c"),
            ("proc macro", "proc-macro-client"),
            ("Serde JSON", "serde-json-client"),
            ("fn", "fn-client"),
            (
                long.as_str(),
                "very-long-very-long-very-long-very-long-very-long-very",
            ),
        ] {
            assert_eq!(of_title(title), name);
            assert_eq!(check(name), Ok(()));
        }
        assert_eq!(check(&of_title(&"x".repeat(300))), Ok(()));
        assert_eq!(check(&of_title(&"9".repeat(300))), Ok(()));
    }
}
