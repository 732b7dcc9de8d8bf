//! The hand-written half of every generated client; its files are copied verbatim into the output.
//!
//! This file, `constants.rs` and `tests/` are not copied: the output has its own.

#![allow(
    dead_code,
    reason = "what only operations use looks dead where there are none"
)]

mod body;
mod builder;
mod call;
mod client;
mod clock;
mod constants;
mod credentials;
mod curl;
mod document;
mod envelope;
mod error;
mod exchange;
mod media_type;
mod multipart;
mod one_line;
mod operation;
mod outcome;
mod parameter;
mod path;
mod receive;
mod request;
mod response;
mod retry;
mod retry_after;
mod stream;
#[cfg(feature = "test-util")]
pub mod testing;
mod trace;
mod transport;
mod wait;
pub mod wire;

pub use body::Body;
pub use builder::ClientBuilder;
pub use client::Client;
#[cfg(feature = "file-cache")]
pub use credentials::FileTokenCache;
pub use credentials::{
    AccessToken, ApiKey, Authorization, BasicCredentials, BearerToken, CacheFuture, Challenge,
    ClientCredentials, Credentials, DigestCredentials, Secret, TokenCache, TokenError, TokenKey,
};
pub use document::{ApiKeyLocation, SecurityKind, SecurityScheme};
pub use error::Error;
pub use outcome::UnknownResponse;
pub use request::Request;
pub use response::{RateLimit, Response};
pub use retry::Retry;
pub use stream::ByteStream;
pub use transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

// Stands where emitted code stands in a generated crate, as it names its neighbours by the same
// paths.
#[cfg(test)]
#[path = "tests/target/types/mod.rs"]
pub mod types;

#[cfg(test)]
#[path = "tests/target/api/mod.rs"]
pub mod api;

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macros are for types that are public")]
mod tests;
