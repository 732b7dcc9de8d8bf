//! An HTTP/1.1 server on loopback with scripted replies that records every request.

use std::collections::VecDeque;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Method};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub use reply::Reply;

mod reply;

/// A running server, stopped when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    accept: JoinHandle<()>,
}

/// A recorded request, neither decoded nor normalized.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The method.
    pub method: Method,
    /// Path and query, byte for byte.
    pub target: String,
    /// Names and values of the header lines.
    pub headers: HeaderMap,
    /// The body, byte for byte.
    pub body: Bytes,
}

#[derive(Debug)]
struct State {
    script: Mutex<VecDeque<Reply>>,
    log: Mutex<Vec<Recorded>>,
}

impl Server {
    /// Starts a server on a free port of 127.0.0.1 that sends the replies of `script` in order, one for each request.
    /// A request beyond the script gets status 599, which no test expects.
    ///
    /// # Errors
    ///
    /// If there is no free port.
    pub async fn start(script: impl IntoIterator<Item = Reply>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(State {
            script: Mutex::new(script.into_iter().collect()),
            log: Mutex::default(),
        });
        let accept = tokio::spawn(accept(listener, Arc::clone(&state)));
        Ok(Self {
            address,
            state,
            accept,
        })
    }

    /// The base URL, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests received so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.state.log).clone()
    }

    /// The only request received.
    ///
    /// # Panics
    ///
    /// If there were more, or none.
    #[must_use]
    pub fn request(&self) -> Recorded {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "one request was expected: {requests:#?}");
        requests.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accept.abort();
    }
}

impl Recorded {
    /// The value of a header; the empty string if it is missing or not ASCII.
    ///
    /// # Panics
    ///
    /// If there are several.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let first = values
            .next()
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        assert_eq!(values.count(), 0, "{name} came more than once");
        first
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON, with keys in their original order.
    ///
    /// # Errors
    ///
    /// If the body is not JSON.
    pub fn json(&self) -> serde_json::Result<serde_json::Value> {
        serde_json::from_slice(&self.body)
    }
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(stream, Arc::clone(&state)));
    }
}

async fn serve(stream: TcpStream, state: Arc<State>) {
    let service = service_fn(|request| answer(request, Arc::clone(&state)));
    // It fails if a script drops the connection or a client disconnects; tests check the client's side.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// An error makes hyper close the connection without a response.
async fn answer(
    request: http::Request<Incoming>,
    state: Arc<State>,
) -> Result<http::Response<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>> {
    let (head, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    let target = head.uri.to_string();
    lock(&state.log).push(Recorded {
        method: head.method,
        target,
        headers: head.headers,
        body,
    });
    let reply = lock(&state.script).pop_front();
    reply
        .unwrap_or_else(|| Reply::status(599))
        .into_response()
        .await
}

/// A poisoned lock is ignored, so that the first panic is reported.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
