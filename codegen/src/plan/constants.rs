//! `src/constants.rs`: what the runtime has to know about the document.

use super::condition::Condition;
use super::credentials::Environment;
use super::errors::{self, Errors};
use super::model::Model;
use crate::ir::{KeyLocation, OAuthFlow, SchemeKind, Server};
use crate::options::EnvelopeOptions;

/// Constants of the document for the runtime.
#[derive(Clone, Debug, PartialEq)]
pub struct Constants<'a> {
    /// The base URLs, the default first.
    pub servers: Vec<String>,
    /// The security schemes that requests serve.
    pub schemes: Vec<(&'a str, Scheme<'a>)>,
    /// The places of values in error bodies.
    pub errors: Errors<'a>,
    /// The envelope around bodies, if an operation has one.
    pub envelope: Option<Envelope<'a>>,
    /// The environment variables that configure a client.
    pub environment: Option<Environment<'a>>,
    /// The names of the runtime's module `document` that the file imports.
    pub imports: Vec<&'static str>,
}

/// The envelope around bodies.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope<'a> {
    /// Its parameter and its keys.
    pub options: &'a EnvelopeOptions,
    /// The features of the operations that have one.
    pub condition: Condition<'a>,
}

/// A security scheme as the runtime knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme<'a> {
    /// HTTP Basic.
    Basic,
    /// A bearer token.
    Bearer,
    /// HTTP Digest.
    Digest,
    /// An API key of this name.
    ApiKey(KeyLocation, &'a str),
    /// OAuth 2 client credentials, with the URL of the token endpoint, and the refresh URL of another flow.
    ClientCredentials(&'a str, Option<&'a str>),
    /// Any other OAuth 2 flow, with its refresh URL.
    OtherOAuth2(Option<&'a str>),
    /// OpenID Connect.
    OpenIdConnect,
    /// Another HTTP scheme.
    OtherHttp(&'a str),
}

pub(super) fn plan<'a>(model: &Model<'a>) -> Constants<'a> {
    let schemes = model.api.security_schemes.iter();
    let schemes = schemes.filter_map(|(name, it)| Some((name.as_str(), scheme(&it.kind)?)));
    let schemes: Vec<_> = schemes.collect();
    let errors = errors::plan(model);
    let imports = [
        Some("Document"),
        Some("ErrorPointers"),
        (!errors.fields.is_empty()).then_some("FieldPlaces"),
        (!schemes.is_empty()).then_some("SecurityKind"),
        (!schemes.is_empty()).then_some("SecurityScheme"),
    ];
    Constants {
        servers: model.api.servers.iter().map(Server::default_url).collect(),
        schemes,
        errors,
        envelope: None,
        environment: model.environment(),
        imports: imports.into_iter().flatten().collect(),
    }
}

/// The envelope, if the crate has the part that reads it: under this condition.
pub(super) fn envelope<'a>(
    model: &Model<'a>,
    condition: Option<&Condition<'a>>,
) -> Option<Envelope<'a>> {
    Some(Envelope {
        options: model.options.envelope.as_ref()?,
        condition: condition?.clone(),
    })
}

/// `None` for a scheme that is a matter of the connection.
fn scheme(kind: &SchemeKind) -> Option<Scheme<'_>> {
    Some(match kind {
        SchemeKind::Basic => Scheme::Basic,
        SchemeKind::Bearer => Scheme::Bearer,
        SchemeKind::Digest => Scheme::Digest,
        SchemeKind::ApiKey { location, name } => Scheme::ApiKey(*location, name),
        SchemeKind::OAuth2(flows) => {
            let token_url = flows.iter().find_map(|flow| match flow {
                OAuthFlow::ClientCredentials { token_url } => Some(token_url),
                OAuthFlow::Interactive { .. } => None,
            });
            let refresh = flows.iter().find_map(|flow| match flow {
                OAuthFlow::Interactive { token_url } => token_url.as_deref(),
                OAuthFlow::ClientCredentials { .. } => None,
            });
            token_url.map_or(Scheme::OtherOAuth2(refresh), |url| {
                Scheme::ClientCredentials(url, refresh)
            })
        }
        SchemeKind::OpenIdConnect { .. } => Scheme::OpenIdConnect,
        SchemeKind::OtherHttp(scheme) => Scheme::OtherHttp(scheme),
        SchemeKind::MutualTls => return None,
    })
}
