//! Where clients and examples get their credentials.

use std::borrow::Cow;

use super::client::Client;
use super::model::{Model, NamedOperation};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::ir::{OAuthFlow, Requirement, SchemeKind, SecurityScheme};
use crate::parts::{self, Part};

/// Where an example gets its credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// It needs none.
    None,
    /// From the variables that `Client::from_env` reads.
    Environment,
}

/// The environment variables that configure a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment<'a> {
    /// The prefix of their names.
    pub prefix: &'a str,
    /// The variables of the security schemes, any of which will do.
    pub credentials: Vec<SchemeVariables<'a>>,
    /// How access granted by users is refreshed.
    pub renewal: Renewal,
}

/// How access granted by users is refreshed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// No scheme has such access.
    None,
    /// By a refresh token.
    RefreshToken,
}

/// The environment variables with the credentials of a security scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeVariables<'a> {
    /// The name of the scheme.
    pub scheme: &'a str,
    /// Their names without the prefix.
    pub names: Vec<Cow<'a, str>>,
    /// The part of the runtime that creates the credentials.
    pub part: &'static Part,
}

impl Environment<'_> {
    /// The full name of a variable.
    #[must_use]
    pub fn full_name(&self, name: &str) -> String {
        full_name(self.prefix, name)
    }

    /// Only the variables of some schemes.
    fn of_schemes(mut self, is_meant: impl Fn(&str) -> bool) -> Self {
        self.credentials.retain(|it| is_meant(it.scheme));
        self
    }
}

impl<'a> Model<'a> {
    /// How an operation is authenticated; `None` if the crate has no credentials for it.
    pub(super) fn authentication(&self, operation: NamedOperation<'_>) -> Option<Authentication> {
        let alternatives = &operation.def.security;
        let is_served = |name: &String| {
            let scheme = self.api.security_schemes.get(name);
            scheme.is_some_and(|scheme| source(&scheme.kind).is_some())
        };
        let is_served = |Requirement(schemes): &Requirement| {
            !schemes.is_empty() && schemes.iter().all(is_served)
        };
        let is_anonymous = |Requirement(schemes): &Requirement| schemes.is_empty();
        if alternatives.iter().any(is_served) {
            return Some(Authentication::Environment);
        }
        let needs_none = alternatives.is_empty() || alternatives.iter().any(is_anonymous);
        needs_none.then_some(Authentication::None)
    }

    /// The variable from which a client reads the base URL.
    pub(super) fn base_url_variable(&self) -> String {
        full_name(self.prefix(), "BASE_URL")
    }

    /// The variables that `Client::from_env` reads, if it has credentials for a security scheme.
    pub(super) fn environment(&self) -> Option<Environment<'a>> {
        Client::of(self).some(())?;
        let mut credentials: Vec<SchemeVariables<'a>> = Vec::new();
        let schemes = self.api.security_schemes.iter().zip(&self.names.schemes);
        for ((name, scheme), named) in schemes {
            let Some(source) = source(&scheme.kind) else {
                continue;
            };
            let Some(part) = parts::get(source.part()) else {
                continue;
            };
            let names = self.names_of(name, named, source);
            // Two schemes that take a token take the same one.
            let is_same = |it: &SchemeVariables<'_>| it.part == part && it.names == names;
            if !credentials.iter().any(is_same) {
                credentials.push(SchemeVariables {
                    scheme: name,
                    names,
                    part,
                });
            }
        }
        (!credentials.is_empty()).then(|| Environment {
            prefix: self.prefix(),
            credentials,
            renewal: self.renewal(),
        })
    }

    fn renewal(&self) -> Renewal {
        let mut schemes = self.api.security_schemes.values();
        if schemes.any(takes_refresh_tokens) {
            Renewal::RefreshToken
        } else {
            Renewal::None
        }
    }

    /// Those among them that an operation accepts.
    pub(super) fn environment_of(&self, operation: NamedOperation<'a>) -> Option<Environment<'a>> {
        let schemes = operation.def.security.iter().flat_map(|it| &it.0);
        let named: Vec<&String> = schemes.collect();
        let environment = self.environment()?;
        Some(environment.of_schemes(|scheme| named.iter().any(|it| *it == scheme)))
    }

    fn prefix(&self) -> &'a str {
        let prefix = self.options.environment.prefix.as_deref();
        prefix.unwrap_or_default()
    }

    /// The names of the variables of a scheme: those in the settings, or the usual ones. Several API keys are told apart by
    /// the names of their schemes.
    fn names_of(&self, scheme: &str, named: &'a str, source: Source) -> Vec<Cow<'a, str>> {
        if let Some(given) = self.options.environment.variables.get(scheme) {
            return given.iter().map(|it| it.as_str().into()).collect();
        }
        let schemes = self.api.security_schemes.values();
        let mut keys = schemes.filter(|it| source_is_key(&it.kind));
        if source == Source::ApiKey && keys.nth(1).is_some() {
            return vec![named.into()];
        }
        source.names().iter().map(|it| (*it).into()).collect()
    }
}

