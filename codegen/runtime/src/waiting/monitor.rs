//! URLs at which a server reports the progress of work.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::header::{HeaderName, LOCATION};
use http::{HeaderMap, Method, StatusCode};

use super::place::Place;
use super::poll::{Poll, Replies};
use crate::call::core::Call;
use crate::call::limit::limit;
use crate::call::operation_of::operation_of;
use crate::call::see_other::see_other;
use crate::call::sent_url;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::transport::BoxFuture;

/// The kind of a URL.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// That of `Operation-Location` or `Azure-AsyncOperation`, whose body has a status.
    Status,
    /// That of `Location`, whose status is 202 until the work is done.
    Location,
    /// That of the call, which may have the state of the resource.
    Resource,
}

impl Kind {
    /// The places of the state.
    pub(super) fn state(self) -> &'static [Place] {
        match self {
            Self::Status => &[(None, "/status")],
            Self::Location => &[],
            Self::Resource => &[(None, "/properties/provisioningState")],
        }
    }
}

/// The headers with the URL of a status.
const STATUS: [HeaderName; 2] = [
    HeaderName::from_static("operation-location"),
    HeaderName::from_static("azure-asyncoperation"),
];

/// What messages call the URL.
const WORK: sent_url::Referent = "the progress of the work";

/// The greatest number of redirects in a row.
const REDIRECTS: usize = 5;

/// Polls a URL, which may change with each response.
pub(super) struct Monitor {
    pub(super) call: Box<Call>,
    pub(super) kind: Kind,
    allowed: Vec<String>,
    urls: Mutex<Urls>,
}

/// Absolute URLs.
#[derive(Clone)]
struct Urls {
    /// The URL to poll.
    poll: String,
    /// The last `Location`.
    location: Option<String>,
}

impl Monitor {
    /// The monitor after the first response to a call, unless that tells that the work is done.
    ///
    /// # Errors
    ///
    /// If a URL is not valid.
    pub(super) fn of(
        call: Box<Call>,
        (method, original): (&Method, &str),
        first: &Reply,
        allowed: Vec<String>,
    ) -> Result<Option<Self>, String> {
        let status = header(&call, original, &first.headers, &STATUS)?;
        let location = header(&call, original, &first.headers, &[LOCATION])?;
        let is_accepted = first.status == StatusCode::ACCEPTED;
        let is_idempotent = [Method::GET, Method::PUT, Method::PATCH].contains(method);
        let (kind, poll) = match (status, &location) {
            (Some(status), _) => (Kind::Status, status),
            (None, Some(location)) if is_accepted => (Kind::Location, location.clone()),
            (None, _) if is_idempotent => (Kind::Resource, original.to_owned()),
            (None, _) => return Ok(None),
        };
        Ok(Some(Self {
            call,
            kind,
            allowed,
            urls: Mutex::new(Urls { poll, location }),
        }))
    }

    /// The last `Location` of a response.
    pub(super) fn location(&self) -> Option<String> {
        self.urls().location
    }

    /// Gets a URL, and follows redirects, each of which must have an origin that is allowed.
    pub(super) async fn get(&self, mut call: Box<Call>, url: String) -> Result<Box<Reply>, Error> {
        see_other(&mut call);
        let invalid = |reason: String| Error::invalid(operation_of(&self.call).id, reason);
        let mut url = url;
        for _ in 0..REDIRECTS {
            let sent = sent_url::send(call.clone(), &url, &self.allowed, WORK);
            let reply = sent.map_err(invalid)?.await?;
            if !reply.status.is_redirection() {
                return Ok(reply);
            }
            let next = header(&call, &url, &reply.headers, &[LOCATION]).map_err(invalid)?;
            url = next.ok_or_else(|| invalid("a redirect has no `Location`".to_owned()))?;
        }
        Err(invalid("there are too many redirects".to_owned()))
    }

    fn urls(&self) -> Urls {
        let urls = self.urls.lock();
        urls.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes the URLs of a response, which replace those before it.
    fn follow(&self, headers: &HeaderMap) -> Result<(), String> {
        let mut urls = self.urls();
        let status = header(&self.call, &urls.poll, headers, &STATUS)?;
        let location = header(&self.call, &urls.poll, headers, &[LOCATION])?;
        match self.kind {
            Kind::Status => urls.poll = status.unwrap_or(urls.poll),
            Kind::Location => urls.poll = location.clone().unwrap_or(urls.poll),
            Kind::Resource => {}
        }
        urls.location = location.or(urls.location);
        *self.urls.lock().unwrap_or_else(PoisonError::into_inner) = urls;
        Ok(())
    }
}

impl Poll for Monitor {
    fn poll(&self, time: Option<Duration>) -> BoxFuture<'_, Result<Replies, Error>> {
        let mut call = self.call.clone();
        if let Some(time) = time {
            limit(&mut call, time);
        }
        Box::pin(async move {
            let reply = self.get(call, self.urls().poll).await?;
            let followed = self.follow(&reply.headers);
            followed.map_err(|reason| Error::invalid(operation_of(&self.call).id, reason))?;
            Ok(vec![reply])
        })
    }
}

/// The absolute URL in the first of these headers that a response has.
fn header(
    call: &Call,
    base: &str,
    headers: &HeaderMap,
    names: &[HeaderName],
) -> Result<Option<String>, String> {
    let mut values = names.iter().filter_map(|name| headers.get(name));
    let Some(Ok(reference)) = values.next().map(|value| value.to_str()) else {
        return Ok(None);
    };
    let url = sent_url::absolute(call, Some(base), reference, WORK)?;
    Ok(Some(url.into()))
}
