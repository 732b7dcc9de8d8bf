//! The hand-written half of every generated client; its files are copied verbatim into the output.
//!
//! This file, `constants.rs`, the `mod.rs` files, `wire/kinds.rs` and `tests/` are not copied: the output has its own.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "without the code of a document, nothing uses the parts that documents select"
)]

mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "client")]
mod call;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
mod constants;
#[cfg(feature = "client")]
mod document;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod events;
mod net;
#[cfg(feature = "client")]
mod paging;
#[cfg(feature = "test-util")]
pub mod testing;
#[cfg(feature = "client")]
mod waiting;
mod webhook;
pub mod wire;

#[cfg(feature = "client")]
pub use auth::api_key::ApiKey;
#[cfg(feature = "client")]
pub use auth::basic::BasicCredentials;
#[cfg(feature = "client")]
pub use auth::bearer::BearerToken;
#[cfg(feature = "client")]
pub use auth::client_credentials::ClientCredentials;
#[cfg(feature = "client")]
pub use auth::credentials::{Authorization, Challenge, Credentials};
#[cfg(feature = "client")]
pub use auth::digest::DigestCredentials;
#[cfg(feature = "file-cache")]
pub use auth::file_cache::FileTokenCache;
#[cfg(feature = "client")]
pub use auth::refresh_token::RefreshToken;
pub use auth::secret::Secret;
#[cfg(feature = "client")]
pub use auth::token::{AccessToken, CacheFuture, TokenCache, TokenKey};
#[cfg(feature = "client")]
pub use auth::token_error::TokenError;
#[cfg(feature = "client")]
pub use call::api_call::Call;
#[cfg(feature = "client")]
pub use call::unknown_response::UnknownResponse;
#[cfg(feature = "client")]
pub use client::builder::ClientBuilder;
#[cfg(feature = "client")]
pub use client::handle::Client;
#[cfg(feature = "client")]
pub use client::interceptor::{Attempt, Interceptor, Outcome};
#[cfg(feature = "client")]
pub use client::raw_request::Request;
#[cfg(feature = "client")]
pub use client::retry::Retry;
#[cfg(feature = "client")]
pub use document::{ApiKeyLocation, SecurityKind, SecurityScheme};
#[cfg(feature = "client")]
pub use error::call_error::Error;
#[cfg(feature = "client")]
pub use error::field_error::FieldError;
#[cfg(feature = "client")]
pub use events::event::Event;
#[cfg(feature = "client")]
pub use events::stream::Events;
pub use net::body::Body;
#[cfg(feature = "client")]
pub use net::byte_stream::ByteStream;
#[cfg(feature = "client")]
pub use net::response::{RateLimit, Response};
#[cfg(feature = "client")]
pub use net::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};
#[cfg(feature = "client")]
pub use paging::items::Items;
#[cfg(feature = "client")]
pub use paging::page::Page;
#[cfg(feature = "client")]
pub use paging::pages::Pages;
#[cfg(feature = "client")]
pub use paging::token::PageToken;
#[cfg(feature = "client")]
pub use waiting::last_poll::LastPoll;
#[cfg(feature = "client")]
pub use waiting::progress::WaitProgress;
#[cfg(feature = "client")]
pub use waiting::wait::Wait;
#[cfg(feature = "client")]
pub use waiting::wait_error::WaitError;
#[cfg(feature = "webhook-signatures")]
pub use webhook::signature::SignatureError;
pub use webhook::unknown_event::UnknownEvent;
#[cfg(feature = "webhook-signatures")]
pub use webhook::verifier::WebhookVerifier;

// Represents the generated code of a client, at the same paths.
#[cfg(test)]
#[path = "tests/target/types/mod.rs"]
pub mod types;

#[cfg(test)]
#[path = "tests/target/api/mod.rs"]
pub mod api;

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macros are for types that are public")]
mod tests;
