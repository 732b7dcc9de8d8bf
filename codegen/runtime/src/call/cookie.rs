//! Cookie parameters.

use http::HeaderValue;
use http::header::COOKIE;
use serde_json::Value;

use super::parameter::{Parameter, Target};
use super::query;
use super::query::Query;
use crate::document::ApiKeyLocation;
use crate::net::assignments::assignments;

/// A cookie parameter, which is written like a query parameter.
#[derive(Clone, Copy)]
pub(crate) struct Cookie(pub(crate) Query);

/// An optional cookie in the style `form`, exploded.
pub(crate) const fn cookie(name: &'static str) -> Cookie {
    Cookie(query(name))
}

impl Parameter for Cookie {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn is_required(&self) -> bool {
        self.0.required
    }

    fn default(&self) -> Option<Value> {
        self.0.default()
    }

    fn key_location(&self) -> Option<ApiKeyLocation> {
        Some(ApiKeyLocation::Cookie)
    }

    fn write<'a>(&self, value: &'a Value, target: &mut Target<'a>) -> Result<(), String> {
        let cookies = assignments(&self.0.pairs(value), "; ");
        if cookies.is_empty() {
            return Ok(());
        }
        let invalid = |_| "a cookie has a character that headers cannot have".to_owned();
        let cookies = match target.headers.get(COOKIE).map(HeaderValue::to_str) {
            Some(Ok(others)) => [others, &cookies].join("; "),
            _ => cookies,
        };
        let value = HeaderValue::try_from(cookies).map_err(invalid)?;
        target.headers.insert(COOKIE, value);
        Ok(())
    }
}
