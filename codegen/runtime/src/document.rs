//! What the API's document says about the API as a whole: the facts that `constants.rs` holds.

/// The facts of a document.
#[derive(Debug)]
pub(crate) struct Document {
    /// The product of this crate (RFC 9110, 10.1.5), such as `name/1.0.0`.
    pub(crate) user_agent: &'static str,
    /// The base URLs of the servers; the first is the default.
    pub(crate) servers: &'static [&'static str],
    /// The security schemes, which operations refer to by name.
    pub(crate) security_schemes: &'static [SecurityScheme],
    /// Where the body of an error keeps what every error has.
    pub(crate) error: ErrorPointers,
    /// How a body can be wrapped.
    pub(crate) envelope: Option<Envelope>,
    /// The prefix of environment variables that configure a client.
    pub(crate) environment: Option<&'static str>,
}

impl Document {
    /// The scheme that an operation calls `name`.
    pub(crate) fn security_scheme(&self, name: &str) -> Option<&SecurityScheme> {
        self.security_schemes
            .iter()
            .find(|scheme| scheme.name == name)
    }

    /// Whether a security scheme sends a key there.
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

/// A way to prove who is calling (OAS 3.0, Security Scheme Object).
#[derive(Debug)]
#[non_exhaustive]
pub struct SecurityScheme {
    /// The name in the document.
    pub name: &'static str,
    /// What is to be done.
    pub kind: SecurityKind,
}

/// What a security scheme asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityKind {
    /// User and password (RFC 7617).
    HttpBasic,
    /// A token (RFC 6750).
    HttpBearer,
    /// User and password, which is never sent (RFC 7616).
    HttpDigest,
    /// What another HTTP authentication scheme asks for. This crate has no credentials that serve
    /// it; whoever knows the scheme implements [`Credentials`](crate::Credentials).
    HttpOther {
        /// The name of the scheme.
        scheme: &'static str,
    },
    /// A key.
    ApiKey {
        /// Where it is sent.
        location: ApiKeyLocation,
        /// The name of the header, query parameter or cookie.
        name: &'static str,
    },
    /// A token that is bought with the credentials of a client (RFC 6749, 4.4).
    OAuth2ClientCredentials {
        /// Where the token is asked for.
        token_url: &'static str,
    },
    /// A token of another grant (RFC 6749).
    OAuth2Other,
    /// A token (`OpenID` Connect Discovery).
    OpenIdConnect,
}

/// Where a key is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyLocation {
    /// In a header.
    Header,
    /// In the query of the URL.
    Query,
    /// In a cookie.
    Cookie,
}

/// Where the body of an error keeps what every error has, as JSON pointers (RFC 6901).
#[derive(Debug)]
pub(crate) struct ErrorPointers {
    /// A string that tells programs what went wrong.
    pub(crate) code: Option<&'static str>,
    /// A string that tells people what went wrong.
    pub(crate) message: Option<&'static str>,
    /// The number of seconds to wait when requests come too fast.
    pub(crate) retry_after: Option<RetryAfter>,
    /// What codes contain that mean that requests come too fast, whatever the status.
    pub(crate) rate_limited: Option<&'static str>,
}

/// Where an error of one code keeps how long to wait.
#[allow(dead_code, reason = "a document may have no such code")]
#[derive(Debug)]
pub(crate) struct RetryAfter {
    /// The code for which the pointer holds.
    pub(crate) code: &'static str,
    /// A number of seconds.
    pub(crate) pointer: &'static str,
}

/// How a body can be wrapped, for callers that cannot see the status and headers of a response.
#[allow(dead_code, reason = "a document may have no envelope")]
#[derive(Debug)]
pub(crate) struct Envelope {
    /// The query parameter that asks for it with `true`.
    pub(crate) parameter: &'static str,
    /// Where the HTTP status is, as a JSON pointer.
    pub(crate) status: &'static str,
    /// Where the body may be, as JSON pointers; the first that leads somewhere counts.
    pub(crate) content: &'static [&'static str],
}
