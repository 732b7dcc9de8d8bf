//! Which event a request is about.

use std::collections::BTreeMap;

use http::HeaderMap;
use serde_json::value::RawValue;

/// Where a request has the name of its event.
pub(crate) struct Selection {
    /// The header with the name.
    pub(crate) header: Option<&'static str>,
    /// The property of the body with the name, or with the rest of it if a header has the beginning.
    pub(crate) field: Option<&'static str>,
}

impl Selection {
    /// The position of the event among `events`, each of which has names without symbols, or else the name of an unknown one.
    pub(crate) fn find(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        events: &[&[&str]],
    ) -> Result<usize, Option<String>> {
        let header = self
            .header
            .and_then(|name| headers.get(name)?.to_str().ok());
        let field = self.field.and_then(|name| text_at(body, name));
        let names = match (header, field) {
            (Some(header), Some(field)) => vec![format!("{header}.{field}"), header.to_owned()],
            (Some(header), None) => vec![header.to_owned()],
            (None, Some(field)) => vec![field],
            (None, None) => Vec::new(),
        };
        if self.header.is_none() && self.field.is_none() && events.len() == 1 {
            return Ok(0);
        }
        let mut found = names.iter().filter_map(|name| position(events, name));
        found.next().ok_or_else(|| names.into_iter().next())
    }
}

/// The position of the event with this name, whatever its symbols are.
pub(crate) fn position(events: &[&[&str]], name: &str) -> Option<usize> {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    events.iter().position(|names| names.contains(&&*plain))
}

/// The text of a property of an object.
fn text_at(body: &[u8], name: &str) -> Option<String> {
    let properties: BTreeMap<String, &RawValue> = serde_json::from_slice(body).ok()?;
    serde_json::from_str(properties.get(name)?.get()).ok()
}
