//! The keywords of one schema; references are not followed.

use crate::diagnostic::Pointer;
use crate::load::{Node, keyword};

/// The limit of references and compositions that are followed from a schema; beyond it, the schema is opaque.
pub(super) const DEPTH: usize = 64;

/// The keywords that constrain the value.
pub(super) const STRUCTURE: [&str; 10] = [
    keyword::TYPE,
    keyword::PROPERTIES,
    keyword::REQUIRED,
    keyword::ADDITIONAL_PROPERTIES,
    keyword::ITEMS,
    keyword::ENUM,
    keyword::PATTERN,
    keyword::ALL_OF,
    keyword::ONE_OF,
    keyword::ANY_OF,
];

/// Keywords that do not constrain the value.
const WORDS: [&str; 9] = [
    keyword::NULLABLE,
    "title",
    "description",
    "example",
    "default",
    "deprecated",
    keyword::READ_ONLY,
    keyword::WRITE_ONLY,
    "externalDocs",
];

/// The key of a component schema.
pub(in crate::lower) fn component_key(at: &Pointer) -> Option<String> {
    let mut segments = at
        .as_str()
        .starts_with("/components/schemas/")
        .then(|| at.segments().skip(2))?;
    let key = segments.next()?;
    segments.next().is_none().then_some(key)
}

/// The keyword that makes a schema a union.
pub(in crate::lower) fn union_keyword(schema: &Node<'_>) -> Option<&'static str> {
    [keyword::ONE_OF, keyword::ANY_OF]
        .into_iter()
        .find(|keyword| !schema.list(keyword).is_empty())
}

/// Whether a schema constrains the value, or refers to another one.
pub(in crate::lower) fn has_structure(schema: &Node<'_>) -> bool {
    schema.has("$ref") || STRUCTURE.iter().any(|keyword| schema.has(keyword))
}

/// Whether `keyword` is the only one that constrains the value.
pub(in crate::lower) fn is_bare(schema: &Node<'_>, keyword: &str) -> bool {
    let mut others = STRUCTURE.iter().filter(|other| **other != keyword);
    !others.any(|other| schema.has(other))
}

/// Whether a schema is `nullable: true` without any constraint on other values.
pub(super) fn says_null_only(schema: &Node<'_>) -> bool {
    let entries = schema.entries();
    let mut keys = entries.iter().map(|(key, _)| *key);
    schema.nullable() && keys.all(|key| WORDS.contains(&key) || key.starts_with("x-"))
}

/// Whether a member of a union, such as `{required: [a]}`, is a rule without a type.
pub(super) fn only_requires(member: &Node<'_>) -> bool {
    let keys = member.entries();
    let rules = ["required", "not", "title", "description"];
    !keys.is_empty() && keys.iter().all(|(key, _)| rules.contains(key))
}
