//! Bodies of requests that are sent as they are: bytes, or a stream of them.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};
use tokio::io::{AsyncRead, ReadBuf};

/// How much of a file is in memory at a time, in bytes.
const CHUNK_BYTES: usize = 64 << 10;

/// Any error of a stream.
type BoxError = Box<dyn StdError + Send + Sync>;

type Chunks = dyn Stream<Item = Result<Bytes, BoxError>> + Send;

/// The body of a request: bytes, or a stream of them.
///
/// Bytes and text become a body by [`From`]. A stream is read while it is sent, and only once: a
/// call whose stream has begun is not tried again. Clones share the stream, and the first that is
/// sent has it.
#[derive(Clone)]
pub struct Body(Inner);

#[derive(Clone)]
enum Inner {
    Bytes(Bytes),
    Stream {
        shared: Arc<Shared>,
        length: Option<u64>,
    },
}

/// A stream that only one request may read.
struct Shared {
    is_spent: AtomicBool,
    chunks: Mutex<Pin<Box<Chunks>>>,
}

impl Body {
    /// A stream of chunks.
    pub fn stream<B, E>(stream: impl Stream<Item = Result<B, E>> + Send + 'static) -> Self
    where
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        let chunks = Box::pin(Converted(Box::pin(stream)));
        let shared = Shared {
            is_spent: AtomicBool::new(false),
            chunks: Mutex::new(chunks),
        };
        Self(Inner::Stream {
            shared: Arc::new(shared),
            length: None,
        })
    }

    /// What `reader` gives until its end, such as a `tokio::fs::File`.
    pub fn reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::stream(Reader(Box::pin(reader)))
    }

    /// Says how many bytes a stream has. Without it, the length is not announced, which not every
    /// server takes. A stream of another length breaks the request off.
    #[must_use]
    pub fn with_length(mut self, bytes: u64) -> Self {
        if let Inner::Stream { length, .. } = &mut self.0 {
            *length = Some(bytes);
        }
        self
    }

    /// The bytes, unless they are a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream { .. } => None,
        }
    }

    /// How many bytes there are, where that is known.
    pub(crate) fn length(&self) -> Option<u64> {
        match &self.0 {
            Inner::Bytes(bytes) => u64::try_from(bytes.len()).ok(),
            Inner::Stream { length, .. } => *length,
        }
    }

    /// Whether there is nothing to send.
    pub(crate) fn is_empty(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    /// Whether a request has begun to read the stream, so that no other can be sent.
    pub(crate) fn is_spent(&self) -> bool {
        match &self.0 {
            Inner::Bytes(_) => false,
            Inner::Stream { shared, .. } => shared.is_spent.load(Ordering::Acquire),
        }
    }

    /// The bytes one after the other.
    pub(crate) fn into_chunks(self) -> BodyChunks {
        BodyChunks {
            body: self,
            is_begun: false,
        }
    }
}

/// The chunks of a body, for one reader.
pub(crate) struct BodyChunks {
    body: Body,
    is_begun: bool,
}

impl Stream for BodyChunks {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let shared = match &mut this.body.0 {
            Inner::Bytes(bytes) => {
                let all = std::mem::take(bytes);
                return Poll::Ready((!all.is_empty()).then_some(Ok(all)));
            }
            Inner::Stream { shared, .. } => shared,
        };
        if !this.is_begun && shared.is_spent.swap(true, Ordering::AcqRel) {
            return Poll::Ready(Some(Err("the stream has been sent already".into())));
        }
        this.is_begun = true;
        let chunks = shared.chunks.lock();
        chunks
            .unwrap_or_else(PoisonError::into_inner)
            .as_mut()
            .poll_next(cx)
    }
}

impl http_body::Body for BodyChunks {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let chunk = ready!(self.poll_next(cx));
        Poll::Ready(chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        let length = self.body.length();
        length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

impl From<Body> for reqwest::Body {
    fn from(body: Body) -> Self {
        match body.0 {
            Inner::Bytes(bytes) => bytes.into(),
            Inner::Stream { .. } => Self::wrap(body.into_chunks()),
        }
    }
}

impl Default for Body {
    /// Nothing.
    fn default() -> Self {
        Self(Inner::Bytes(Bytes::new()))
    }
}

macro_rules! from_bytes {
    ($($bytes:ty),*) => {$(
        impl From<$bytes> for Body {
            fn from(bytes: $bytes) -> Self {
                Self(Inner::Bytes(bytes.into()))
            }
        }
    )*};
}

from_bytes!(Bytes, Vec<u8>, String, &'static str, &'static [u8]);

/// Streams are equal when they are one and the same.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Inner::Bytes(bytes), Inner::Bytes(others)) => bytes == others,
            (Inner::Stream { shared, .. }, Inner::Stream { shared: other, .. }) => {
                Arc::ptr_eq(shared, other)
            }
            _ => false,
        }
    }
}

/// The content may be secret, so only its size is shown.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("bytes", &self.length())
            .finish_non_exhaustive()
    }
}

/// A stream with the types that all streams have here.
struct Converted<S>(Pin<Box<S>>);

impl<B: Into<Bytes>, E: Into<BoxError>, S: Stream<Item = Result<B, E>>> Stream for Converted<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(self.0.as_mut().poll_next(cx));
        Poll::Ready(chunk.map(|chunk| chunk.map(B::into).map_err(E::into)))
    }
}

/// A reader as a stream.
struct Reader<R>(Pin<Box<R>>);

impl<R: AsyncRead> Stream for Reader<R> {
    type Item = std::io::Result<Vec<u8>>;

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
