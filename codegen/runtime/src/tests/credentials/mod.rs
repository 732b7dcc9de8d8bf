//! Credentials against servers and clocks that are in memory.

mod client_credentials;
mod deadline;
mod digest;
mod environment;
#[cfg(feature = "file-cache")]
mod file_cache;
mod plain;
mod refresh_token;
mod support;
mod token_cache;
mod token_endpoint;
