//! Requests of URLs that the server has sent.

use http::Method;
use http::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use reqwest::Url;

use super::core::Call;
use crate::client::attempts::{Exchange, RequestSource};
use crate::error::call_error::Error;
use crate::net::reply::Reply;

/// Gets a URL that the server has sent, with the headers of a call. Another origin receives neither credentials nor
/// headers that may be secret.
pub(crate) async fn send_to(
    call: &Call,
    url: Url,
    is_own_origin: bool,
) -> Result<Box<Reply>, Error> {
    let source = &Continued {
        call,
        url,
        is_own_origin,
    };
    let exchange = call.exchange();
    let security = if is_own_origin {
        exchange.security
    } else {
        (&[]).into()
    };
    let exchange = Exchange {
        method: &Method::GET,
        security,
        source,
        ..exchange
    };
    exchange.run(&call.client).await
}

/// The request of a page at a URL.
struct Continued<'a> {
    call: &'a Call,
    url: Url,
    is_own_origin: bool,
}

impl RequestSource for Continued<'_> {
    fn request(&self) -> Result<Box<reqwest::Request>, String> {
        let mut request = self.call.request()?;
        *request.method_mut() = Method::GET;
        *request.url_mut() = self.url.clone();
        *request.body_mut() = None;
        request.headers_mut().remove(CONTENT_TYPE);
        if !self.is_own_origin {
            let headers = std::mem::take(request.headers_mut());
            let public = [ACCEPT, USER_AGENT].into_iter();
            let public = public.filter_map(|name| Some((name.clone(), headers.get(name)?.clone())));
            request.headers_mut().extend(public);
        }
        Ok(request)
    }

    fn is_spent(&self) -> bool {
        false
    }
}
