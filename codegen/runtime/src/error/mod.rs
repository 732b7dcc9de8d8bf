//! Errors.

pub(crate) mod cache;
pub(crate) mod call_error;
#[cfg(feature = "tracing")]
pub(crate) mod class;
#[cfg(feature = "cli")]
pub(crate) mod credentials;
pub(crate) mod decode_summary;
pub(crate) mod decoded;
pub(crate) mod field_error;
pub(crate) mod one_line;
pub(crate) mod refusal;
pub(crate) mod reply_to;
