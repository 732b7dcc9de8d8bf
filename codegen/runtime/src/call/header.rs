//! Header parameters.

use http::{HeaderName, HeaderValue};
use serde_json::Value;

use super::implied::implied;
use super::parameter::{Parameter, Target};
use super::scalar::text;
use super::style::{is_absent, joined};
use crate::document::ApiKeyLocation;

/// A header parameter.
#[derive(Clone, Copy)]
pub(crate) struct Header {
    pub(crate) name: &'static str,
    /// Writes the value, if there is one. It is not encoded, since a header is not a part of a URL.
    pub(crate) style: fn(&Header, &Value) -> Option<String>,
    pub(crate) explode: bool,
    pub(crate) required: bool,
    pub(crate) default: Option<&'static str>,
    /// The default of a style that is JSON.
    pub(crate) json_default: Option<&'static str>,
}

/// An optional header in the style `simple`.
pub(crate) const fn header(name: &'static str) -> Header {
    Header {
        name,
        style: simple,
        explode: false,
        required: false,
        default: None,
        json_default: None,
    }
}

impl Parameter for Header {
    fn name(&self) -> &'static str {
        self.name
    }

    fn is_required(&self) -> bool {
        self.required
    }

    fn default(&self) -> Option<Value> {
        implied(self.default, self.json_default)
    }

    fn key_location(&self) -> Option<ApiKeyLocation> {
        Some(ApiKeyLocation::Header)
    }

    fn write<'a>(&self, value: &'a Value, target: &mut Target<'a>) -> Result<(), String> {
        let name = self.name;
        let Some(value) = (self.style)(self, value) else {
            return Ok(());
        };
        // Neither error shows the value.
        let error = |_| format!("the header `{name}` has a character that headers cannot have");
        let header = HeaderName::try_from(name).map_err(|_| format!("`{name}` is no header"))?;
        let value = HeaderValue::try_from(value).map_err(error)?;
        target.headers.insert(header, value);
        Ok(())
    }
}

fn simple(parameter: &Header, value: &Value) -> Option<String> {
    let text = |value: &Value| text(value).into_owned();
    (!is_absent(value)).then(|| joined(parameter.explode, value, ",", &text))
}
