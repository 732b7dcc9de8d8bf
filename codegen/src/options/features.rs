//! `[features]`: the Cargo features of the crate.

use std::fmt;

use serde::de::{self, SeqAccess, value::SeqAccessDeserializer};
use serde::{Deserialize, Deserializer};

/// The Cargo features of the crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct FeatureOptions {
    /// The features of tags that are enabled by default.
    pub default: DefaultFeatures,
}

/// The features of tags that are enabled by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DefaultFeatures {
    /// All of them.
    #[default]
    All,
    /// None of them: users choose.
    None,
    /// These.
    Only(Vec<String>),
}

impl DefaultFeatures {
    /// Whether a feature is enabled by default.
    #[must_use]
    pub fn has(&self, feature: &str) -> bool {
        match self {
            Self::All => true,
            Self::None => false,
            Self::Only(features) => features.iter().any(|it| it == feature),
        }
    }
}

impl<'de> Deserialize<'de> for DefaultFeatures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = DefaultFeatures;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`\"all\"`, `\"none\"` or a list of features")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<DefaultFeatures, E> {
        match text {
            "all" => Ok(DefaultFeatures::All),
            "none" => Ok(DefaultFeatures::None),
            _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<DefaultFeatures, A::Error> {
        let features = Vec::deserialize(SeqAccessDeserializer::new(list))?;
        Ok(DefaultFeatures::Only(features))
    }
}

#[cfg(test)]
mod tests {
    use super::DefaultFeatures;
    use crate::options::Options;

    fn default(value: &str) -> Result<DefaultFeatures, String> {
        let options = Options::parse(&format!("[features]\ndefault = {value}\n"));
        let options =
            options.map_err(|error| format!("{:?}: {}", error.location, error.message))?;
        Ok(options.features.default)
    }

    #[test]
    fn all_none_or_some_features_are_enabled() {
        assert_eq!(default("\"all\""), Ok(DefaultFeatures::All));
        assert_eq!(default("\"none\""), Ok(DefaultFeatures::None));
        let only = default("[\"a\", \"b\"]").unwrap();
        assert!(only.has("b") && !only.has("c"));
        assert!(Options::default().features.default.has("c"));
    }

    #[test]
    fn other_values_are_rejected_at_their_place() {
        let expected = "expected `\"all\"`, `\"none\"` or a list of features";
        assert_eq!(
            default("\"some\""),
            Err(format!(
                "Offset(21): invalid value: string \"some\", {expected}"
            ))
        );
        assert_eq!(
            default("true"),
            Err(format!(
                "Offset(21): invalid type: boolean `true`, {expected}"
            ))
        );
        assert_eq!(
            default("[1]").unwrap_err(),
            "Offset(22): invalid type: integer `1`, expected a string"
        );
    }
}
