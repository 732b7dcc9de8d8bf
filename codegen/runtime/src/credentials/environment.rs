//! Credentials from environment variables.

use std::sync::Arc;

use super::{ClientCredentials, Credentials, DigestCredentials};
use crate::client::Client;
use crate::constants::DOCUMENT;
use crate::document::SecurityKind;
use crate::error::Error;

/// What looks a variable up.
pub(crate) type Variables<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Two variables, without the prefix of the API, that make credentials.
struct Pair {
    names: [&'static str; 2],
    serves: fn(SecurityKind) -> bool,
    make: fn(String, String) -> Arc<dyn Credentials>,
}

static PAIRS: [Pair; 2] = [
    Pair {
        names: ["CLIENT_ID", "CLIENT_SECRET"],
        serves: |kind| matches!(kind, SecurityKind::OAuth2ClientCredentials { .. }),
        make: |id, secret| Arc::new(ClientCredentials::new(id, secret)),
    },
    Pair {
        names: ["PUBLIC_KEY", "PRIVATE_KEY"],
        serves: |kind| kind == SecurityKind::HttpDigest,
        make: |username, password| Arc::new(DigestCredentials::new(username, password)),
    },
];

/// The pairs that the document has a use for.
fn pairs() -> impl Iterator<Item = &'static Pair> {
    let schemes = DOCUMENT.security_schemes;
    let is_used = |pair: &&Pair| schemes.iter().any(|scheme| (pair.serves)(scheme.kind));
    PAIRS.iter().filter(is_used)
}

/// The whole name of a variable of the API.
pub(crate) fn name(prefix: &str, name: &str) -> String {
    [prefix, "_", name].concat()
}

/// The credentials of all pairs that are set. An empty variable counts as not set.
pub(crate) fn credentials(variable: Variables<'_>) -> Result<Option<Arc<dyn Credentials>>, String> {
    let Some(prefix) = DOCUMENT.environment else {
        return Ok(None);
    };
    let mut found = Vec::new();
    for pair in pairs() {
        let names = pair.names.map(|it| name(prefix, it));
        let [first, second] = &names;
        let values = [first, second].map(|it| variable(it).filter(|value| !value.is_empty()));
        match values {
            [Some(id), Some(secret)] => found.push((pair.make)(id, secret)),
            [Some(_), None] => return Err(half(first, second)),
            [None, Some(_)] => return Err(half(second, first)),
            [None, None] => {}
        }
    }
    if found.len() > 1 {
        return Ok(Some(Arc::new(found)));
    }
    Ok(found.pop())
}

fn half(set: &str, missing: &str) -> String {
    format!("the environment variable {missing} is not set, and {set} needs it")
}

/// What to set, when nothing is.
fn missing() -> String {
    let Some(prefix) = DOCUMENT.environment else {
        return "the API has no environment variables".to_owned();
    };
    let pairs: Vec<_> = pairs()
        .map(|pair| pair.names.map(|it| name(prefix, it)).join(" and "))
        .collect();
    let pairs = pairs.join(", or ");
    format!("there are no credentials in the environment; set {pairs}")
}

impl Client {
    /// A client with the base URL and credentials of the environment. Where `PREFIX` is that of the
    /// API, these are the variables, as far as the API has a use for them:
    ///
    /// - `PREFIX_CLIENT_ID` and `PREFIX_CLIENT_SECRET` for [`ClientCredentials`],
    /// - `PREFIX_PUBLIC_KEY` and `PREFIX_PRIVATE_KEY` for [`DigestCredentials`],
    /// - `PREFIX_BASE_URL`, which is optional.
    ///
    /// With both pairs, each operation uses the one that it takes.
    ///
    /// # Errors
    ///
    /// When there are no credentials or half of them: the error names what is missing. Also as
    /// [`ClientBuilder::build`](crate::ClientBuilder::build).
    pub fn from_env() -> Result<Self, Error> {
        Self::from_variables(&|name| std::env::var(name).ok())
    }

    pub(crate) fn from_variables(variable: Variables<'_>) -> Result<Self, Error> {
        let client = Self::builder().with_variables(variable).build()?;
        if client.credentials().is_some() {
            Ok(client)
        } else {
            Err(Error::invalid("client", missing()))
        }
    }
}
