//! `[webhooks]`: how the requests that the server sends are told apart, and how they are signed.

use serde::Deserialize;

/// The requests that the server sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct WebhookOptions {
    /// The header with the name of the event.
    pub header: Option<String>,
    /// The property of the body with the name of the event; beside a header, with the rest of the name.
    pub field: Option<String>,
    /// How requests are signed. Default: they are not verified.
    pub signature: Option<SignatureOption>,
}

/// How requests are signed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "a signature is `standard-webhooks`, `stripe`, `github`, or a table with `header`, `prefix`, `encoding` and `hash`"
)]
pub enum SignatureOption {
    /// A known way.
    Known(KnownSignature),
    /// A header has the HMAC of the body.
    Hmac(HmacOptions),
}

/// A known way to sign requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownSignature {
    /// <https://www.standardwebhooks.com>
    StandardWebhooks,
    /// `Stripe-Signature`
    Stripe,
    /// `X-Hub-Signature-256`
    Github,
}

/// The HMAC of a body in a header.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HmacOptions {
    /// The header.
    pub header: String,
    /// The text before the hash.
    #[serde(default)]
    pub prefix: String,
    /// The encoding of the hash. Default: `hex`.
    #[serde(default)]
    pub encoding: HashEncoding,
    /// The hash function. Default: `sha256`.
    #[serde(default)]
    pub hash: HashFunction,
}

/// The encoding of a hash as text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the encodings")]
pub enum HashEncoding {
    #[default]
    Hex,
    Base64,
}

/// A hash function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the functions")]
pub enum HashFunction {
    Sha1,
    #[default]
    Sha256,
    Sha512,
}
