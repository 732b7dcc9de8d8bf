//! A server that answers every request alike.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::runtime::{Builder, Runtime};

const BODY: &str = r#"{"cloudProvider":"AWS","connectionStatus":"AVAILABLE","deleteRequested":false,"errorMessage":null,"interfaceEndpointId":"vpce-3bf78b0ddee411ba1"}"#;

/// Where the server runs, as long as the process.
#[derive(Clone, Copy)]
pub(crate) enum Place<'r> {
    /// On a thread of its own.
    Beside,
    /// On the thread of the callers, whenever they wait.
    Within(&'r Runtime),
}

/// Starts the server and gives its base URL.
pub(crate) fn start(place: Place<'_>) -> io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    match place {
        Place::Beside => {
            let runtime = Builder::new_current_thread().enable_all().build()?;
            thread::spawn(move || runtime.block_on(serve(listener)));
        }
        Place::Within(runtime) => drop(runtime.spawn(serve(listener))),
    }
    Ok(url)
}

async fn serve(listener: TcpListener) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let connection =
            http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer));
        tokio::spawn(connection);
    }
}

async fn answer(request: http::Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    // A body that breaks off ends the connection, which the client notices.
    let _ = request.into_body().collect().await;
    let mut response = Response::new(Full::from(BODY));
    let kind = HeaderValue::from_static("application/vnd.atlas.2023-01-01+json;charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    Ok(response)
}
