//! Security schemes and requirements.

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement};

use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::ir::{Docs, KeyLocation, OAuthFlow, Requirement, SchemeKind, SecurityScheme};
use crate::load::{Document, did_you_mean};
use crate::resolve::{self, bind};

/// The security of a document.
pub(super) struct Security {
    /// The declared schemes, by name.
    pub(super) schemes: IndexMap<String, SecurityScheme>,
    /// The requirements of operations without their own.
    global: Vec<Requirement>,
}

impl Security {
    pub(super) fn of(document: &Document, sink: &mut Sink) -> Self {
        let mut security = Self {
            schemes: schemes(document, sink),
            global: Vec::new(),
        };
        let global = document.head.security.as_deref().unwrap_or_default();
        security.global = security.requirements(global, &Pointer::root().key("security"), sink);
        security
    }

    /// The requirements of an operation.
    pub(super) fn of_operation(
        &self,
        operation: &resolve::Operation<'_>,
        sink: &mut Sink,
    ) -> Vec<Requirement> {
        match &operation.value.security {
            None => self.global.clone(),
            Some(own) => self.requirements(own, &operation.node.at.key("security"), sink),
        }
    }

    /// Alternatives of schemes; one that names an undeclared scheme is reported and left out.
    fn requirements(
        &self,
        alternatives: &[SecurityRequirement],
        at: &Pointer,
        sink: &mut Sink,
    ) -> Vec<Requirement> {
        let mut requirements = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let unknown = alternative
                .keys()
                .find(|name| !self.schemes.contains_key(*name));
            if let Some(name) = unknown {
                sink.report(self.undeclared(name, &at.index(index).key(name)));
                continue;
            }
            let by_request = |name: &&String| self.schemes[*name].kind != SchemeKind::MutualTls;
            let names = alternative.keys().filter(by_request).cloned();
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

fn schemes(document: &Document, sink: &mut Sink) -> IndexMap<String, SecurityScheme> {
    let mut schemes = IndexMap::new();
    for (name, node) in document.components("securitySchemes") {
        if let Some(bound) = bind(document, &node, sink) {
            let kind = scheme(&bound.value, &bound.node.at, sink);
            let description = bound.node.string("description");
            let docs = Docs {
                description,
                ..Docs::default()
            };
            schemes.insert(name.to_owned(), SecurityScheme { kind, docs });
        }
    }
    schemes
}

fn scheme(scheme: &openapiv3::SecurityScheme, at: &Pointer, sink: &mut Sink) -> SchemeKind {
    match scheme {
        openapiv3::SecurityScheme::APIKey { location, name, .. } => key(location, name, at, sink),
        openapiv3::SecurityScheme::HTTP { scheme, .. } => http(scheme, at, sink),
        openapiv3::SecurityScheme::OAuth2 { flows, .. } => SchemeKind::OAuth2(oauth(flows)),
        openapiv3::SecurityScheme::OpenIDConnect {
            open_id_connect_url,
            ..
        } => SchemeKind::OpenIdConnect {
            url: open_id_connect_url.clone(),
        },
    }
}

fn key(location: &APIKeyLocation, name: &str, at: &Pointer, sink: &mut Sink) -> SchemeKind {
    let location = match location {
        APIKeyLocation::Query => KeyLocation::Query,
        APIKeyLocation::Header => KeyLocation::Header,
        APIKeyLocation::Cookie => KeyLocation::Cookie,
    };
    if location != KeyLocation::Query && !is_token(name) {
        let message = format!("`{name}` is not a valid name of a header or cookie");
        let at = at.key("name");
        sink.report(
            Diagnostic::warning(Code::SecurityScheme, &at, message)
                .help("correct the name; calls with this key fail"),
        );
    }
    SchemeKind::ApiKey {
        location,
        name: name.to_owned(),
    }
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
            let at = at.key("scheme");
            sink.report(Diagnostic::warning(Code::SecurityScheme, at, message).help(help));
            SchemeKind::OtherHttp(scheme.to_owned())
        }
    }
}

fn oauth(flows: &OAuth2Flows) -> Vec<OAuthFlow> {
    let credentials = flows.client_credentials.as_ref();
    let by_person = [
        flows.implicit.is_some(),
        flows.password.is_some(),
        flows.authorization_code.is_some(),
    ];
    let mut all: Vec<OAuthFlow> = credentials
        .map(|flow| OAuthFlow::ClientCredentials {
            token_url: flow.token_url.clone(),
        })
        .into_iter()
        .collect();
    if by_person.contains(&true) {
        all.push(OAuthFlow::Interactive);
    }
    all
}
