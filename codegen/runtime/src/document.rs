//! Facts about the API as a whole; `constants.rs` has their values.

use serde_json::Value;

/// The facts of the API document.
#[derive(Debug)]
pub(crate) struct Document {
    /// The product of this crate (RFC 9110, 10.1.5), such as `name/1.0.0`.
    pub(crate) user_agent: &'static str,
    /// The base URLs of the servers; the first is the default.
    pub(crate) servers: &'static [&'static str],
    /// The security schemes that operations refer to by name.
    pub(crate) security_schemes: &'static [SecurityScheme],
    /// The places of codes, messages and field errors in error bodies.
    pub(crate) error: ErrorPointers,
}

impl Document {
    /// The security scheme `name`.
    pub(crate) fn security_scheme(&self, name: &str) -> Option<&SecurityScheme> {
        self.security_schemes
            .iter()
            .find(|scheme| scheme.name == name)
    }

    /// Whether a security scheme sends an API key at this place.
    pub(crate) fn has_key(&self, place: ApiKeyLocation, name: &str) -> bool {
        let mut schemes = self.security_schemes.iter();
        schemes.any(|scheme| match scheme.kind {
            SecurityKind::ApiKey {
                location,
                name: key,
            } => location == place && key.eq_ignore_ascii_case(name),
            _ => false,
        })
    }
}

/// A security scheme (OAS 3.0, Security Scheme Object).
#[derive(Debug)]
#[non_exhaustive]
pub struct SecurityScheme {
    /// The name in the document.
    pub name: &'static str,
    /// The kind of authentication.
    pub kind: SecurityKind,
}

/// The kind of authentication that a security scheme requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityKind {
    /// HTTP Basic: a user name and a password (RFC 7617).
    HttpBasic,
    /// A bearer token (RFC 6750).
    HttpBearer,
    /// HTTP Digest: a user name and a password that is never sent (RFC 7616).
    HttpDigest,
    /// Another HTTP authentication scheme. This crate has no credentials for it; implement
    /// [`Credentials`](crate::Credentials).
    HttpOther {
        /// The name of the scheme.
        scheme: &'static str,
    },
    /// An API key.
    ApiKey {
        /// The location of the key.
        location: ApiKeyLocation,
        /// The name of the header, query parameter or cookie.
        name: &'static str,
    },
    /// OAuth 2.0, client credentials grant (RFC 6749, 4.4).
    OAuth2ClientCredentials {
        /// The URL of the token endpoint.
        token_url: &'static str,
        /// The URL of the token endpoint that accepts refresh tokens, from another flow of the scheme, if any.
        refresh_url: Option<&'static str>,
    },
    /// OAuth 2.0, any other grant (RFC 6749).
    OAuth2Other {
        /// The URL of the token endpoint that accepts refresh tokens, if the document defines it.
        token_url: Option<&'static str>,
    },
    /// `OpenID` Connect.
    OpenIdConnect,
}

/// The location of an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyLocation {
    /// In a header.
    Header,
    /// In the query of the URL.
    Query,
    /// In a cookie.
    Cookie,
}

/// The places of codes, messages and field errors in error bodies, as JSON pointers (RFC 6901).
#[derive(Debug)]
pub(crate) struct ErrorPointers {
    /// Strings for programs.
    pub(crate) code: &'static [&'static str],
    /// Strings for people.
    pub(crate) message: &'static [&'static str],
    /// The lists of field errors.
    pub(crate) fields: &'static [FieldPlaces],
    /// The number of seconds to wait, and the error code for which the pointer applies.
    pub(crate) retry_after: Option<CodeAndPointer>,
    /// A part of the error codes that report an exceeded rate limit, whatever the status.
    pub(crate) rate_limited: Option<&'static str>,
}

impl ErrorPointers {
    /// The code of an error with this body: the first one that has characters.
    pub(crate) fn code<'b>(&self, body: &'b Value) -> Option<&'b str> {
        first(self.code, body)
    }

    /// The message, likewise.
    pub(crate) fn message<'b>(&self, body: &'b Value) -> Option<&'b str> {
        first(self.message, body)
    }
}

/// A list of field errors in error bodies, as JSON pointers (RFC 6901).
#[derive(Debug)]
pub(crate) struct FieldPlaces {
    /// The list, or the object with a property for each value.
    pub(crate) list: &'static str,
    /// The name of the value in an item of the list.
    pub(crate) field: &'static [&'static str],
    /// The code in an item.
    pub(crate) code: &'static [&'static str],
    /// The message in an item.
    pub(crate) message: &'static [&'static str],
}

fn first<'b>(pointers: &[&str], body: &'b Value) -> Option<&'b str> {
    let texts = pointers.iter().filter_map(|it| body.pointer(it)?.as_str());
    texts.into_iter().find(|text| !text.is_empty())
}

/// An error code, and a JSON pointer that applies to it.
pub(crate) type CodeAndPointer = (&'static str, &'static str);
