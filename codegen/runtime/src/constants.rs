//! Replaces the constants that are generated from a document, so that this crate can be compiled and tested.

use crate::auth::environment::{Environment, Variables};
use crate::auth::{environment_client, environment_digest};
use crate::call::envelope::Envelope;
use crate::document::{Document, ErrorPointers, FieldPlaces, SecurityKind, SecurityScheme};

pub(crate) static DOCUMENT: Document = Document {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    servers: &["https://cloud.mongodb.com"],
    security_schemes: &[
        SecurityScheme {
            name: "ServiceAccounts",
            kind: SecurityKind::OAuth2ClientCredentials {
                token_url: "https://cloud.mongodb.com/api/oauth/token",
                refresh_url: Some("https://cloud.mongodb.com/api/oauth/token"),
            },
        },
        SecurityScheme {
            name: "DigestAuth",
            kind: SecurityKind::HttpDigest,
        },
    ],
    error: ErrorPointers {
        code: &["/errorCode"],
        message: &["/detail"],
        fields: &[
            FieldPlaces {
                list: "/badRequestDetail/fields",
                field: &["/field"],
                code: &[],
                message: &["/description"],
            },
            FieldPlaces {
                list: "/errors",
                field: &["/source/pointer", "/loc"],
                code: &["/code"],
                message: &["/message"],
            },
        ],
        retry_after: Some(("RATE_LIMITED_TOKEN_BUCKET", "/parameters/1")),
        rate_limited: Some("RATE_LIMIT"),
    },
};

pub(crate) static ENVELOPE: Envelope = Envelope {
    parameter: "envelope",
    status: "/status",
    content: &["/content", "/envelope"],
};

pub(crate) static ENVIRONMENT: Environment = Environment {
    prefix: "MONGODB_ATLAS",
    credentials: &[
        Variables {
            scheme: "ServiceAccounts",
            names: &["CLIENT_ID", "CLIENT_SECRET"],
            create: environment_client::create,
        },
        Variables {
            scheme: "DigestAuth",
            names: &["PUBLIC_KEY", "PRIVATE_KEY"],
            create: environment_digest::create,
        },
    ],
};
