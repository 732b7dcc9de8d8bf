//! Media types, ranges of them, and the encodings of values.

use std::fmt;

use super::ApiVersion;

/// A media type, or a range such as `image/*` (RFC 9110, sections 8.3.1 and 12.5.1).
///
/// The text is that of the document, because it is sent verbatim. Only texts are equal that are the same; compare
/// [`Self::essence`] to ignore case and parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MediaRange {
    text: String,
    essence: String,
}

/// The encoding of a value in a media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `application/json` and everything with the suffix `+json`.
    Json,
    /// `application/xml` and everything with the suffix `+xml`, if it holds an object and there is no JSON.
    Xml,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `multipart/form-data`
    Multipart,
    /// `text/*`
    Text,
    /// Bytes.
    Binary,
}

impl MediaRange {
    /// The media type of JSON.
    pub const JSON: &str = "application/json";

    /// Parses a key of `content`, or a media type of `contentType`. Any text is accepted.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let essence = text.split(';').next().unwrap_or_default();
        Self {
            text: text.to_owned(),
            essence: essence.trim().to_ascii_lowercase(),
        }
    }

    /// The text of the document.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The media type in lower case, without its parameters.
    #[must_use]
    pub fn essence(&self) -> &str {
        &self.essence
    }

    /// The type and the subtype, in lower case. `None` if the text is not a media type.
    #[must_use]
    pub fn parts(&self) -> Option<(&str, &str)> {
        self.essence.split_once('/')
    }

    /// Whether it is a range, which is not a valid `Content-Type`.
    #[must_use]
    pub fn is_wildcard(&self) -> bool {
        self.essence.contains('*')
    }

    /// Whether it is `application/json`, `text/json`, or has the suffix `+json` (RFC 6839).
    #[must_use]
    pub fn is_json(&self) -> bool {
        matches!(&*self.essence, Self::JSON | "text/json") || self.has_suffix("+json")
    }

    /// Whether values are written as text: `text/*`, JSON and XML.
    #[must_use]
    pub fn is_text(&self) -> bool {
        let starts = ["text/", Self::JSON, "application/xml"];
        starts.iter().any(|start| self.essence.starts_with(start))
            || self.has_suffix("+json")
            || self.has_suffix("+xml")
    }

    fn has_suffix(&self, suffix: &str) -> bool {
        self.essence.ends_with(suffix)
    }

    /// Whether it is XML (RFC 7303).
    #[must_use]
    pub fn is_xml(&self) -> bool {
        matches!(self.essence(), "application/xml" | "text/xml") || self.essence.ends_with("+xml")
    }

    /// How a body in the media type is a sequence of values, if it is one.
    #[must_use]
    pub fn sequence(&self) -> Option<Sequence> {
        match &*self.essence {
            "text/event-stream" => Some(Sequence::Events),
            "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/x-jsonlines" => Some(Sequence::Lines),
            "application/json-seq" => Some(Sequence::Texts),
            // RFC 8091
            _ if self.has_suffix("+json-seq") => Some(Sequence::Texts),
            _ => None,
        }
    }

    /// The encoding of values in the media type, unless it is that of XML that describes an object.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        match &*self.essence {
            "application/x-www-form-urlencoded" => Encoding::Form,
            "multipart/form-data" => Encoding::Multipart,
            _ if self.is_json() => Encoding::Json,
            essence if essence.starts_with("text/") => Encoding::Text,
            _ => Encoding::Binary,
        }
    }

    /// The subtype of a vendor (RFC 6838, section 3.2), such as `atlas.2023-01-01+json`.
    #[must_use]
    pub fn vendor(&self) -> Option<&str> {
        self.essence.strip_prefix("application/vnd.")
    }

    /// The version in the subtype of a vendor: its last word before the suffix.
    #[must_use]
    pub fn version(&self) -> Option<ApiVersion> {
        let name = self.vendor()?.split('+').next()?;
        ApiVersion::parse(name.rsplit('.').next()?)
    }

    /// Whether one of the parameters has this name.
    #[must_use]
    pub fn has_parameter(&self, name: &str) -> bool {
        let parameters = self.text.split(';').skip(1);
        let mut names = parameters.filter_map(|parameter| parameter.split('=').next());
        names.any(|it| it.trim().eq_ignore_ascii_case(name))
    }
}

/// How a body is a sequence of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sequence {
    /// Server-sent events (`text/event-stream`).
    Events,
    /// JSON on each line.
    Lines,
    /// JSON text sequences (RFC 7464).
    Texts,
}

impl fmt::Display for MediaRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::MediaRange;
    use crate::ir::{ApiVersion, Encoding};

    #[test]
    fn the_text_is_kept_and_the_essence_is_normal() {
        let range = MediaRange::new("Application/Vnd.X+JSON ; Version=1;charset=utf-8");
        assert_eq!(
            range.as_str(),
            "Application/Vnd.X+JSON ; Version=1;charset=utf-8"
        );
        assert_eq!(range.essence(), "application/vnd.x+json");
        assert_eq!(range.parts(), Some(("application", "vnd.x+json")));
        assert!(range.has_parameter("version") && range.has_parameter("charset"));
        assert!(!range.has_parameter("v") && !range.has_parameter("Application/Vnd.X+JSON"));
        assert_eq!(MediaRange::new("json").parts(), None);
    }

    #[test]
    fn encodings() {
        use Encoding::{Binary, Form, Json, Multipart, Text};
        let all = [
            ("application/json", Json, true),
            ("APPLICATION/JSON; charset=utf-8", Json, true),
            ("text/json", Json, true),
            ("application/problem+json", Json, true),
            ("application/*+json", Json, true),
            ("application/x-www-form-urlencoded", Form, false),
            ("multipart/form-data; boundary=x", Multipart, false),
            ("text/plain", Text, true),
            ("text/*", Text, true),
            ("image/svg+xml", Binary, true),
            ("application/xml", Binary, true),
            ("application/jsonl", Binary, true),
            ("image/png", Binary, false),
            ("*/*", Binary, false),
            ("json", Binary, false),
            ("", Binary, false),
        ];
        for (text, encoding, is_text) in all {
            let range = MediaRange::new(text);
            assert_eq!(range.encoding(), encoding, "{text}");
            assert_eq!(range.is_json(), encoding == Json, "{text}");
            assert_eq!(range.is_text(), is_text, "{text}");
            assert_eq!(range.is_wildcard(), text.contains('*'), "{text}");
        }
    }

    #[test]
    fn versions() {
        let date = |date: &str| Some(ApiVersion::Date(date.to_owned()));
        let all = [
            ("application/vnd.atlas.2023-01-01+json", date("2023-01-01")),
            (
                "application/vnd.Atlas.2023-01-01+CSV;q=1",
                date("2023-01-01"),
            ),
            (
                "application/vnd.atlas.preview+json",
                Some(ApiVersion::Preview),
            ),
            ("application/vnd.atlas.v2+json", None),
            ("application/atlas.2023-01-01+json", None),
        ];
        for (text, version) in all {
            assert_eq!(MediaRange::new(text).version(), version, "{text}");
        }
    }
}
