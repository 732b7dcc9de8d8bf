//! Calls of operations.

use std::fmt;
use std::time::Duration;

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};
use reqwest::Url;

use super::argument::Argument;
use super::base_url::base_url;
use super::operation::Operation;
use super::parameter::{Parameter, Target};
use super::path_template;
use super::redaction::Shown;
use crate::client::attempts::{Exchange, RequestSource};
use crate::client::curl;
use crate::client::handle::Client;
use crate::client::options::Options;
use crate::client::retry::Retry;
use crate::error::call_error::Error;
use crate::net::assignments::assignments;
use crate::net::body::Body;
use crate::net::reply::{Read, Reply};
use crate::net::response::Response;

/// A call of an operation, before it is sent. Request builders wrap it.
#[derive(Clone)]
pub(crate) struct Call {
    pub(super) client: Client,
    pub(super) operation: &'static Operation,
    /// The base URL of the operation, if it has one of its own.
    pub(super) server: Option<&'static str>,
    /// One for each parameter of the operation.
    pub(super) arguments: Vec<Option<Argument>>,
    pub(super) body: Body,
    /// The part of the body that may be shown.
    pub(super) shown: Shown,
    /// The media type of the body, if it differs from that of the operation.
    pub(super) content_type: Option<HeaderValue>,
    pub(super) options: Options,
    /// Why the body cannot be sent. Setters do not fail; sending does.
    pub(super) problem: Option<String>,
}

impl Call {
    /// Creates a call. It is boxed, since it is moved often before it is sent, and futures keep their arguments.
    pub(crate) fn new(client: &Client, operation: &'static Operation) -> Box<Self> {
        let parameters = operation.parameters.iter();
        Box::new(Self {
            client: client.clone(),
            operation,
            server: None,
            arguments: parameters.map(|it| Argument::implied(*it)).collect(),
            body: Body::default(),
            shown: Shown::default(),
            content_type: None,
            options: Options::default(),
            problem: None,
        })
    }

    pub(crate) fn timeout(&mut self, timeout: Duration) {
        self.options.timeout = Some(timeout);
    }

    pub(crate) fn retry(&mut self, retry: Retry) {
        self.options.retry = Some(retry);
    }

    /// Sends the request until it succeeds.
    pub(crate) async fn send(&self) -> Result<Box<Reply>, Error> {
        self.exchange().run(&self.client).await
    }

    /// Sends the request and decodes the body of the response, and keeps the status and the headers.
    pub(crate) async fn send_for_response<T>(
        self: Box<Self>,
        read: Read<T>,
    ) -> Result<Response<T>, Error> {
        self.send().await?.into_response(read)
    }

    /// The request as a `curl` command line, without secrets.
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
                argument.hide(*parameter);
            }
        }
        call.options.hide_query();
        call
    }

    pub(super) fn exchange(&self) -> Exchange<'_> {
        let envelope = self.operation.envelope;
        Exchange {
            operation: self.operation.id.into(),
            method: &self.operation.method,
            path: self.operation.path,
            security: self.operation.security.into(),
            source: self,
            unwrap: envelope.and_then(|requested| requested(self)),
            options: &self.options,
        }
    }

    /// The parameters that have a value.
    pub(super) fn sent(&self) -> impl Iterator<Item = (&'static dyn Parameter, &Argument)> {
        let arguments = self.operation.parameters.iter().zip(&self.arguments);
        arguments.filter_map(|(parameter, argument)| Some((*parameter, argument.as_ref()?)))
    }

    /// The parts of the call that a transport in memory shows.
    #[cfg(feature = "test-util")]
    fn described(&self) -> serde_json::Value {
        let sent = self.sent();
        let sent = sent.map(|(it, argument)| (it.name().to_owned(), argument.value.clone()));
        crate::testing::description(self.operation.id, &sent.collect())
    }

    fn check_required(&self) -> Result<(), String> {
        let mut parameters = self.operation.parameters.iter().zip(&self.arguments);
        match parameters.find(|(it, value)| it.is_required() && value.is_none()) {
            Some((parameter, _)) => Err(format!("the parameter `{}` is not set", parameter.name())),
            None => Ok(()),
        }
    }

    fn url(&self, target: &Target<'_>) -> Result<Url, String> {
        let mut url = base_url(self)?;
        let base = url.path().trim_end_matches('/');
        let path = path_template::fill(base, self.operation.path, &target.path)?;
        // Values are encoded, so only the template can have a query or a fragment. A fragment is not sent.
        let path = path.split_once('#').map_or(&*path, |(it, _)| it);
        let (path, fixed) = path.split_once('?').unwrap_or((path, ""));
        url.set_path(path);
        let query = assignments(&target.query, "&");
        if let Some(query) = self.options.query(&[fixed, &query]) {
            url.set_query(Some(&query));
        }
        Ok(url)
    }

    /// The headers of the client, then of the document, then of the call. Later ones take precedence.
    fn all_headers(&self, target: Target<'_>) -> HeaderMap {
        let shared = &self.client.parts().headers;
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
        for (name, value) in target.headers {
            if let Some(name) = name {
                headers.insert(name, value);
            }
        }
        for (name, value) in &self.options.headers {
            headers.insert(name, value.clone());
        }
        headers
    }
}

impl RequestSource for Call {
    fn request(&self) -> Result<Box<reqwest::Request>, String> {
        let arguments = self.arguments.iter().flatten();
        let problems = arguments.filter_map(|argument| argument.problem.as_ref());
        let problems: Vec<_> = problems.chain(&self.problem).map(String::as_str).collect();
        if !problems.is_empty() {
            return Err(problems.join("; "));
        }
        self.check_required()?;
        let mut target = Target::default();
        for (parameter, argument) in self.sent() {
            parameter.write(&argument.value, &mut target)?;
        }
        let method = self.operation.method.clone();
        let mut request = Box::new(reqwest::Request::new(method, self.url(&target)?));
        *request.headers_mut() = self.all_headers(target);
        *request.body_mut() = Some((&self.body).into());
        #[cfg(feature = "test-util")]
        let request = Box::new(crate::testing::described(*request, self.described())?);
        Ok(request)
    }

    fn is_spent(&self) -> bool {
        self.body.is_spent()
    }
}

/// Shows which parameters are set, but no values, which may be secret.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.sent().map(|(parameter, _)| parameter.name()).collect();
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("parameters", &names)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
