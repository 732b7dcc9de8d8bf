//! JSON Pointers (RFC 6901) in the settings.

use serde::{Deserialize, Deserializer, de};

/// Why a text is not a JSON Pointer.
pub(super) fn problem(text: &str) -> Option<String> {
    let is_pointer = text.is_empty() || text.starts_with('/');
    (!is_pointer).then(|| format!("`{text}` is not a JSON Pointer, which begins with `/`"))
}

pub(super) fn check<E: de::Error>(text: &str) -> Result<(), E> {
    problem(text).map_or(Ok(()), |it| Err(E::custom(it)))
}

pub(super) fn one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let pointer = String::deserialize(deserializer)?;
    check(&pointer)?;
    Ok(pointer)
}

pub(super) fn optional<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    one(deserializer).map(Some)
}

/// One pointer, or an array of them.
pub(super) fn several<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Pointers {
        One(String),
        Several(Vec<String>),
    }
    let pointers = match Pointers::deserialize(deserializer)? {
        Pointers::One(pointer) => vec![pointer],
        Pointers::Several(pointers) => pointers,
    };
    pointers.iter().try_for_each(|it| check(it))?;
    Ok(pointers)
}

pub(super) fn optional_several<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<String>>, D::Error> {
    several(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use crate::Options;

    #[test]
    fn each_pointer_of_an_error_and_an_envelope_is_checked() {
        let wrong = [
            "[error]\ncode = \"code\"",
            "[error]\nmessage = [\"/a\", \"b\"]",
            "[error]\nfields = [{ list = \"errors\" }]",
            "[error]\nfields = [{ list = \"/errors\", field = \"path\" }]",
            "[error.retry-after-seconds]\ncode = \"A\"\npointer = \"seconds\"",
            "[envelope]\nparameter = \"envelope\"\nstatus = \"status\"\ncontent = [\"/content\"]",
            "[envelope]\nparameter = \"envelope\"\nstatus = \"/status\"\ncontent = [\"content\"]",
        ];
        for text in wrong {
            let error = Options::parse(text).unwrap_err();
            let expected = "is not a JSON Pointer, which begins with `/`";
            assert!(error.message.contains(expected), "{}", error.message);
        }
        let text = "[error]\nfields = [{ list = \"\", code = \"/code\", message = [] }]";
        let fields = Options::parse(text).unwrap().error.fields.unwrap();
        assert_eq!(fields[0].code, ["/code"]);
    }
}
