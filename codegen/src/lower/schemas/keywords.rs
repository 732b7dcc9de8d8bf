//! The keywords of one schema; references are not followed.

use crate::diagnostic::Pointer;
use crate::load::{Schema, component_at, keyword, section_at};

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
    keyword::TITLE,
    keyword::DESCRIPTION,
    keyword::EXAMPLE,
    keyword::DEFAULT,
    keyword::DEPRECATED,
    keyword::READ_ONLY,
    keyword::WRITE_ONLY,
    keyword::EXTERNAL_DOCS,
];

/// The key of a component schema.
pub(in crate::lower) fn component_key(at: &Pointer) -> Option<String> {
    owner(at).filter(|key| *at == section_at(keyword::SCHEMAS).key(key))
}

/// The key of the component schema that a schema is or is inside of.
pub(in crate::lower) fn owner(at: &Pointer) -> Option<String> {
    let (section, key) = component_at(at)?;
    (section == keyword::SCHEMAS).then_some(key)
}

/// The keyword that makes a schema a union.
pub(in crate::lower) fn union_keyword(schema: &Schema<'_>) -> Option<&'static str> {
    [keyword::ONE_OF, keyword::ANY_OF]
        .into_iter()
        .find(|keyword| !schema.members_of(keyword).is_empty())
}

/// The alternatives of a union, whatever they are.
pub(super) fn listed<'d>(schema: &Schema<'d>) -> Vec<Schema<'d>> {
    let keyword = union_keyword(schema);
    keyword.map_or_else(Vec::new, |keyword| schema.members_of(keyword))
}

/// Whether a schema constrains the value, or refers to another one.
pub(in crate::lower) fn has_structure(schema: &Schema<'_>) -> bool {
    schema.reference().is_some() || STRUCTURE.iter().any(|keyword| schema.has(keyword))
}

/// Whether `keyword` is the only one that constrains the value.
pub(in crate::lower) fn is_bare(schema: &Schema<'_>, keyword: &str) -> bool {
    let mut others = STRUCTURE.iter().filter(|other| **other != keyword);
    !others.any(|other| schema.has(other))
}

/// Whether a schema is `nullable: true` without any constraint on other values.
pub(super) fn says_null_only(schema: &Schema<'_>) -> bool {
    let entries = schema.entries();
    let mut keys = entries.iter().map(|(key, _)| *key);
    schema.nullable() && keys.all(|key| WORDS.contains(&key) || key.starts_with("x-"))
}

/// Whether a member of a union, such as `{required: [a]}`, is a rule without a type.
pub(super) fn only_requires(member: &Schema<'_>) -> bool {
    let keys = member.entries();
    let rules = [
        keyword::REQUIRED,
        keyword::NOT,
        keyword::TITLE,
        keyword::DESCRIPTION,
    ];
    !keys.is_empty() && keys.iter().all(|(key, _)| rules.contains(key))
}
