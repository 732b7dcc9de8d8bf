//! `[streams]`: corrects which operations return sequences of values, and how.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::{Deserialize, Deserializer, de};

use crate::ir::MediaRange;

/// A setting that `false` switches off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Switch<T> {
    /// `false`
    Off,
    /// The value.
    On(T),
}

/// The sequence of values that an operation returns. What the table lacks is as it would be without the setting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct StreamOptions {
    /// The media type of the sequence. Default: the first one of the response, or else `text/event-stream`.
    #[serde(deserialize_with = "media_type")]
    pub media_type: Option<String>,
    /// The schema of each value: the name of a component.
    pub schema: Option<String>,
    /// The parameter, or the property of the request's body, that is true in a request for a sequence; `false` if there
    /// is none. Default: a boolean named `stream`.
    pub flag: Option<Switch<String>>,
    /// The data that ends the sequence; `false` if there is none. Default: `[DONE]` for server-sent events with JSON.
    pub terminator: Option<Switch<String>>,
}

impl StreamOptions {
    /// Whether a media type is that of the sequence.
    #[must_use]
    pub fn fits(&self, media_type: &str) -> bool {
        let range = MediaRange::new(media_type);
        match &self.media_type {
            Some(own) => range.essence() == MediaRange::new(own).essence(),
            None => range.sequence().is_some(),
        }
    }
}

fn media_type<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if MediaRange::new(&text).sequence().is_none() {
        return Err(de::Error::custom(
            "the media type is none of sequences, such as `text/event-stream` and `application/x-ndjson`",
        ));
    }
    Ok(Some(text))
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Switch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor(PhantomData))
    }
}

struct Visitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
    type Value = Switch<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`false` or a value")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Switch<T>, E> {
        if value {
            return Err(E::custom("the setting is `false` or a value"));
        }
        Ok(Switch::Off)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Switch<T>, E> {
        T::deserialize(StrDeserializer::new(value)).map(Switch::On)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Switch<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Switch::On)
    }
}

#[cfg(test)]
mod tests {
    use super::Switch;
    use crate::options::Options;

    #[test]
    fn settings_are_false_or_a_table() {
        let text = "[streams]\na = false\nb = { flag = false, terminator = \"[END]\" }\n";
        let options = Options::parse(text).unwrap();
        assert_eq!(options.streams["a"], Switch::Off);
        let Switch::On(b) = &options.streams["b"] else {
            panic!("{options:?}");
        };
        assert_eq!(b.flag, Some(Switch::Off));
        assert_eq!(b.terminator, Some(Switch::On("[END]".to_owned())));
    }

    #[test]
    fn invalid_tables_are_refused() {
        for (text, expected) in [
            ("a = true", "the setting is `false` or a value"),
            ("a = { items = \"X\" }", "unknown field `items`"),
            (
                "a = { media-type = \"text/csv\" }",
                "the media type is none of sequences",
            ),
        ] {
            let error = Options::parse(&format!("[streams]\n{text}\n")).unwrap_err();
            assert!(error.message.starts_with(expected), "{}", error.message);
        }
    }
}
