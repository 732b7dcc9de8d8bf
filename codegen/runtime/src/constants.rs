//! Stands for what is emitted from a document, so that this crate can be compiled and tested.

use crate::document::{
    Document, Envelope, ErrorPointers, RetryAfter, SecurityKind, SecurityScheme,
};

pub(crate) static DOCUMENT: Document = Document {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    servers: &["https://cloud.mongodb.com"],
    security_schemes: &[
        SecurityScheme {
            name: "ServiceAccounts",
            kind: SecurityKind::OAuth2ClientCredentials {
                token_url: "https://cloud.mongodb.com/api/oauth/token",
            },
        },
        SecurityScheme {
            name: "DigestAuth",
            kind: SecurityKind::HttpDigest,
        },
    ],
    error: ErrorPointers {
        code: Some("/errorCode"),
        message: Some("/detail"),
        retry_after: Some(RetryAfter {
            code: "RATE_LIMITED_TOKEN_BUCKET",
            pointer: "/parameters/1",
        }),
        rate_limited: Some("RATE_LIMIT"),
    },
    envelope: Some(Envelope {
        parameter: "envelope",
        status: "/status",
        content: &["/content", "/envelope"],
    }),
    environment: Some("MONGODB_ATLAS"),
};
