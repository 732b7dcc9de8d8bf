//! Requests that the API document does not describe.

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

use super::attempts::{Exchange, RequestSource};
use super::curl;
use super::handle::Client;
use super::options::Options;
use super::retry::Retry;
use crate::constants::DOCUMENT;
use crate::error::call_error::Error;
use crate::net::body::Body;
use crate::net::percent::encode;
use crate::net::reply::Reply;
use crate::net::response::Response;
use crate::wire::redacted::REDACTED;

/// A request that the API document does not describe, created by [`Client::request`].
///
/// It is sent with the credentials of the client, whichever security scheme they serve. Retries and errors work as for
/// any other call.
#[must_use = "a request is sent only by `send` or `send_bytes`"]
#[derive(Clone)]
pub struct Request {
    pub(super) client: Client,
    method: Method,
    /// The path, or an absolute URL, without its query.
    path: String,
    /// The query behind the path.
    path_query: String,
    body: Body,
    pub(super) options: Options,
    /// Why the body cannot be sent. Setters do not fail; sending does.
    problem: Option<String>,
}

impl Request {
    pub(crate) fn new(client: Client, method: Method, target: &str) -> Self {
        let (path, path_query) = target.split_once('?').unwrap_or((target, ""));
        Self {
            client,
            method,
            path: path.to_owned(),
            path_query: path_query.to_owned(),
            body: Body::default(),
            options: Options::default(),
            problem: None,
        }
    }

    /// Adds a query parameter. The name and the value are percent-encoded.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.options.add_query(name, &value);
        self
    }

    /// Sets a JSON body. Its `Content-Type` is `application/json` unless a header overrides it.
    pub fn json(mut self, value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => self = self.body(body),
            Err(error) => self.problem = Some(error.to_string()),
        }
        let headers = &mut self.options.headers;
        let json = HeaderValue::from_static("application/json");
        headers.entry(CONTENT_TYPE).or_insert(json);
        self
    }

    /// Sets a body of any kind, such as bytes or text. Set its `Content-Type` with
    /// [`with_header`](Self::with_header).
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self.problem = None;
        self
    }

    /// Sets the timeout of each attempt.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Overrides the client's retry policy.
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.options.retry = Some(retry);
        self
    }

    /// Sets a header, replacing any header of the same name.
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.options.headers.insert(name, value);
        self
    }

    /// Sends the request and decodes the JSON of the response. An empty body is decoded as `null`, for types such as
    /// `()`.
    ///
    /// # Errors
    ///
    /// If the request cannot be sent, there is no response, its status is not a success, or its body does not
    /// deserialize as `T`.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Response<T>, Error> {
        self.reply().await?.into_response(Reply::read_any)
    }

    /// Sends the request and returns the body of the response unchanged.
    ///
    /// # Errors
    ///
    /// If the request cannot be sent, there is no response, or its status is not a success.
    pub async fn send_bytes(self) -> Result<Response<Bytes>, Error> {
        self.reply().await?.into_response(Reply::read_bytes)
    }

    /// The request as a `curl` command line. Credentials are shell variables. Secret headers, the values of the query and
    /// the body are omitted, since they may hold secrets; `curl` reads the body from its standard input. The path is
    /// shown unchanged.
    ///
    /// # Errors
    ///
    /// If the request cannot be sent.
    pub fn to_curl(&self) -> Result<String, Error> {
        let data = (!self.body.is_empty()).then(|| curl::FROM_INPUT.to_owned());
        let mut shown = self.clone();
        shown.options.hide_query();
        let assignments = self.path_query.split('&').map(hidden);
        shown.path_query = assignments.collect::<Vec<_>>().join("&");
        curl::command(&shown.exchange(), data, &self.client)
    }

    pub(super) async fn reply(self) -> Result<Box<Reply>, Error> {
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
            source: self,
            unwrap: None,
            options: &self.options,
        }
    }

    fn url(&self) -> Result<Url, String> {
        let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'#';
        let mut bytes = self.path.bytes().chain(self.path_query.bytes());
        // Without the slash, the path would go on with the host of the base URL.
        if !bytes.all(is_plain) || !(self.path.starts_with('/') || self.is_absolute()) {
            let reason =
                "the path must begin with a slash, be percent-encoded, and have no fragment";
            return Err(reason.to_owned());
        }
        let base_url = if self.is_absolute() {
            ""
        } else {
            self.client.base_url()
        };
        let query = self.options.query(&[&self.path_query]);
        let query = query.map(|query| ["?", &query].concat());
        let url = [base_url, &self.path, &query.unwrap_or_default()].concat();
        // A `Url` would take what is no URL, and make one of it.
        let is_one = url.parse::<Uri>().map(drop);
        is_one.map_err(|error| format!("the URL: {error}"))?;
        let url = Url::parse(&url).map_err(|error| format!("the URL: {error}"))?;
        self.check_origin(&url)?;
        Ok(url)
    }

    fn is_absolute(&self) -> bool {
        let scheme = self.path.split_once("://").map(|(scheme, _)| scheme);
        scheme.is_some_and(|it| it.eq_ignore_ascii_case("http") || it.eq_ignore_ascii_case("https"))
    }

    /// Another origin must not receive credentials.
    fn check_origin(&self, url: &Url) -> Result<(), String> {
        let own = self.client.parts().base_url.origin();
        let origin = url.origin();
        if origin != own {
            let (origin, own) = (origin.ascii_serialization(), own.ascii_serialization());
            return Err(format!(
                "the URL is at `{origin}` and not at `{own}`, the origin of the client"
            ));
        }
        if url.username().is_empty() && url.password().is_none() {
            Ok(())
        } else {
            Err("the URL must not have a user".to_owned())
        }
    }
}

/// The same part of a query without its value.
fn hidden(assignment: &str) -> String {
    match assignment.split_once('=') {
        Some((name, _)) => [name, "=", &*encode(REDACTED)].concat(),
        None => assignment.to_owned(),
    }
}

impl RequestSource for Request {
    fn request(&self) -> Result<Box<reqwest::Request>, String> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let mut request = Box::new(reqwest::Request::new(self.method.clone(), self.url()?));
        let mut headers = self.client.parts().headers.clone();
        headers.extend(self.options.headers.clone());
        *request.headers_mut() = headers;
        *request.body_mut() = Some((&self.body).into());
        Ok(request)
    }

    fn is_spent(&self) -> bool {
        self.body.is_spent()
    }
}

/// Omits the query and the body, which may be secret.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