/// Reports variables in the settings that no credentials need.
pub(super) fn check(model: &Model<'_>, sink: &mut Sink) {
    let schemes = &model.api.security_schemes;
    for (scheme, names) in &model.options.environment.variables {
        let (message, help) = match schemes.get(scheme).map(|it| source(&it.kind)) {
            None => (
                format!(
                    "`[environment.variables]` names `{scheme}`, which is not a security scheme of an operation"
                ),
                did_you_mean(scheme, schemes.keys().map(String::as_str)),
            ),
            Some(None) => (
                format!(
                    "`[environment.variables]` names `{scheme}`, for which the client has no credentials"
                ),
                "remove it".to_owned(),
            ),
            Some(Some(source)) if source.names().len() != names.len() => (
                format!(
                    "`{scheme}` has {} environment variables in the settings",
                    names.len()
                ),
                format!(
                    "name {}, which replace {}",
                    source.names().len(),
                    source.names().join(" and ")
                ),
            ),
            Some(Some(_)) => continue,
        };
        let at = Location::Key(Pointer::root().key("components").key("securitySchemes"));
        sink.report(Diagnostic::error(Code::Config, at, message).help(help));
    }
}

fn full_name(prefix: &str, name: &str) -> String {
    format!("{prefix}_{name}")
}

/// The kind of credentials for a security scheme.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Basic,
    Digest,
    Token,
    ApiKey,
    Client,
}

impl Source {
    /// The usual names of the variables.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Basic | Self::Digest => &["USERNAME", "PASSWORD"],
            Self::Token => &["TOKEN"],
            Self::ApiKey => &["API_KEY"],
            Self::Client => &["CLIENT_ID", "CLIENT_SECRET"],
        }
    }

    /// The part of the runtime that creates the credentials.
    fn part(self) -> &'static str {
        match self {
            Self::Basic => "auth/environment_basic.rs",
            Self::Digest => "auth/environment_digest.rs",
            Self::Token => "auth/environment_bearer.rs",
            Self::ApiKey => "auth/environment_api_key.rs",
            Self::Client => "auth/environment_client.rs",
        }
    }
}

/// The credentials for a scheme, if the crate has any.
fn source(kind: &SchemeKind) -> Option<Source> {
    let issues = |flow: &OAuthFlow| matches!(flow, OAuthFlow::ClientCredentials { .. });
    match kind {
        SchemeKind::Basic => Some(Source::Basic),
        SchemeKind::Digest => Some(Source::Digest),
        SchemeKind::ApiKey { .. } => Some(Source::ApiKey),
        SchemeKind::OAuth2(flows) if flows.iter().any(issues) => Some(Source::Client),
        SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect { .. } => {
            Some(Source::Token)
        }
        SchemeKind::OtherHttp(_) | SchemeKind::MutualTls => None,
    }
}

/// Whether users grant access to a scheme, and the client can refresh it.
fn takes_refresh_tokens(scheme: &SecurityScheme) -> bool {
    match &scheme.kind {
        SchemeKind::OpenIdConnect { .. } => true,
        SchemeKind::OAuth2(flows) => {
            let has_url =
                |flow: &OAuthFlow| matches!(flow, OAuthFlow::Interactive { token_url: Some(_) });
            source(&scheme.kind) == Some(Source::Token) || flows.iter().any(has_url)
        }
        _ => false,
    }
}

fn source_is_key(kind: &SchemeKind) -> bool {
    source(kind) == Some(Source::ApiKey)
}
