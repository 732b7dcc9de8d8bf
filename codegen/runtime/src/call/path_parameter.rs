//! Path parameters.

use std::borrow::Cow;

use percent_encoding::utf8_percent_encode;
use serde_json::Value;

use super::encoded::encoded;
use super::implied::implied;
use super::parameter::{Parameter, Target};
use super::style::{is_absent, joined};
use crate::document::ApiKeyLocation;
use crate::net::percent::RESERVED;

/// A path parameter.
#[derive(Clone, Copy)]
pub(crate) struct Path {
    pub(crate) name: &'static str,
    pub(crate) style: for<'a> fn(&Path, &'a Value) -> Cow<'a, str>,
    pub(crate) explode: bool,
    pub(crate) default: Option<&'static str>,
    /// The default of a style that is JSON.
    pub(crate) json_default: Option<&'static str>,
}

/// A path parameter in the style `simple`.
pub(crate) const fn path(name: &'static str) -> Path {
    Path {
        name,
        style: simple,
        explode: false,
        default: None,
        json_default: None,
    }
}

impl Parameter for Path {
    fn name(&self) -> &'static str {
        self.name
    }

    fn is_required(&self) -> bool {
        true
    }

    fn default(&self) -> Option<Value> {
        implied(self.default, self.json_default)
    }

    fn key_location(&self) -> Option<ApiKeyLocation> {
        None
    }

    fn write<'a>(&self, value: &'a Value, target: &mut Target<'a>) -> Result<(), String> {
        target.path.push((self.name, (self.style)(self, value)));
        Ok(())
    }
}

fn simple<'a>(parameter: &Path, value: &'a Value) -> Cow<'a, str> {
    match value {
        // Most path parameters are texts without a character to encode.
        Value::String(text) => utf8_percent_encode(text, RESERVED).into(),
        // An empty path parameter is an error.
        _ if is_absent(value) => Cow::Borrowed(""),
        _ => Cow::Owned(joined(parameter.explode, value, ",", &encoded)),
    }
}
