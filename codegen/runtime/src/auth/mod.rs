//! Authentication.

pub(crate) mod api_key;
pub(crate) mod basic;
pub(crate) mod bearer;
pub(crate) mod client_credentials;
pub(crate) mod credentials;
pub(crate) mod digest;
pub(crate) mod environment;
pub(crate) mod environment_api_key;
pub(crate) mod environment_basic;
pub(crate) mod environment_bearer;
pub(crate) mod environment_client;
pub(crate) mod environment_digest;
#[cfg(feature = "file-cache")]
pub(crate) mod file_cache;
pub(crate) mod header;
pub(crate) mod hold;
pub(crate) mod list;
pub(crate) mod origin;
pub(crate) mod secret;
pub(crate) mod token;
pub(crate) mod token_error;
pub(crate) mod token_request;
pub(crate) mod token_slot;
pub(crate) mod token_url;
