//! Ways to authenticate.

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement};

use super::Lowerer;
use super::body::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{Docs, KeyLocation, OAuthFlow, Requirement, SchemeKind, SecurityScheme};
use crate::load::did_you_mean;
use crate::resolve::bind;

pub(super) type Schemes = IndexMap<String, SecurityScheme>;

impl Lowerer<'_, '_> {
    /// All schemes that the document declares.
    pub(super) fn security_schemes(&mut self) -> Schemes {
        let mut schemes = Schemes::new();
        for (name, node) in self.document.components("securitySchemes") {
            if let Some(bound) = bind(self.document, &node, self.sink) {
                let kind = self.scheme(&bound.value, &bound.node.at);
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

    fn scheme(&mut self, scheme: &openapiv3::SecurityScheme, at: &Pointer) -> SchemeKind {
        match scheme {
            openapiv3::SecurityScheme::APIKey { location, name, .. } => {
                self.key(location, name, at)
            }
            openapiv3::SecurityScheme::HTTP { scheme, .. } => self.http(scheme, at),
            openapiv3::SecurityScheme::OAuth2 { flows, .. } => SchemeKind::OAuth2(oauth(flows)),
            openapiv3::SecurityScheme::OpenIDConnect {
                open_id_connect_url,
                ..
            } => SchemeKind::OpenIdConnect {
                url: open_id_connect_url.clone(),
            },
        }
    }

    fn key(&mut self, location: &APIKeyLocation, name: &str, at: &Pointer) -> SchemeKind {
        let location = match location {
            APIKeyLocation::Query => KeyLocation::Query,
            APIKeyLocation::Header => KeyLocation::Header,
            APIKeyLocation::Cookie => KeyLocation::Cookie,
        };
        if location != KeyLocation::Query && !is_token(name) {
            let message = format!("`{name}` is not a valid name of a header or cookie");
            let at = at.key("name");
            self.sink.report(
                Diagnostic::warning(Code::SecurityScheme, &at, message)
                    .help("correct the name; calls with this key fail"),
            );
        }
        SchemeKind::ApiKey {
            location,
            name: name.to_owned(),
        }
    }

    /// Names of HTTP authentication schemes have no case (RFC 9110, section 11.1).
    fn http(&mut self, scheme: &str, at: &Pointer) -> SchemeKind {
        match scheme.to_ascii_lowercase().as_str() {
            "basic" => SchemeKind::Basic,
            "bearer" => SchemeKind::Bearer,
            "digest" => SchemeKind::Digest,
            // What `load` makes of OpenAPI 3.1.
            "mutualtls" => SchemeKind::MutualTls,
            _ => {
                let message = format!("the HTTP authentication scheme `{scheme}` is not supported");
                let help = "implement `Credentials` for it, or set the header";
                self.sink.report(
                    Diagnostic::warning(Code::SecurityScheme, at.key("scheme"), message).help(help),
                );
                SchemeKind::OtherHttp(scheme.to_owned())
            }
        }
    }

    /// What operations need that say nothing else.
    pub(super) fn global_security(&mut self, schemes: &Schemes) -> Vec<Requirement> {
        let global = self.document.head.security.clone().unwrap_or_default();
        self.requirements(&global, &Pointer::root().key("security"), schemes)
    }

    /// Alternatives of schemes; one that names an undeclared scheme is reported and left out.
    pub(super) fn requirements(
        &mut self,
        alternatives: &[SecurityRequirement],
        at: &Pointer,
        schemes: &Schemes,
    ) -> Vec<Requirement> {
        let mut requirements = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let unknown = alternative.keys().find(|name| !schemes.contains_key(*name));
            match unknown {
                None => {
                    let by_request = |name: &&String| schemes[*name].kind != SchemeKind::MutualTls;
                    let names = alternative.keys().filter(by_request).cloned();
                    requirements.push(Requirement(names.collect()));
                }
                Some(name) => {
                    let message = format!("the security scheme `{name}` is not declared");
                    let known = did_you_mean(name, schemes.keys().map(String::as_str));
                    let help = if known.is_empty() {
                        "declare it; until then, requests are unauthenticated".to_owned()
                    } else {
                        known
                    };
                    let place = at.index(index).key(name);
                    self.sink.report(
                        Diagnostic::warning(Code::SecurityScheme, &place, message).help(help),
                    );
                }
            }
        }
        requirements
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
