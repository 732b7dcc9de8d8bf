//! Reads whole response bodies.

use bytes::{Bytes, BytesMut};

use super::transport::{TransportError, TransportErrorKind};

/// Reads the body of `response`.
///
/// # Errors
///
/// If the body is truncated or longer than `limit`.
pub(crate) async fn body(
    response: &mut reqwest::Response,
    limit: usize,
) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::new(TransportErrorKind::ResponseTooLarge);
    let first = next_chunk(response).await?.unwrap_or_default();
    let mut left = limit.checked_sub(first.len()).ok_or_else(too_large)?;
    let mut next = next_chunk(response).await?;
    if next.is_none() {
        // Most bodies are one chunk, which needs no copy.
        return Ok(first);
    }
    let mut body = BytesMut::from(first);
    while let Some(chunk) = next {
        left = left.checked_sub(chunk.len()).ok_or_else(too_large)?;
        body.extend_from_slice(&chunk);
        next = next_chunk(response).await?;
    }
    Ok(body.freeze())
}

async fn next_chunk(response: &mut reqwest::Response) -> Result<Option<Bytes>, TransportError> {
    response.chunk().await.map_err(TransportError::of_body)
}
