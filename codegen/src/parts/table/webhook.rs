use crate::parts::Part;

/// The feature with the crates of cryptography.
const SIGNATURES: &str = "webhook-signatures";

/// The files of `webhook/`.
pub(super) const PARTS: &[Part] = &[
    part!("webhook/events.rs")
        .needs(&[
            "webhook/selection.rs",
            "webhook/unknown_event.rs",
            "wire/error.rs",
            "wire/json.rs",
        ])
        .crates(&["http"])
        .internal(&["events"]),
    part!("webhook/keyed_hash.rs")
        .crates(&["base64", "hex", "hmac", "sha1", "sha2"])
        .feature(SIGNATURES),
    part!("webhook/plain_signature.rs")
        .needs(&["webhook/keyed_hash.rs", "webhook/signature.rs"])
        .internal(&["PlainSignature"])
        .feature(SIGNATURES),
    part!("webhook/selection.rs")
        .crates(&["http", "serde_json"])
        .internal(&["Selection"]),
    part!("webhook/signature.rs")
        .crates(&["http"])
        .root(&["SignatureError"])
        .feature(SIGNATURES),
    part!("webhook/standard_signature.rs")
        .needs(&["webhook/keyed_hash.rs", "webhook/signature.rs"])
        .internal(&["StandardSignature"])
        .feature(SIGNATURES),
    part!("webhook/stripe_signature.rs")
        .needs(&["webhook/keyed_hash.rs", "webhook/signature.rs"])
        .internal(&["StripeSignature"])
        .feature(SIGNATURES),
    part!("webhook/unknown_event.rs")
        .needs(&["wire/budget.rs", "wire/error.rs", "wire/parse.rs"])
        .crates(&["serde_json"])
        .root(&["UnknownEvent"]),
    part!("webhook/verifier.rs")
        .needs(&["auth/secret.rs", "webhook/signature.rs"])
        .crates(&["http"])
        .root(&["WebhookVerifier"])
        .feature(SIGNATURES),
];
