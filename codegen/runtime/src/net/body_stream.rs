//! Request bodies that are streams.

use std::error::Error as StdError;
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};
use tokio::io::{AsyncRead, ReadBuf};

use super::body::{Body, Content};

/// The size of the chunks that are read from a reader, in bytes.
const CHUNK_BYTES: usize = 64 << 10;

type BoxError = Box<dyn StdError + Send + Sync>;

type Chunks = dyn Stream<Item = Result<Bytes, BoxError>> + Send;

impl Body {
    /// Creates a body from a stream of chunks.
    ///
    /// The stream is read while it is sent, and only once: a call is not retried after its stream has been read.
    /// Clones share the stream; the first that is sent consumes it.
    pub fn stream<B, E>(stream: impl Stream<Item = Result<B, E>> + Send + 'static) -> Self
    where
        B: Into<Bytes>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let chunks = Box::pin(Converted(Box::pin(stream)));
        Self(Arc::new(Streamed {
            shared: Arc::new(Shared {
                is_spent: AtomicBool::new(false),
                chunks: Mutex::new(chunks),
            }),
        }))
    }

    /// Creates a body from everything that `reader` yields, such as a `tokio::fs::File`.
    pub fn reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::stream(Reader(Box::pin(reader)))
    }

    /// Sets the length of a stream in bytes. Without it, the request has no `Content-Length`, which some servers
    /// reject. A stream of another length aborts the request.
    #[must_use]
    pub fn with_length(self, bytes: u64) -> Self {
        if self.as_bytes().is_some() {
            return self;
        }
        let stream = self;
        Self(Arc::new(WithLength { stream, bytes }))
    }
}

/// A stream that only one request may read.
struct Streamed {
    shared: Arc<Shared>,
}

struct Shared {
    is_spent: AtomicBool,
    chunks: Mutex<Pin<Box<Chunks>>>,
}

impl Content for Streamed {
    fn bytes(&self) -> Option<&Bytes> {
        None
    }

    fn length(&self) -> Option<u64> {
        None
    }

    fn is_spent(&self) -> bool {
        self.shared.is_spent.load(Ordering::Acquire)
    }

    fn to_request_body(&self) -> reqwest::Body {
        reqwest::Body::wrap(ChunkReader {
            shared: Arc::clone(&self.shared),
            has_begun: false,
        })
    }
}

/// Reads the chunks of a stream for one request.
struct ChunkReader {
    shared: Arc<Shared>,
    has_begun: bool,
}

impl http_body::Body for ChunkReader {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = self.get_mut();
        if !this.has_begun && this.shared.is_spent.swap(true, Ordering::AcqRel) {
            return Poll::Ready(Some(Err("the stream was already sent".into())));
        }
        this.has_begun = true;
        let chunks = this.shared.chunks.lock();
        let mut chunks = chunks.unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(chunks.as_mut().poll_next(cx));
        Poll::Ready(chunk.map(|chunk| chunk.map(Frame::data)))
    }
}

/// A stream whose length is known.
struct WithLength {
    stream: Body,
    bytes: u64,
}

impl Content for WithLength {
    fn bytes(&self) -> Option<&Bytes> {
        None
    }

    fn length(&self) -> Option<u64> {
        Some(self.bytes)
    }

    fn is_spent(&self) -> bool {
        self.stream.is_spent()
    }

    fn to_request_body(&self) -> reqwest::Body {
        reqwest::Body::wrap(SizedBody {
            body: (&self.stream).into(),
            bytes: self.bytes,
        })
    }
}

/// A body with an exact size hint.
struct SizedBody {
    body: reqwest::Body,
    bytes: u64,
}

impl http_body::Body for SizedBody {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, reqwest::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes)
    }
}

/// Converts the items of a stream.
struct Converted<S>(Pin<Box<S>>);

impl<B: Into<Bytes>, E: Into<BoxError>, S: Stream<Item = Result<B, E>>> Stream for Converted<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(self.0.as_mut().poll_next(cx));
        Poll::Ready(chunk.map(|chunk| chunk.map(B::into).map_err(E::into)))
    }
}

/// Reads chunks from a reader.
struct Reader<R>(Pin<Box<R>>);

impl<R: AsyncRead> Stream for Reader<R> {
    type Item = io::Result<Vec<u8>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut chunk = vec![0; CHUNK_BYTES];
        let mut buffer = ReadBuf::new(&mut chunk);
        let read = ready!(self.0.as_mut().poll_read(cx, &mut buffer));
        let count = buffer.filled().len();
        chunk.truncate(count);
        Poll::Ready(match read {
            Ok(()) if count == 0 => None,
            Ok(()) => Some(Ok(chunk)),
            Err(error) => Some(Err(error)),
        })
    }
}
