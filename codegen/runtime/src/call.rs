//! One call of an operation: what every request builder wraps.

mod builder;
mod media;
mod shown;

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use http::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use reqwest::Url;
use serde_json::Value;

use crate::body::Body;
use crate::client::Client;
use crate::constants::DOCUMENT;
use crate::curl;
use crate::error::Error;
use crate::exchange::{Draft, Exchange, Options};
use crate::multipart::{self, Multipart};
use crate::operation::{Location, Operation, Parameter};
use crate::parameter::{self, assignments, insert_header, pairs};
use crate::path;
use crate::response::{Read, Reply, Response};
use crate::retry::Retry;
use crate::stream::ByteStream;
use crate::wire::{self, Encode, View};
use shown::{Argument, Shown};

#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use builder::operation;
#[allow(
    unused_imports,
    reason = "a document may have no choice of media types"
)]
pub(crate) use media::alternatives;

/// A call that is being put together.
#[derive(Clone)]
pub(crate) struct Call {
    client: Client,
    operation: &'static Operation,
    /// The base URL of the operation, where it has one of its own.
    server: Option<&'static str>,
    /// One for each parameter of the operation.
    arguments: Vec<Option<Argument>>,
    body: Body,
    /// What may be shown of the body.
    shown: Shown,
    /// The media type of the body where the document does not have all of it.
    content_type: Option<HeaderValue>,
    options: Options,
    /// Why the call cannot be sent; setters cannot fail, sending can.
    problem: Option<String>,
}

#[allow(
    dead_code,
    reason = "a document may not have every kind of parameter and body"
)]
impl Call {
    /// In a box, because it is moved from hand to hand until it is sent, and futures keep what they are given.
    pub(crate) fn new(client: &Client, operation: &'static Operation) -> Box<Self> {
        Box::new(Self {
            client: client.clone(),
            operation,
            server: None,
            arguments: operation.parameters.iter().map(Argument::implied).collect(),
            body: Body::default(),
            shown: Shown::default(),
            content_type: None,
            options: Options::default(),
            problem: None,
        })
    }

    /// Sets the parameter `name`; nothing, such as `None`, leaves it to its default.
    pub(crate) fn set(&mut self, name: &str, value: &dyn Encode) {
        self.set_where(&|parameter| parameter.name == name, value);
    }

    /// Sets the parameter `name` of `location`, where two parameters have one name.
    pub(crate) fn set_in(&mut self, location: Location, name: &str, value: &dyn Encode) {
        self.set_where(&|it| it.location == location && it.name == name, value);
    }

    fn set_where(&mut self, is_it: &dyn Fn(&Parameter) -> bool, value: &dyn Encode) {
        let is_secret = !wire::secrets(value).is_empty();
        let value = self.value_of(value);
        let mut arguments = self.operation.parameters.iter().zip(&mut self.arguments);
        if let Some((parameter, argument)) = arguments.find(|(parameter, _)| is_it(parameter)) {
            let value = value.filter(|value| !value.is_null());
            let value = value.map(|value| Argument { value, is_secret });
            *argument = value.or_else(|| Argument::implied(parameter));
        }
    }

    /// Sets a body of JSON.
    pub(crate) fn body(&mut self, value: &dyn Encode) {
        let body = self.json_of(value).map(Body::from).unwrap_or_default();
        self.raw_body(body);
        self.shown = Shown::Json(wire::secrets(value));
    }

    /// Sets a body of bytes or text, which may be a stream.
    pub(crate) fn raw_body(&mut self, body: impl Into<Body>) {
        self.body = body.into();
        self.shown = Shown::Nothing;
        self.content_type = None;
    }

    /// Sets a body of `application/x-www-form-urlencoded`, some of whose fields are written as
    /// `styles` says.
    pub(crate) fn form_body(&mut self, fields: &dyn Encode, styles: &[Parameter]) {
        let form = |value: &Value| assignments(&parameter::form(value, styles), "&");
        let mut value = self.value_of(fields).unwrap_or_default();
        if !(value.is_object() || value.is_null()) {
            self.problem = Some("a form body must be an object".to_owned());
        }
        self.raw_body(form(&value));
        wire::redact(&mut value, &wire::secrets(fields));
        self.shown = Shown::Text(form(&wire::without_secrets(&value)));
    }

    /// The base URL of the operation, which may be relative to that of the client.
    pub(crate) fn server(&mut self, url: &'static str) {
        self.server = Some(url);
    }

