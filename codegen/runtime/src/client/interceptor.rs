//! Interceptors: code that runs around every attempt of every call.

use std::error::Error as StdError;
use std::fmt;
use std::future::ready;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Method, StatusCode};

use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::transport::BoxFuture;

/// Runs around every attempt of every call, such as for logs, metrics or signatures.
///
/// The steps of an attempt are:
///
/// 1. The request is written, and the credentials authenticate it.
/// 2. [`before`](Self::before) of each interceptor runs, in the order in which
///    [`ClientBuilder::interceptor`](crate::ClientBuilder::interceptor) has added them.
/// 3. The transport sends the request, and the body of the response is received, unless it is streamed.
/// 4. [`after`](Self::after) of each interceptor runs, in the reverse order.
///
/// A retry is another attempt. Requests for access tokens are not calls and have no interceptors.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an interceptor",
    label = "cannot run around calls",
    note = "pass a type for which you implement `Interceptor`"
)]
pub trait Interceptor: Send + Sync + 'static {
    /// Changes the request of an attempt before it is sent, such as adding headers or a signature. The default
    /// implementation does nothing.
    ///
    /// If the credentials answer a challenge of the server, the attempt has a second request, for which this is called
    /// again. The time that this takes counts towards the timeout of the attempt, after which the request counts as sent. The
    /// headers of the request have the
    /// credentials: do not log them.
    ///
    /// # Errors
    ///
    /// Any error aborts the call and is the source of its error. It must not show a secret.
    fn before<'a>(
        &'a self,
        attempt: Attempt<'a>,
        request: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        let _ = (attempt, request);
        Box::pin(ready(Ok(())))
    }

    /// Observes the outcome of an attempt, even if nothing was sent because the credentials or an interceptor failed. It is
    /// not called if the caller drops the call. The default implementation does nothing.
    fn after(&self, attempt: Attempt<'_>, outcome: Outcome<'_>) {
        let _ = (attempt, outcome);
    }
}

/// An attempt of a call.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The `operationId` of the document, or the method and the path of a request of
    /// [`Client::request`](crate::Client::request).
    pub operation: &'a str,
    /// The request method.
    pub method: &'a Method,
    /// The path template, such as `/pets/{id}`, which has no argument.
    pub path: &'a str,
    /// The number of the attempt, from 1.
    pub number: u32,
}

/// The outcome of an attempt.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Outcome<'a> {
    /// The duration of the attempt, authentication included. For a streamed response, until its headers.
    pub duration: Duration,
    /// The status of the response, if there was one.
    pub status: Option<StatusCode>,
    /// The headers of the response, if there was one.
    pub headers: Option<&'a HeaderMap>,
    /// Why the attempt is not a success. The body of a success is decoded later.
    pub error: Option<&'a Error>,
}

impl<'a> Outcome<'a> {
    pub(super) fn of(result: &'a Result<Box<Reply>, Error>, duration: Duration) -> Self {
        let (status, headers) = match result {
            Ok(reply) => (Some(reply.status), Some(&reply.headers)),
            Err(error) => (error.status(), error.headers()),
        };
        Self {
            duration,
            status,
            headers,
            error: result.as_ref().err(),
        }
    }
}

/// Omits the headers, which may be secret.
impl fmt::Debug for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("duration", &self.duration)
            .field("status", &self.status)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// The interceptors of a client, in the order in which they were added.
pub(crate) type Interceptors = Vec<Arc<dyn Interceptor>>;

/// Runs `before` of all interceptors.
///
/// # Errors
///
/// The error of the first that fails.
pub(super) async fn before(
    interceptors: &Interceptors,
    attempt: Attempt<'_>,
    request: &mut reqwest::Request,
) -> Result<(), Box<dyn StdError + Send + Sync>> {
    for interceptor in interceptors {
        interceptor.before(attempt, request).await?;
    }
    Ok(())
}

/// Runs `after` of all interceptors.
pub(super) fn after(interceptors: &Interceptors, attempt: Attempt<'_>, outcome: Outcome<'_>) {
    for interceptor in interceptors.iter().rev() {
        interceptor.after(attempt, outcome);
    }
}
