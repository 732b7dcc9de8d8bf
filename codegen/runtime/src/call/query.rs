//! Query parameters.

use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde_json::Value;

use super::implied::implied;
use super::nested::spread;
use super::parameter::{Parameter, Target};
use super::scalar::text;
use super::style::{is_absent, joined};
use crate::document::ApiKeyLocation;
use crate::net::percent::{RESERVED, encode};

/// The characters that are encoded with `allowReserved`: those that would end the query or the value, and those that
/// RFC 3986 does not allow in a query.
const ENDING: &AsciiSet = &RESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'?')
    .remove(b'@');

/// A query parameter, or a field of a form.
#[derive(Clone, Copy)]
pub(crate) struct Query {
    pub(crate) name: &'static str,
    /// Writes names and values, percent-encoded.
    pub(crate) style: fn(&Query, &Value) -> Vec<(String, String)>,
    pub(crate) explode: bool,
    /// Whether reserved characters are not encoded, unless they would end the value (`allowReserved`).
    pub(crate) reserved: bool,
    pub(crate) required: bool,
    pub(crate) default: Option<&'static str>,
    /// The default of a style that is JSON.
    pub(crate) json_default: Option<&'static str>,
}

/// An optional query parameter in the style `form`, exploded.
pub(crate) const fn query(name: &'static str) -> Query {
    Query {
        name,
        style: form,
        explode: true,
        reserved: false,
        required: false,
        default: None,
        json_default: None,
    }
}

impl Query {
    /// The names and values, percent-encoded.
    pub(crate) fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        (self.style)(self, value)
    }

    /// A scalar, percent-encoded.
    pub(super) fn encoded(&self, value: &Value) -> String {
        let set = if self.reserved { ENDING } else { RESERVED };
        utf8_percent_encode(&text(value), set).to_string()
    }
}

impl Parameter for Query {
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
        Some(ApiKeyLocation::Query)
    }

    fn write<'a>(&self, value: &'a Value, target: &mut Target<'a>) -> Result<(), String> {
        target.query.extend(self.pairs(value));
        Ok(())
    }
}

/// Writes `name=a&name=b`, or `name=a,b` unless exploded.
///
/// OpenAPI defines lists of scalars and objects of scalars. Beyond that: null is omitted; a list in an exploded object
/// repeats its key; deeper values are written as in `deepObject`, or as JSON if the style allows one text only.
fn form(parameter: &Query, value: &Value) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let encoded = |value: &Value| parameter.encoded(value);
    match value {
        _ if is_absent(value) => {}
        Value::Object(entries) if parameter.explode => {
            for (key, value) in entries {
                spread(key, value, &encoded, &mut pairs);
            }
        }
        Value::Array(_) if parameter.explode => {
            spread(parameter.name, value, &encoded, &mut pairs);
        }
        _ => {
            let text = joined(parameter.explode, value, ",", &encoded);
            pairs.push((encode(parameter.name), text));
        }
    }
    pairs
}