    /// Says which redirects are successes.
    pub(crate) fn redirects(&mut self, is_success: fn(u16) -> bool) {
        self.options.redirects = Some(is_success);
    }

    /// Sets a body of `multipart/form-data`, some of whose parts have the media types of `types`.
    pub(crate) fn multipart_body(&mut self, fields: &dyn Encode, types: &[(&str, &str)]) {
        match multipart::encode(fields.view(), types) {
            Ok(Multipart { body, content_type }) => {
                self.raw_body(body);
                self.content_type = Some(content_type);
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    pub(crate) fn timeout(&mut self, timeout: Duration) {
        self.options.timeout = Some(timeout);
    }

    pub(crate) fn retry(&mut self, retry: Retry) {
        self.options.retry = Some(retry);
    }

    pub(crate) fn header(&mut self, name: HeaderName, value: HeaderValue) {
        self.options.headers.insert(name, value);
    }

    fn json_of(&mut self, value: &dyn Encode) -> Option<Vec<u8>> {
        let json = wire::to_vec(value);
        json.map_err(|error| self.problem = Some(error.to_string()))
            .ok()
    }

    /// What is no plain text goes by way of its JSON, in which every number keeps its shortest form.
    fn value_of(&mut self, value: &dyn Encode) -> Option<Value> {
        match value.view() {
            View::Text(text) | View::Decimal(text) => Some(Value::from(text)),
            View::Bool(value) => Some(Value::from(value)),
            View::Secret(value) => self.value_of(value),
            _ => serde_json::from_slice(&self.json_of(value)?).ok(),
        }
    }

    /// Sends the request and receives the response, which is a successful one.
    pub(crate) async fn send(&self) -> Result<Box<Reply>, Error> {
        self.exchange().run(&self.client).await
    }

    /// The same, and makes out the body.
    pub(crate) async fn send_for_body<T>(self: Box<Self>, read: Read<T>) -> Result<T, Error> {
        self.send().await?.into_body(read)
    }

    /// The same, and keeps what came with the body.
    pub(crate) async fn send_for_response<T>(
        self: Box<Self>,
        read: Read<T>,
    ) -> Result<Response<T>, Error> {
        self.send().await?.into_response(read)
    }

    /// The same, and leaves the body of the response to be read.
    pub(crate) async fn send_stream(mut self: Box<Self>) -> Result<Response<ByteStream>, Error> {
        self.options.is_streamed = true;
        self.send().await?.stream()
    }

    /// The request as a command line of `curl`, without secrets.
    pub(crate) fn to_curl(&self) -> Result<String, Error> {
        let data = self.shown.of(&self.body);
        curl::command(&self.without_secrets().exchange(), data, &self.client)
    }

    /// The same call without secrets in its parameters.
    fn without_secrets(&self) -> Self {
        let mut call = self.clone();
        let parameters = self.operation.parameters.iter();
        for (parameter, argument) in parameters.zip(&mut call.arguments) {
            if let Some(argument) = argument {
                argument.hide(parameter);
            }
        }
        call
    }

    fn exchange(&self) -> Exchange<'_> {
        let envelope = DOCUMENT.envelope.as_ref();
        Exchange {
            operation: self.operation.id.into(),
            method: &self.operation.method,
            path: self.operation.path,
            security: self.operation.security.into(),
            draft: self,
            envelope: envelope.filter(|envelope| self.asks_for(envelope.parameter)),
            options: &self.options,
        }
    }

    fn asks_for(&self, name: &str) -> bool {
        self.sent().any(|(parameter, value)| {
            (parameter.location, parameter.name) == (Location::Query, name)
                && matches!(value, Value::Bool(true))
        })
    }

    /// The parameters that the call has a value for.
    fn sent(&self) -> impl Iterator<Item = (&'static Parameter, &Value)> {
        let arguments = self.operation.parameters.iter().zip(&self.arguments);
        arguments.filter_map(|(parameter, argument)| Some((parameter, &argument.as_ref()?.value)))
    }

    /// What a transport in memory is told.
    #[cfg(feature = "test-util")]
    fn described(&self) -> crate::testing::Described {
        let parameters = self.operation.parameters.iter().zip(&self.arguments);
        let sent = parameters.filter_map(|(it, argument)| {
            let value = argument.as_ref()?.value.clone();
            Some((it.name.to_owned(), value))
        });
        crate::testing::Described {
            operation: self.operation.id,
            parameters: sent.collect(),
        }
    }

    fn check_required(&self) -> Result<(), String> {
        let missing = self
            .operation
            .parameters
            .iter()
            .zip(&self.arguments)
            .find(|(it, value)| it.required && value.is_none());
        match missing {
            Some((parameter, _)) => Err(format!("the parameter `{}` is not set", parameter.name)),
            None => Ok(()),
        }
    }

    fn url(&self) -> Result<Url, String> {
        let value = |name: &str| self.path_value(name);
        let mut url = self.base_url()?;
        let base = url.path().trim_end_matches('/');
        let target = path::fill(base, self.operation.path, &value)?;
        // Values are encoded, so only the template can bring these in. A fragment is not sent.
        let target = target.split_once('#').map_or(&*target, |(it, _)| it);
        let (path, fixed) = target.split_once('?').unwrap_or((target, ""));
        url.set_path(path);
        match self.joined(Location::Query, "&") {
            Some(query) if fixed.is_empty() => url.set_query(Some(&query)),
            Some(query) => url.set_query(Some(&[fixed, &query].join("&"))),
            None if fixed.is_empty() => {}
            None => url.set_query(Some(fixed)),
        }
        Ok(url)
    }

    /// The base URL of the operation. A relative one is resolved against that of the client (RFC 3986, section 5). One
    /// with a host gives way to the base URL that the caller has set, so that a test or a proxy gets every request.
    fn base_url(&self) -> Result<Url, String> {
        let base = self.client.url();
        let Some(own) = self.server else {
            return Ok(base.clone());
        };
        if self.client.has_own_base_url() && has_host(own) {
            return Ok(base.clone());
        }
        let joined = base.join(own);
        let mut url = joined.map_err(|error| format!("the URL: {error}"))?;
        url.set_query(None);
        url.set_fragment(None);
        Ok(url)
    }

    fn path_value(&self, name: &str) -> Option<Cow<'_, str>> {
        let is_it = |it: &&Parameter| it.location == Location::Path && it.name == name;
        let (it, value) = self.sent().find(|(it, _)| is_it(it))?;
        Some(parameter::in_path(it, value))
    }

    /// What is sent in the query or in the cookies, if anything is.
    fn joined(&self, location: Location, separator: &str) -> Option<String> {
        let sent = self.sent().filter(|(it, _)| it.location == location);
        let mut sent = sent.peekable();
        sent.peek()?;
        let pairs: Vec<_> = sent.flat_map(|(it, value)| pairs(it, value)).collect();
        Some(assignments(&pairs, separator)).filter(|text| !text.is_empty())
    }

    /// The headers of the client, then of the document, then of the call: the later one counts.
    fn all_headers(&self) -> Result<HeaderMap, String> {
        let shared = self.client.headers();
        // With room for those of the document and of the credentials.
        let mut headers = HeaderMap::with_capacity(shared.len() + 4);
        for (name, value) in shared {
            headers.insert(name, value.clone());
        }
        if let Some(accept) = &self.operation.accept {
            headers.insert(ACCEPT, accept.clone());
        }
        if !self.body.is_empty() {
            let usual = self.operation.content_type.as_ref();
            if let Some(content_type) = self.content_type.as_ref().or(usual) {
                headers.insert(CONTENT_TYPE, content_type.clone());
            }
        }
        for (it, value) in self
            .sent()
            .filter(|(it, _)| it.location == Location::Header)
        {
            if let Some(value) = parameter::in_header(it, value) {
                insert_header(&mut headers, it.name, &value)?;
            }
        }
        if let Some(cookies) = self.joined(Location::Cookie, "; ") {
            insert_header(&mut headers, COOKIE.as_str(), &cookies)?;
        }
        for (name, value) in &self.options.headers {
            headers.insert(name, value.clone());
        }
        Ok(headers)
    }
}

/// Whether the URL of a server names the host (RFC 3986, section 4.2).
fn has_host(server: &str) -> bool {
    server.starts_with("//") || Url::parse(server).is_ok()
}

impl Draft for Call {
    fn request(&self) -> Result<Box<reqwest::Request>, String> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        self.check_required()?;
        let method = self.operation.method.clone();
        let mut request = Box::new(reqwest::Request::new(method, self.url()?));
        *request.headers_mut() = self.all_headers()?;
        *request.body_mut() = Some(self.body.clone().into());
        #[cfg(feature = "test-util")]
        let request = Box::new(crate::testing::described(*request, self.described())?);
        Ok(request)
    }

    fn is_spent(&self) -> bool {
        self.body.is_spent()
    }
}

/// Arguments and body may be secret, so only what is set is shown.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.sent().map(|(parameter, _)| parameter.name).collect();
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("parameters", &names)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
