//! Operations as data.

use http::{HeaderValue, Method};

use super::core::Call;
use super::parameter::Parameter;
use crate::client::attempts::Unwrap;

/// An operation of the API (OAS 3.0, Operation Object).
pub(crate) struct Operation {
    /// The `operationId`.
    pub(crate) id: &'static str,
    pub(crate) method: Method,
    /// The path with its parameters in braces.
    pub(crate) path: &'static str,
    /// The parameters, in the order in which they are sent.
    pub(crate) parameters: &'static [&'static dyn Parameter],
    /// The media type of the body, exactly as documented.
    pub(crate) content_type: Option<HeaderValue>,
    /// The accepted media types, exactly as documented.
    pub(crate) accept: Option<HeaderValue>,
    /// The names of the security schemes: one of these sets is required. Without a set, none is.
    pub(crate) security: &'static [&'static [&'static str]],
    /// Whether a call requests an envelope, and how to open it.
    pub(crate) envelope: Option<fn(&Call) -> Option<Unwrap>>,
}
