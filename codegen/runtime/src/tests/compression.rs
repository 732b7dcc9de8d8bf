//! Compressed bodies of responses, from a server on this machine.

use std::io::Write;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::Method;

use super::support::serve_once;
use crate::{Client, Error, Response, Retry};

/// The limit of the tests.
const LIMIT: usize = 1 << 20;

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(body).unwrap();
    writer.finish().unwrap()
}

fn brotli(body: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 22);
    writer.write_all(body).unwrap();
    writer.into_inner()
}

fn zstd(body: &[u8]) -> Vec<u8> {
    zstd::encode_all(body, 3).unwrap()
}

/// Sends a request to a server that answers with this body, and returns what the client sent.
async fn fetch(coding: &str, body: &[u8]) -> (Result<Response<Bytes>, Error>, String) {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-encoding: {coding}\r\netag: \"a\"\r\ncontent-length: {length}\r\n\r\n"
    );
    let (url, served) = serve_once([head.as_bytes(), body].concat()).await;
    let client = Client::builder().base_url(url).max_response_bytes(LIMIT);
    let client = client.retry(Retry::off()).build().unwrap();
    let response = client.request(Method::GET, "/").send_bytes().await;
    // The server cannot write all of a body that is too large.
    (response, served.await.unwrap().unwrap_or_default())
}

/// A body that is small when it is compressed, and as large as the limit or larger when it is not.
async fn limited(coding: &str, compress: fn(&[u8]) -> Vec<u8>) {
    let (fits, bomb) = (vec![b'a'; LIMIT], vec![b'a'; 64 * LIMIT]);
    let compressed = compress(&fits);
    assert!(compressed.len() < LIMIT / 100, "{}", compressed.len());
    let response = fetch(coding, &compressed).await.0.unwrap();
    assert_eq!(*response.body(), fits);
    assert_eq!(response.headers()["etag"], "\"a\"");
    // These are about bytes that nobody sees.
    assert!(!response.headers().contains_key("content-encoding"));
    assert!(!response.headers().contains_key("content-length"));
    let compressed = compress(&bomb);
    assert!(compressed.len() < LIMIT / 10, "{}", compressed.len());
    let error = fetch(coding, &compressed).await.0.unwrap_err();
    assert!(error.is_response_too_large(), "{error}");
    // Data that ends early is an error too.
    let cut = &compress(b"some text, some text")[..12];
    let error = fetch(coding, cut).await.0.unwrap_err();
    assert!(!error.is_response_too_large(), "{error}");
}

#[tokio::test]
async fn a_body_in_gzip_is_limited_by_its_size_after_decompression() {
    limited("gzip", gzip).await;
}

#[tokio::test]
async fn a_body_in_brotli_is_limited_by_its_size_after_decompression() {
    limited("br", brotli).await;
}

#[tokio::test]
async fn a_body_in_zstd_is_limited_by_its_size_after_decompression() {
    limited("zstd", zstd).await;
}

#[tokio::test]
async fn a_request_accepts_the_codings_of_the_enabled_features() {
    let (_, request) = fetch("identity", b"").await;
    assert_eq!(codings(&request), ["zstd,gzip,br"]);
    // Without a feature, the HTTP client is as if the coding was switched off.
    let builder = reqwest::Client::builder;
    let cases = [
        (builder().no_brotli().no_zstd(), Some("gzip")),
        (builder().no_gzip().no_zstd(), Some("br")),
        (builder().no_gzip().no_brotli(), Some("zstd")),
        (builder().no_gzip().no_brotli().no_zstd(), None),
    ];
    for (http, expected) in cases {
        let (url, served) = serve_once(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec()).await;
        let client = Client::builder().base_url(url);
        let client = client.http_client(http.build().unwrap()).build().unwrap();
        let request = client.request(Method::GET, "/");
        request.send_bytes().await.unwrap();
        let request = served.await.unwrap().unwrap();
        assert_eq!(codings(&request), Vec::from_iter(expected));
    }
}

#[tokio::test]
async fn a_header_of_the_caller_replaces_the_codings() {
    let (url, served) = serve_once(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec()).await;
    let client = Client::builder().base_url(url).build().unwrap();
    let identity = http::HeaderValue::from_static("identity");
    let request = client.request(Method::GET, "/");
    let request = request.with_header(http::header::ACCEPT_ENCODING, identity);
    request.send_bytes().await.unwrap();
    assert_eq!(codings(&served.await.unwrap().unwrap()), ["identity"]);
}

/// The values of `Accept-Encoding`.
fn codings(request: &str) -> Vec<&str> {
    let lines = request.lines();
    let values = lines.filter_map(|line| line.strip_prefix("accept-encoding: "));
    values.collect()
}
