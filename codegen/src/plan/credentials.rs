//! How examples authenticate.

use super::model::{Model, NamedOperation};
use crate::ir::{OAuthFlow, Requirement, SchemeKind};

/// Where an example gets its credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// It needs none.
    None,
    /// From the variables that `Client::from_env` reads.
    Environment,
    /// From a token that the caller has.
    Token,
}

impl Model<'_> {
    /// How an operation is authenticated; `None` if the crate has no credentials for it.
    pub(super) fn authentication(&self, operation: NamedOperation<'_>) -> Option<Authentication> {
        let alternatives = &operation.def.security;
        let is_anonymous = |Requirement(schemes): &Requirement| schemes.is_empty();
        let any_is = |serves: fn(&SchemeKind) -> bool| {
            let served = |name: &String| {
                let scheme = self.api.security_schemes.get(name);
                scheme.is_some_and(|scheme| serves(&scheme.kind))
            };
            let mut named = alternatives.iter().filter(|it| !is_anonymous(it));
            named.any(|Requirement(schemes)| schemes.iter().all(served))
        };
        let needs_none = alternatives.is_empty() || alternatives.iter().any(is_anonymous);
        if self.options.environment.is_some() && any_is(|kind| pair(kind).is_some()) {
            Some(Authentication::Environment)
        } else if any_is(takes_token) {
            Some(Authentication::Token)
        } else {
            needs_none.then_some(Authentication::None)
        }
    }

    /// The variable from which a program reads a token.
    pub(super) fn token_variable(&self) -> String {
        self.variable("ACCESS_TOKEN")
    }

    /// The variable from which a program reads the base URL, if the document has none.
    pub(super) fn base_url_variable(&self) -> String {
        self.variable("BASE_URL")
    }

    fn variable(&self, name: &str) -> String {
        match &self.options.environment {
            Some(environment) => format!("{}_{name}", environment.prefix),
            None => name.to_owned(),
        }
    }

    /// The pairs of variables that `Client::from_env` reads for these schemes.
    pub(super) fn variables<'s>(
        &self,
        kinds: impl Iterator<Item = &'s SchemeKind>,
    ) -> Vec<[String; 2]> {
        let Some(environment) = &self.options.environment else {
            return Vec::new();
        };
        let named = |name: &str| format!("{}_{name}", environment.prefix);
        kinds
            .filter_map(pair)
            .map(|names| names.map(named))
            .collect()
    }
}

/// The pair of variables, without their prefix, that makes credentials for a scheme.
fn pair(kind: &SchemeKind) -> Option<[&'static str; 2]> {
    let issues = |flow: &OAuthFlow| matches!(flow, OAuthFlow::ClientCredentials { .. });
    match kind {
        SchemeKind::OAuth2(flows) if flows.iter().any(issues) => {
            Some(["CLIENT_ID", "CLIENT_SECRET"])
        }
        SchemeKind::Digest => Some(["PUBLIC_KEY", "PRIVATE_KEY"]),
        _ => None,
    }
}

fn takes_token(kind: &SchemeKind) -> bool {
    matches!(
        kind,
        SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect { .. }
    )
}
