//! Requests that the document of the API does not describe.

use std::borrow::Cow;
use std::fmt;
use std::slice;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Uri};
use reqwest::Url;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::body::Body;
use crate::client::Client;
use crate::constants::DOCUMENT;
use crate::curl::{self, Data};
use crate::error::Error;
use crate::exchange::{Draft, Exchange, Options};
use crate::parameter;
use crate::response::{Reply, Response};
use crate::retry::Retry;
use crate::stream::ByteStream;
use crate::wire::REDACTED;

/// A request that the document of the API does not describe, made by
/// [`Client::request`].
///
/// It is sent with the credentials of the client, whichever security scheme they serve, and is
/// tried again and fails as any other request.
#[must_use = "a request is sent only by `send` or `send_bytes`"]
#[derive(Clone)]
pub struct Request {
    client: Client,
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    body: Body,
    options: Options,
    /// Why the request cannot be sent; setters cannot fail, sending can.
    problem: Option<String>,
}

impl Request {
    pub(crate) fn new(client: Client, method: Method, path: String) -> Self {
        Self {
            client,
            method,
            path,
            query: Vec::new(),
            body: Body::default(),
            options: Options::default(),
            problem: None,
        }
    }

    /// Adds a parameter to the query. Name and value are percent-encoded.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.query.push((name.to_owned(), value.to_string()));
        self
    }

    /// Sets a body of JSON. Its `Content-Type` is `application/json`, unless a header says
    /// otherwise.
    pub fn json(mut self, value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => self.body = body.into(),
            Err(error) => self.problem = Some(error.to_string()),
        }
        let headers = &mut self.options.headers;
        let json = HeaderValue::from_static("application/json");
        headers.entry(CONTENT_TYPE).or_insert(json);
        self
    }

    /// Sets a body of any kind, such as bytes, text or a stream. A header says of which.
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// Gives up an attempt that takes longer than `timeout`.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Tries again as `retry` says, and not as the client does.
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.options.retry = Some(retry);
        self
    }

    /// Adds a header, or replaces the one of the same name.
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.options.headers.insert(name, value);
        self
    }

    /// Sends the request and decodes a response of JSON. No body counts as `null`, for types such
    /// as `()`.
    ///
    /// # Errors
    ///
    /// When the request cannot be sent, when there is no response, when its status is not a
    /// success, and when its body is no `T`.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Response<T>, Error> {
        self.reply().await?.into_response(Reply::read_any)
    }

    /// Sends the request and takes the body of the response as it is.
    ///
    /// # Errors
    ///
    /// When the request cannot be sent, when there is no response, and when its status is not a
    /// success.
    pub async fn send_bytes(self) -> Result<Response<Bytes>, Error> {
        self.reply().await?.into_response(Reply::read_bytes)
    }

    /// Sends the request, and leaves the body of the response to be read as it comes, whatever its
    /// size.
    ///
    /// # Errors
    ///
    /// As [`send_bytes`](Self::send_bytes), but for the body.
    pub async fn send_stream(mut self) -> Result<Response<ByteStream>, Error> {
        self.options.is_streamed = true;
        self.reply().await?.stream()
    }

    /// The request as a command line of `curl`. Credentials are left to variables of the shell.
    /// Headers that are secret, the values of the query and the body are left out, as nothing says
    /// what they hold; `curl` reads the body from its standard input. The path is shown as it is.
    ///
    /// # Errors
    ///
    /// When the request cannot be sent.
    pub fn to_curl(&self) -> Result<String, Error> {
        let data = if self.body.is_empty() {
            Data::None
        } else {
            Data::Hidden
        };
        let shown = Self {
            query: self
                .query
                .iter()
                .map(|(name, _)| (name.clone(), REDACTED.to_owned()))
                .collect(),
            ..self.clone()
        };
        curl::command(&shown.exchange(), data, &self.client)
    }

    async fn reply(self) -> Result<Box<Reply>, Error> {
        self.exchange().run(&self.client).await
    }

    fn exchange(&self) -> Exchange<'_> {
        let schemes = DOCUMENT.security_schemes.iter();
        let security: Vec<_> = schemes
            .map(|scheme| slice::from_ref(&scheme.name))
            .collect();
        Exchange {
            operation: format!("{} {}", self.method, self.path).into(),
            method: &self.method,
            path: &self.path,
            security: Cow::Owned(security),
            draft: self,
            envelope: None,
            options: &self.options,
        }
    }

    fn url(&self) -> Result<Url, String> {
        // Without the slash, the path would go on with the host of the base URL.
        let is_path = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#');
        if !self.path.starts_with('/') || !self.path.bytes().all(is_path) {
            let reason = "the path must begin with a slash, be percent-encoded, and have no query";
            return Err(reason.to_owned());
        }
        let encode =
            |(name, value): &(String, String)| (parameter::encode(name), parameter::encode(value));
        let query: Vec<_> = self.query.iter().map(encode).collect();
        let query = parameter::assignments(&query, "&");
        let separator = if query.is_empty() { "" } else { "?" };
        let url = [self.client.base_url(), &self.path, separator, &query].concat();
        // A `Url` would take what is no URL, and make one of it.
        let is_one = url.parse::<Uri>().map(drop);
        is_one.map_err(|error| format!("the URL: {error}"))?;
        Url::parse(&url).map_err(|error| format!("the URL: {error}"))
    }
}

impl Draft for Request {
    fn request(&self) -> Result<Box<reqwest::Request>, String> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let mut request = Box::new(reqwest::Request::new(self.method.clone(), self.url()?));
        let mut headers = self.client.headers().clone();
        headers.extend(self.options.headers.clone());
        *request.headers_mut() = headers;
        *request.body_mut() = Some(self.body.clone().into());
        Ok(request)
    }

    fn is_spent(&self) -> bool {
        self.body.is_spent()
    }
}

/// Query and body may be secret, so they are not shown.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
