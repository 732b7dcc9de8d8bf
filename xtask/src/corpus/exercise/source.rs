//! The text of a document as a value, which is read without the generator.

use serde_json::{Map, Value};

use crate::percent::decoded;

/// A document.
pub(super) struct Source(Value);

impl Source {
    /// Parses JSON or YAML. `None` if it is neither.
    pub(super) fn parse(text: &str) -> Option<Self> {
        // YAML lacks a few escapes of JSON.
        let json = serde_json::from_str(text).ok();
        let yaml = || serde_yaml::from_str(text).ok().and_then(json_of);
        json.or_else(yaml).map(Self)
    }

    pub(super) fn into_value(self) -> Value {
        self.0
    }

    /// The value at a JSON Pointer, references followed.
    pub(super) fn at(&self, pointer: &str) -> Option<&Value> {
        self.followed(self.0.pointer(pointer)?)
    }

    /// The target of a chain of references, or the value itself.
    pub(super) fn followed<'d>(&'d self, value: &'d Value) -> Option<&'d Value> {
        let mut value = value;
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = reference(value) else {
                return Some(value);
            };
            value = self.target(reference)?;
        }
        None
    }

    /// The target of a reference within the document.
    pub(super) fn target(&self, reference: &str) -> Option<&Value> {
        let pointer = decoded(reference.strip_prefix('#')?);
        self.0.pointer(&pointer)
    }
}

/// Longer chains of references are circles.
const LONGEST_CHAIN: usize = 32;

/// The text of `$ref`.
pub(super) fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()
}

/// YAML as JSON. Keys such as status codes become strings.
fn json_of(value: serde_yaml::Value) -> Option<Value> {
    use serde_yaml::Value as Yaml;

    Some(match value {
        Yaml::Mapping(entries) => {
            let entries = entries.into_iter().map(|(key, value)| {
                let key = match key {
                    Yaml::String(text) => text,
                    Yaml::Number(number) => number.to_string(),
                    Yaml::Bool(flag) => flag.to_string(),
                    _ => return None,
                };
                Some((key, json_of(value)?))
            });
            Value::Object(entries.collect::<Option<Map<_, _>>>()?)
        }
        Yaml::Sequence(items) => {
            Value::Array(items.into_iter().map(json_of).collect::<Option<_>>()?)
        }
        Yaml::Tagged(tagged) => json_of(tagged.value)?,
        scalar => serde_json::to_value(scalar).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Source;

    #[test]
    fn references_are_followed_through_escapes() {
        let text = "
a: { $ref: '#/b~1c/200/%C2%AB' }
b/c: { 200: { «: { $ref: '#/d' } } }
d: 1
";
        let source = Source::parse(text).unwrap();
        assert_eq!(source.at("/a"), Some(&json!(1)));
        assert_eq!(source.at("/e"), None);
    }

    #[test]
    fn a_circle_of_references_has_no_target() {
        let source = Source::parse(r##"{"a": {"$ref": "#/a"}}"##).unwrap();
        assert_eq!(source.at("/a"), None);
    }
}
