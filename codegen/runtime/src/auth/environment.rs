//! Configuration from environment variables.

use std::sync::Arc;

use super::credentials::Credentials;
use crate::client::builder::ClientBuilder;
use crate::client::handle::Client;
use crate::constants::ENVIRONMENT;
use crate::error::call_error::Error;

/// Looks up a variable.
pub(crate) type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The environment variables that configure a client.
pub(crate) struct Environment {
    /// The prefix of all names.
    pub(crate) prefix: &'static str,
    /// The variables of credentials.
    pub(crate) credentials: &'static [Variables],
}

/// The variables that form the credentials of a security scheme.
pub(crate) struct Variables {
    /// The name of the security scheme.
    pub(crate) scheme: &'static str,
    /// Their names without the prefix.
    pub(crate) names: &'static [&'static str],
    pub(crate) create: Create,
}

/// Creates credentials from the name of the scheme and the values of the variables.
pub(crate) type Create = fn(&'static str, Vec<String>) -> Option<Arc<dyn Credentials>>;

impl Variables {
    fn full_names(&self) -> Vec<String> {
        self.names.iter().map(|name| full_name(name)).collect()
    }
}

/// The full name of a variable.
fn full_name(name: &str) -> String {
    [ENVIRONMENT.prefix, "_", name].concat()
}

/// The credentials of all schemes whose variables are set. An empty variable counts as unset.
fn credentials(lookup: Lookup<'_>) -> Result<Option<Arc<dyn Credentials>>, String> {
    let mut found = Vec::new();
    for variables in ENVIRONMENT.credentials {
        let names = variables.full_names();
        let is_set = |name: &&String| lookup(name).is_some_and(|value| !value.is_empty());
        let (set, unset): (Vec<_>, Vec<_>) = names.iter().partition(is_set);
        match (set.first(), unset.first()) {
            (Some(set), Some(missing)) => return Err(partial(set, missing)),
            (Some(_), None) => {
                let values = names.iter().filter_map(|name| lookup(name)).collect();
                found.extend((variables.create)(variables.scheme, values));
            }
            (None, _) => {}
        }
    }
    if found.len() > 1 {
        return Ok(Some(Arc::new(found)));
    }
    Ok(found.pop())
}

fn partial(set: &str, missing: &str) -> String {
    format!("the environment variable {missing} is not set, and {set} needs it")
}

/// The error if no variables are set.
fn missing() -> String {
    let mut alternatives: Vec<String> = Vec::new();
    for variables in ENVIRONMENT.credentials {
        let names = variables.full_names().join(" and ");
        // Two schemes may take the same variables.
        if !alternatives.contains(&names) {
            alternatives.push(names);
        }
    }
    let alternatives = alternatives.join(", or ");
    format!("there are no credentials in the environment; set {alternatives}")
}

impl Client {
    /// Creates a client with the base URL and the credentials from the environment. `PREFIX` is the prefix of the API;
    /// the client reads those of these variables that the API can use:
    ///
    /// - `PREFIX_API_KEY` for an API key,
    /// - `PREFIX_TOKEN` for a bearer token, or an access token of OAuth 2.0,
    /// - `PREFIX_USERNAME` and `PREFIX_PASSWORD` for HTTP Basic or Digest,
    /// - `PREFIX_CLIENT_ID` and `PREFIX_CLIENT_SECRET` for client credentials of OAuth 2.0,
    /// - `PREFIX_BASE_URL`, which is optional.
    ///
    /// The documentation of the crate has the exact names. If the variables of several security schemes are set, each
    /// operation uses those that it accepts.
    ///
    /// # Errors
    ///
    /// If no credentials are set, or only one of two variables: the error names those that are missing. Also as
    /// [`ClientBuilder::build`](crate::ClientBuilder::build).
    pub fn from_env() -> Result<Self, Error> {
        Self::from_variables(&|name| std::env::var(name).ok())
    }

    pub(crate) fn from_variables(lookup: Lookup<'_>) -> Result<Self, Error> {
        let client = Self::builder().with_variables(lookup).build()?;
        if client.parts().credentials.is_some() {
            Ok(client)
        } else {
            Err(Error::environment("client", missing()))
        }
    }
}

impl ClientBuilder {
    /// Reads everything that is unset from environment variables: the base URL and the credentials, from the variables
    /// of [`Client::from_env`]. An empty variable counts as unset.
    pub fn with_environment(self) -> Self {
        self.with_variables(&|name| std::env::var(name).ok())
    }

    pub(crate) fn with_variables(mut self, lookup: Lookup<'_>) -> Self {
        if self.base_url.is_none() {
            let url = lookup(&full_name("BASE_URL"));
            self.base_url = url.filter(|url| !url.is_empty());
        }
        if self.credentials.is_none() {
            self.credentials = credentials(lookup).transpose();
        }
        self
    }
}
