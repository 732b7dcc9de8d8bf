//! Requests of sequences of values.

use bytes::{Bytes, BytesMut};
use http::header::CONTENT_TYPE;

use super::reader::Reader;
use super::stream::{Events, ReadRecord};
use super::table::Streaming;
use crate::call::core::Call;
use crate::call::evented;
use crate::error::call_error::Error;
use crate::net::byte_stream::ByteStream;
use crate::net::media_type;
use crate::net::reply::Reply;
use crate::net::response::Response;
use crate::net::transport::{BoxFuture, TransportError, TransportErrorKind};
use crate::wire::DecodeError;

/// A request on its way.
pub(super) type Sent = BoxFuture<'static, Result<Response<ByteStream>, Error>>;

/// Sends a request for a sequence of values.
pub(crate) async fn send<E>(
    mut call: Box<Call>,
    streaming: &'static Streaming,
    read: ReadRecord<E>,
) -> Result<Events<E>, Error> {
    evented::accept(&mut call, streaming.media_type);
    if let Some(flag) = streaming.flag {
        flag.set(&mut call);
    }
    let response = open(call.clone(), streaming).await?;
    let reader = Reader::new(call, streaming, response);
    Ok(Events { reader, read })
}

/// Sends the request. A response of JSON instead of a sequence is an error, with its body.
pub(super) async fn open(
    call: Box<Call>,
    streaming: &'static Streaming,
) -> Result<Response<ByteStream>, Error> {
    let (operation, limits) = (evented::id(&call), evented::limits(&call));
    let mut response = call.send_stream().await?;
    let content_type = response.header::<String>(CONTENT_TYPE.as_str());
    let Some(content_type) = content_type.filter(|it| media_type::is_json(it)) else {
        return Ok(response);
    };
    let reason = format!(
        "the content type is `{content_type}` and not `{}`",
        streaming.media_type
    );
    let body = body(&mut response, operation, limits.response_bytes).await?;
    let reply = Reply {
        operation: operation.into(),
        status: response.status(),
        headers: response.headers().clone(),
        body,
        received: None,
        attempts: response.attempts(),
        limits,
    };
    Err(Error::decode(
        Box::new(reply),
        DecodeError::new(String::new(), reason),
    ))
}

async fn body(
    response: &mut Response<ByteStream>,
    operation: &'static str,
    limit: usize,
) -> Result<Bytes, Error> {
    let mut body = BytesMut::new();
    while let Some(chunk) = response.body_mut().chunk().await? {
        if body.len().saturating_add(chunk.len()) > limit {
            let error = TransportError::new(TransportErrorKind::ResponseTooLarge);
            return Err(Error::transport(operation, error));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}
