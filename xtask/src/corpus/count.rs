//! Counts the operations of a document without the generator, so that the count includes operations that it loses.

use serde_yaml::Value;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The number of operations below `paths`. `None` if the text cannot be parsed.
pub(super) fn operations(text: &str) -> Option<usize> {
    // YAML lacks a few escapes of JSON.
    let document: Value = serde_json::from_str(text)
        .ok()
        .or_else(|| serde_yaml::from_str(text).ok())?;
    let Some(paths) = document.get("paths").and_then(Value::as_mapping) else {
        return Some(0);
    };
    let items = paths.values().map(|item| referred(&document, item));
    let operations = items.map(|item| METHODS.iter().filter(|it| item.get(**it).is_some()).count());
    Some(operations.sum())
}

/// Resolves a path item that is a reference within the document.
fn referred<'a>(document: &'a Value, item: &'a Value) -> &'a Value {
    let pointer = item.get("$ref").and_then(Value::as_str);
    let target = pointer
        .and_then(|it| it.strip_prefix("#/"))
        .and_then(|pointer| {
            pointer.split('/').try_fold(document, |value, segment| {
                value.get(segment.replace("~1", "/").replace("~0", "~"))
            })
        });
    target.unwrap_or(item)
}

#[cfg(test)]
mod tests {
    use super::operations;

    #[test]
    fn methods_of_all_paths_are_counted() {
        let text = "
paths:
  /pets: { get: {}, post: {}, parameters: [] }
  /cats: { $ref: '#/paths/~1pets' }
  x-note: get
";
        assert_eq!(operations(text), Some(4));
    }

    #[test]
    fn json_is_read_as_json() {
        let text = r#"{"paths": {"/a": {"get": {"summary": "\ud83d\ude00"}}}}"#;
        assert_eq!(operations(text), Some(1));
    }

    #[test]
    fn unparsable_text_has_no_count() {
        assert_eq!(operations("a: [b"), None);
        assert_eq!(operations("openapi: 3.0.3"), Some(0));
    }
}
