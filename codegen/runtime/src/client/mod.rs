//! The client, and how it sends requests.

pub(crate) mod attempts;
pub(crate) mod builder;
pub(crate) mod clock;
pub(crate) mod curl;
pub(crate) mod disabled;
pub(crate) mod handle;
pub(crate) mod interceptor;
pub(crate) mod options;
pub(crate) mod raw_request;
pub(crate) mod raw_stream;
pub(crate) mod retry;
pub(crate) mod retry_within;
pub(crate) mod trace;
pub(crate) mod wait;

pub(crate) use disabled::disabled;
