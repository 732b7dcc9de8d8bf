//! Keywords of later versions.

use super::keyword as k;

/// The construct of 3.0 that replaces a keyword of 3.1 or 3.2.
pub(in crate::load) fn instead(key: &str) -> Option<&'static str> {
    Some(match key {
        k::CONST => "write `enum` with one value",
        k::EXAMPLES => "write `example`",
        k::CONTENT_ENCODING | k::CONTENT_MEDIA_TYPE => "write `format: byte` or `format: binary`",
        k::DEFS | k::DEFINITIONS => "write the schemas under `components/schemas`",
        k::PREFIX_ITEMS | k::CONTAINS | k::UNEVALUATED_ITEMS => "write `items`",
        k::PATTERN_PROPERTIES | k::PROPERTY_NAMES | k::UNEVALUATED_PROPERTIES => {
            "write `additionalProperties`"
        }
        k::IF | k::THEN | k::ELSE | k::DEPENDENT_SCHEMAS | k::DEPENDENT_REQUIRED => "write `oneOf`",
        k::WEBHOOKS
        | k::JSON_SCHEMA_DIALECT
        | k::PATH_ITEMS
        | k::DIALECT
        | k::ID
        | k::COMMENT
        | k::ANCHOR => "remove it",
        _ => return None,
    })
}
