use super::Docs;

/// A way to authenticate (OpenAPI 3.0.3, *Security Scheme Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// The mechanism.
    pub kind: SchemeKind,
    /// The documentation in the document.
    pub docs: Docs,
}

/// Authentication mechanisms.
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
        /// The location of the key.
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
    /// A certificate of the client (OpenAPI 3.1, *Security Scheme Object*: `mutualTLS`). It concerns the
    /// connection, so requirements do not contain it.
    MutualTls,
    /// Another scheme of the IANA registry, by name.
    OtherHttp(String),
}

/// The location of an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLocation {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}

/// A flow that obtains a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OAuthFlow {
    /// Client credentials (RFC 6749, section 4.4), the only flow without user interaction.
    ClientCredentials {
        /// The URL of the token endpoint.
        token_url: String,
    },
    /// A flow with user interaction; the client uses the resulting access token or refresh token.
    Interactive {
        /// The URL of the token endpoint that accepts refresh tokens.
        token_url: Option<String>,
    },
}

/// Schemes that are required together; an operation lists alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement(pub Vec<String>);
