//! Requests that the API sends to a server of the caller.

pub(crate) mod events;
#[cfg(feature = "webhook-signatures")]
pub(crate) mod keyed_hash;
#[cfg(feature = "webhook-signatures")]
pub(crate) mod plain_signature;
pub(crate) mod selection;
#[cfg(feature = "webhook-signatures")]
pub(crate) mod signature;
#[cfg(feature = "webhook-signatures")]
pub(crate) mod standard_signature;
#[cfg(feature = "webhook-signatures")]
pub(crate) mod stripe_signature;
pub(crate) mod unknown_event;
#[cfg(feature = "webhook-signatures")]
pub(crate) mod verifier;

pub(crate) use events::events;
#[cfg(feature = "webhook-signatures")]
pub(crate) use plain_signature::PlainSignature;
pub(crate) use selection::Selection;
#[cfg(feature = "webhook-signatures")]
pub(crate) use standard_signature::StandardSignature;
#[cfg(feature = "webhook-signatures")]
pub(crate) use stripe_signature::StripeSignature;
