//! Operations as types.

use bytes::Bytes;

use super::Answer;
use crate::wire::DecodeError;

/// An operation of the API, implemented by its request builder.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation of the API",
    label = "expected a request builder",
    note = "name the request builder of the call: the type that the method of the group returns"
)]
pub trait Operation: sealed::Sealed {
    /// The body of the request: `()` if there is none, an [`Option`] if it is optional, [`Bytes`] if it is not JSON.
    type Request;

    /// The value that `send` returns.
    type Response;

    /// The `operationId` of the document, or `id@version` for another version than the default.
    fn id() -> &'static str;

    #[doc(hidden)]
    fn decode(body: &Bytes) -> Result<Self::Request, DecodeError>;

    #[doc(hidden)]
    fn answer(response: &Self::Response) -> Answer;
}

/// Seals [`Operation`].
pub(crate) mod sealed {
    pub trait Sealed {}
}
