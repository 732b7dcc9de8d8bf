use super::Docs;

/// A way to authenticate (OpenAPI 3.0.3, *Security Scheme Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Which way.
    pub kind: SchemeKind,
    /// What the document tells its readers.
    pub docs: Docs,
}

/// The ways to authenticate.
#[derive(Clone, Debug, PartialEq)]
pub enum SchemeKind {
    /// User and password (RFC 7617).
    Basic,
    /// A token (RFC 6750).
    Bearer,
    /// User and password that are never sent (RFC 7616).
    Digest,
    /// A key under a name.
    ApiKey {
        /// Where the key goes.
        location: KeyLocation,
        /// The name of the header, query parameter or cookie.
        name: String,
    },
    /// A token that a server issues (RFC 6749).
    OAuth2(Vec<OAuthFlow>),
    /// A token, found by OpenID discovery.
    OpenIdConnect {
        /// The discovery document.
        url: String,
    },
    /// A certificate of the client (OpenAPI 3.1, *Security Scheme Object*: `mutualTLS`). It is a matter of the
    /// connection, so no requirement names it.
    MutualTls,
    /// Another scheme of the IANA registry, by name.
    OtherHttp(String),
}

/// Where an API key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLocation {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}

/// A way to get a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OAuthFlow {
    /// Client id and secret (RFC 6749, section 4.4): the one a program can use alone.
    ClientCredentials {
        /// Where tokens are issued.
        token_url: String,
    },
    /// A flow that needs a person; a client takes the resulting token as a bearer token.
    Interactive,
}

/// Schemes that are needed together; an operation lists alternatives of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement(pub Vec<String>);
