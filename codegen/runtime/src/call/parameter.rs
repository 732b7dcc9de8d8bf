//! Parameters of operations (OAS 3.0, Parameter Object).

use std::borrow::Cow;

use http::HeaderMap;
use serde_json::Value;

use crate::document::ApiKeyLocation;

/// A parameter of an operation.
pub(crate) trait Parameter: Sync {
    fn name(&self) -> &'static str;

    fn is_required(&self) -> bool;

    /// The value that is sent if a call does not set the parameter.
    fn default(&self) -> Option<Value>;

    /// The location, if an API key can have it.
    fn key_location(&self) -> Option<ApiKeyLocation>;

    /// Writes the value into a request.
    ///
    /// # Errors
    ///
    /// Why the value cannot be sent, without the value.
    fn write<'a>(&self, value: &'a Value, target: &mut Target<'a>) -> Result<(), String>;
}

/// The parts of a request that parameters are written to.
#[derive(Default)]
pub(crate) struct Target<'a> {
    /// The encoded values of path parameters, by name.
    pub(crate) path: Vec<(&'static str, Cow<'a, str>)>,
    /// The encoded names and values of the query.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
}
