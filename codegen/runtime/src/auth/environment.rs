//! Configuration from environment variables.

use std::sync::Arc;

use super::credentials::Credentials;
use crate::client::builder::ClientBuilder;
use crate::client::handle::Client;
use crate::constants::ENVIRONMENT;
use crate::error::call_error::Error;

/// Looks up a variable.
pub(crate) type Variables<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The environment variables that configure a client.
pub(crate) struct Environment {
    /// The prefix of all names.
    pub(crate) prefix: &'static str,
    /// The variables of credentials.
    pub(crate) pairs: &'static [&'static Pair],
}

/// Two variables that form credentials.
pub(crate) struct Pair {
    /// The names without the prefix.
    pub(crate) names: [&'static str; 2],
    pub(crate) create: fn(String, String) -> Arc<dyn Credentials>,
}

/// The full name of a variable.
fn full_name(name: &str) -> String {
    [ENVIRONMENT.prefix, "_", name].concat()
}

/// The credentials of all pairs that are set. An empty variable counts as unset.
fn credentials(variable: Variables<'_>) -> Result<Option<Arc<dyn Credentials>>, String> {
    let mut found = Vec::new();
    for pair in ENVIRONMENT.pairs {
        let names = pair.names.map(full_name);
        let [first, second] = &names;
        let values = [first, second].map(|it| variable(it).filter(|value| !value.is_empty()));
        match values {
            [Some(id), Some(secret)] => found.push((pair.create)(id, secret)),
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

/// The error if no pair is set.
fn missing() -> String {
    let pairs = ENVIRONMENT.pairs.iter();
    let pairs: Vec<_> = pairs
        .map(|pair| pair.names.map(full_name).join(" and "))
        .collect();
    let pairs = pairs.join(", or ");
    format!("there are no credentials in the environment; set {pairs}")
}

impl Client {
    /// Creates a client with the base URL and the credentials from the environment. `PREFIX` is the prefix of the API;
    /// the client reads those of these variables that the API can use:
    ///
    /// - `PREFIX_CLIENT_ID` and `PREFIX_CLIENT_SECRET` for client credentials of OAuth 2.0,
    /// - `PREFIX_PUBLIC_KEY` and `PREFIX_PRIVATE_KEY` for HTTP Digest,
    /// - `PREFIX_BASE_URL`, which is optional.
    ///
    /// If both pairs are set, each operation uses the one that it accepts.
    ///
    /// # Errors
    ///
    /// If no pair is set or only one of a pair of variables: the error names the missing one. Also as
    /// [`ClientBuilder::build`](crate::ClientBuilder::build).
    pub fn from_env() -> Result<Self, Error> {
        Self::from_variables(&|name| std::env::var(name).ok())
    }

    pub(crate) fn from_variables(variable: Variables<'_>) -> Result<Self, Error> {
        let client = Self::builder().with_variables(variable).build()?;
        if client.parts().credentials.is_some() {
            Ok(client)
        } else {
            Err(Error::invalid("client", missing()))
        }
    }
}

impl ClientBuilder {
    /// Reads everything that is unset from environment variables: the base URL and the credentials, from the variables
    /// of [`Client::from_env`]. An empty variable counts as unset.
    pub fn with_environment(self) -> Self {
        self.with_variables(&|name| std::env::var(name).ok())
    }

    pub(crate) fn with_variables(mut self, variable: Variables<'_>) -> Self {
        if self.base_url.is_none() {
            let url = variable(&full_name("BASE_URL"));
            self.base_url = url.filter(|url| !url.is_empty());
        }
        if self.credentials.is_none() {
            self.credentials = credentials(variable).transpose();
        }
        self
    }
}
