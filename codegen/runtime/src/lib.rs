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
mod call;
mod client;
mod constants;
mod document;
mod error;
mod events;
mod net;
mod paging;
#[cfg(feature = "test-util")]
pub mod testing;
mod waiting;
mod webhook;
pub mod wire;

pub use auth::api_key::ApiKey;
pub use auth::basic::BasicCredentials;
pub use auth::bearer::BearerToken;
pub use auth::client_credentials::ClientCredentials;
pub use auth::credentials::{Authorization, Challenge, Credentials};
pub use auth::digest::DigestCredentials;
#[cfg(feature = "file-cache")]
pub use auth::file_cache::FileTokenCache;
pub use auth::secret::Secret;
pub use auth::token::{AccessToken, CacheFuture, TokenCache, TokenKey};
pub use auth::token_error::TokenError;
pub use call::api_call::Call;
pub use call::unknown_response::UnknownResponse;
pub use client::builder::ClientBuilder;
pub use client::handle::Client;
pub use client::interceptor::{Attempt, Interceptor, Outcome};
pub use client::raw_request::Request;
pub use client::retry::Retry;
pub use document::{ApiKeyLocation, SecurityKind, SecurityScheme};
pub use error::call_error::Error;
pub use events::event::Event;
pub use events::stream::Events;
pub use net::body::Body;
pub use net::byte_stream::ByteStream;
pub use net::response::{RateLimit, Response};
pub use net::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};
pub use paging::items::Items;
pub use paging::page::Page;
pub use paging::pages::Pages;
pub use paging::token::PageToken;
pub use waiting::last_poll::LastPoll;
pub use waiting::progress::WaitProgress;
pub use waiting::wait::Wait;
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
