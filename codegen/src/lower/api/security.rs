//! Security schemes and requirements.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink, did_you_mean};
use crate::ir::{Docs, KeyLocation, OAuthFlow, Requirement, SchemeKind, SecurityScheme};
use crate::load::{self, Document, OAuthFlows, Requirements, SchemeType, keyword};
use crate::resolve::{self, bind};

/// The security of a document.
#[derive(Default)]
pub(super) struct Security {
    /// The declared schemes, by name.
    pub(super) schemes: IndexMap<String, SecurityScheme>,
    /// The names of schemes that are unknown because of an error that is reported.
    unknown: BTreeSet<String>,
    /// The requirements of operations without their own.
    global: Vec<Requirement>,
}

impl Security {
    pub(super) fn of(document: &Document, sink: &mut Sink) -> Self {
        let mut security = Self::default();
        let components = document.openapi().components();
        let declared = components.map(|it| it.security_schemes());
        for (name, node) in declared.unwrap_or_default() {
            let scheme = bind(document, &node);
            if let Some(scheme) = scheme.and_then(|it| scheme_of(&it, sink)) {
                security.schemes.insert(name.to_owned(), scheme);
            } else {
                security.unknown.insert(name.to_owned());
            }
        }
        let global = document.openapi().security();
        let at = Pointer::root().key(keyword::SECURITY);
        security.global = security.requirements(&global, &at, sink);
        security
    }

    /// The requirements of an operation.
    pub(super) fn of_operation(
        &self,
        operation: &resolve::Operation<'_>,
        sink: &mut Sink,
    ) -> Vec<Requirement> {
        let at = operation.node.at.key(keyword::SECURITY);
        match operation.node.security() {
            None => self.global.clone(),
            Some(own) => self.requirements(&own, &at, sink),
        }
    }

    /// Alternatives of schemes; one that names an undeclared scheme is reported and left out.
    fn requirements(
        &self,
        alternatives: &Requirements<'_>,
        at: &Pointer,
        sink: &mut Sink,
    ) -> Vec<Requirement> {
        let mut requirements = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let names = alternative.iter().map(|(name, _)| *name);
            let missing = names.clone().find(|name| !self.schemes.contains_key(*name));
            if let Some(name) = missing {
                if !self.unknown.contains(name) {
                    sink.report(self.undeclared(name, &at.index(index).key(name)));
                }
                continue;
            }
            let by_request = |name: &&str| self.schemes[*name].kind != SchemeKind::MutualTls;
            let names = names.filter(by_request).map(str::to_owned);
            requirements.push(Requirement(names.collect()));
        }
        requirements
    }

    fn undeclared(&self, name: &str, at: &Pointer) -> Diagnostic {
        let message = format!("the security scheme `{name}` is not declared");
        let known = did_you_mean(name, self.schemes.keys().map(String::as_str));
        let help = if known.is_empty() {
            "declare it; until then, requests are unauthenticated".to_owned()
        } else {
            known
        };
        Diagnostic::warning(Code::SecurityScheme, at, message).help(help)
    }
}

fn scheme_of(scheme: &load::SecurityScheme<'_>, sink: &mut Sink) -> Option<SecurityScheme> {
    let kind = kind(scheme, sink)?;
    let docs = Docs {
        description: scheme.description().map(str::to_owned),
        ..Docs::default()
    };
    Some(SecurityScheme { kind, docs })
}

/// How a scheme authenticates. `None` if it lacks what its type needs, which is reported.
fn kind(scheme: &load::SecurityScheme<'_>, sink: &mut Sink) -> Option<SchemeKind> {
    Some(match scheme.scheme_type()? {
        SchemeType::ApiKey => key(scheme, sink)?,
        SchemeType::Http => http(scheme.scheme()?, &scheme.at, sink),
        SchemeType::OAuth2 => SchemeKind::OAuth2(oauth(&scheme.flows()?)),
        SchemeType::OpenIdConnect => SchemeKind::OpenIdConnect {
            url: scheme.open_id_connect_url()?.to_owned(),
        },
    })
}

fn key(scheme: &load::SecurityScheme<'_>, sink: &mut Sink) -> Option<SchemeKind> {
    let name = scheme.name().filter(|name| !name.is_empty())?;
    let location = match scheme.location()? {
        load::KeyLocation::Query => KeyLocation::Query,
        load::KeyLocation::Header => KeyLocation::Header,
        load::KeyLocation::Cookie => KeyLocation::Cookie,
    };
    if location != KeyLocation::Query && !is_token(name) {
        let message = format!("`{name}` is not a valid name of a header or cookie");
        let at = scheme.at.key(keyword::NAME);
        sink.report(
            Diagnostic::warning(Code::SecurityScheme, &at, message)
                .help("correct the name; calls with this key fail"),
        );
    }
    let name = name.to_owned();
    Some(SchemeKind::ApiKey { location, name })
}

/// Names of HTTP authentication schemes are case-insensitive (RFC 9110, section 11.1).
fn http(scheme: &str, at: &Pointer, sink: &mut Sink) -> SchemeKind {
    match scheme.to_ascii_lowercase().as_str() {
        "basic" => SchemeKind::Basic,
        "bearer" => SchemeKind::Bearer,
        "digest" => SchemeKind::Digest,
        // `load` rewrites the type of OpenAPI 3.1.
        "mutualtls" => SchemeKind::MutualTls,
        _ => {
            let message = format!("the HTTP authentication scheme `{scheme}` is not supported");
            let help = "implement `Credentials` for it, or set the header";
            let at = at.key(keyword::SCHEME);
            sink.report(Diagnostic::warning(Code::SecurityScheme, at, message).help(help));
            SchemeKind::OtherHttp(scheme.to_owned())
        }
    }
}

fn oauth(flows: &OAuthFlows<'_>) -> Vec<OAuthFlow> {
    let credentials = flows.client_credentials();
    let token_url = credentials.and_then(|flow| flow.token_url());
    let mut all: Vec<_> = token_url
        .map(str::to_owned)
        .map(|token_url| OAuthFlow::ClientCredentials { token_url })
        .into_iter()
        .collect();
    let by_person = [
        flows.implicit(),
        flows.password(),
        flows.authorization_code(),
    ];
    if by_person.iter().any(Option::is_some) {
        let token_url = by_person.iter().flatten().find_map(refresh_url);
        let token_url = token_url.map(str::to_owned);
        all.push(OAuthFlow::Interactive { token_url });
    }
    all
}

/// The URL of the token endpoint that accepts refresh tokens. The default is the token endpoint of the flow.
fn refresh_url<'d>(flow: &load::OAuthFlow<'d>) -> Option<&'d str> {
    flow.refresh_url().or_else(|| flow.token_url())
}
