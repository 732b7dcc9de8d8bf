//! API keys.

use std::error::Error as StdError;

use http::header::COOKIE;
use http::{HeaderName, HeaderValue};
use secrecy::zeroize::Zeroizing;

use super::credentials::{Authorization, Credentials};
use super::header::sensitive;
use super::secret::Secret;
use crate::document::{ApiKeyLocation, SecurityKind, SecurityScheme};
use crate::net::percent::encode;
use crate::net::transport::BoxFuture;

/// An API key, sent in the header, query parameter or cookie that the document names (OAS 3.0, Security Scheme Object,
/// `apiKey`).
///
/// A key in a cookie is sent without encoding, since a server compares it with the value that it has issued. A call
/// fails before anything is sent if the key contains a character that is invalid in cookies: a space, a quote, a comma,
/// a semicolon, a backslash, a control character or a non-ASCII character (RFC 6265, section 4.1.1).
#[derive(Clone, Debug)]
pub struct ApiKey {
    key: Secret,
    scheme: Option<String>,
}

impl ApiKey {
    /// Creates credentials from a key.
    #[must_use]
    pub fn new(key: impl Into<Secret>) -> Self {
        Self {
            key: key.into(),
            scheme: None,
        }
    }

    /// Restricts the key to the security scheme `name`, if the document has several schemes with API keys.
    #[must_use]
    pub fn for_scheme(mut self, name: impl Into<String>) -> Self {
        self.scheme = Some(name.into());
        self
    }

    fn add(
        &self,
        request: &mut reqwest::Request,
        location: ApiKeyLocation,
        name: &str,
    ) -> Result<(), Box<dyn StdError + Send + Sync>> {
        let key = self.key.expose();
        match location {
            ApiKeyLocation::Header => {
                let name = HeaderName::try_from(name)?;
                request.headers_mut().insert(name, sensitive(key)?);
            }
            ApiKeyLocation::Query => {
                let query = Zeroizing::new(with_query(request.url().query(), name, key));
                request.url_mut().set_query(Some(&query));
            }
            ApiKeyLocation::Cookie => {
                let cookies = request.headers().get(COOKIE);
                let value = with_cookie(cookies, name, key)?;
                request.headers_mut().insert(COOKIE, value);
            }
        }
        Ok(())
    }
}

fn with_query(query: Option<&str>, name: &str, key: &str) -> String {
    let separator = query.map_or("", |_| "&");
    let (name, key) = (encode(name), Zeroizing::new(encode(key)));
    [query.unwrap_or_default(), separator, &name, "=", &key].concat()
}

fn with_cookie(
    cookies: Option<&HeaderValue>,
    name: &str,
    key: &str,
) -> Result<HeaderValue, Box<dyn StdError + Send + Sync>> {
    if !key.bytes().all(is_cookie_octet) {
        return Err("the key contains a character that is invalid in cookies".into());
    }
    let cookies = cookies.map(HeaderValue::to_str).transpose()?;
    let separator = cookies.map_or("", |_| "; ");
    let text = [cookies.unwrap_or_default(), separator, name, "=", key].concat();
    Ok(sensitive(&Zeroizing::new(text))?)
}

/// Whether the value of a cookie may contain the byte (RFC 6265, section 4.1.1).
fn is_cookie_octet(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\')
}

impl Credentials for ApiKey {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        let is_it = |name: &String| name == scheme.name;
        matches!(scheme.kind, SecurityKind::ApiKey { .. }) && self.scheme.as_ref().is_none_or(is_it)
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            for scheme in authorization.schemes {
                if let SecurityKind::ApiKey { location, name } = scheme.kind {
                    self.add(request, location, name)?;
                }
            }
            Ok(())
        })
    }
}
