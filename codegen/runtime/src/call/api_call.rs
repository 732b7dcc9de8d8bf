//! The trait of all request builders.

use http::Method;

use super::core;
use crate::error::call_error::Error;
use crate::net::reply::Read;
use crate::net::response::Response;
use crate::net::transport::BoxFuture;

/// A call of an operation, implemented by every request builder, for generic code: it can name any call and send it.
pub trait Call: Sized + Send + 'static {
    /// The body of a success, which `send` returns. It is `Send` for every operation, and a function for any call has the
    /// bound `C::Output: Send`; a bound of the trait would be proved for each operation at compile time.
    type Output;

    #[doc(hidden)]
    fn view(&self) -> View<'_>;

    #[doc(hidden)]
    fn prepared(self) -> Prepared<Self::Output>;

    /// The `operationId` of the document, or `id@version` for another version than the default.
    #[must_use]
    fn operation(&self) -> &'static str {
        self.view().0.operation.id
    }

    /// The request method.
    #[must_use]
    fn method(&self) -> &'static Method {
        &self.view().0.operation.method
    }

    /// The path template, such as `/pets/{id}`.
    #[must_use]
    fn path(&self) -> &'static str {
        self.view().0.operation.path
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// As `send` of the request builder.
    fn send(self) -> BoxFuture<'static, Result<Self::Output, Error>>
    where
        Self::Output: Send + 'static,
    {
        let Prepared { call, read } = self.prepared();
        Box::pin(call.send_for_body(read))
    }

    /// Sends the request and returns the body with the status and the headers.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    fn send_with_meta(self) -> BoxFuture<'static, Result<Response<Self::Output>, Error>>
    where
        Self::Output: Send + 'static,
    {
        let Prepared { call, read } = self.prepared();
        Box::pin(call.send_for_response(read))
    }
}

/// A call that generic code looks at.
pub struct View<'a>(pub(crate) &'a core::Call);

/// A call and the function that decodes the body of its response.
pub struct Prepared<T> {
    pub(crate) call: Box<core::Call>,
    pub(crate) read: Read<T>,
}
