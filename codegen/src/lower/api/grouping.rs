//! The groups of operations: tags, or what their ids or paths begin with.

use crate::ir::{PathSegment, TagSource};
use crate::resolve::Operation;

/// The group of an operation whose path has no words.
const UNNAMED: &str = "default";

/// Segments in front of paths that say nothing about an operation, besides versions.
const GENERIC: &[&str] = &["api", "rest"];

/// The first tag of an operation. Without one: everything in front of the last dot or slash of its id
/// (`chat.postMessage`), else the first word of its path that tells something. Other operations do not matter, so that new
/// ones change no names.
pub(super) fn name(operation: &Operation<'_>) -> (String, TagSource) {
    if let Some(tag) = operation.node.tags().first() {
        return ((*tag).to_owned(), TagSource::Declared);
    }
    let id = operation.node.operation_id().unwrap_or_default();
    let group = id.rsplit_once(['.', '/']).map(|(group, _)| group);
    let name = match group.filter(|it| it.contains(char::is_alphanumeric)) {
        Some(group) => group,
        None => telling(&words(operation)),
    };
    (name.to_owned(), TagSource::Derived)
}

/// The words of a path, without its parameters.
fn words<'o>(operation: &'o Operation<'_>) -> Vec<&'o str> {
    let literals = operation.path.0.iter().filter_map(|segment| match segment {
        PathSegment::Literal(text) => Some(text.split('/')),
        PathSegment::Parameter(_) => None,
    });
    literals.flatten().filter(|word| !word.is_empty()).collect()
}

/// The first word that is neither generic nor a version, else the last.
fn telling<'w>(words: &[&'w str]) -> &'w str {
    let found = words.iter().find(|word| !is_generic(word));
    found.or(words.last()).copied().unwrap_or(UNNAMED)
}

/// `api`, `v1`, `2.0`, `v2beta1`
fn is_generic(word: &str) -> bool {
    let version = word.strip_prefix('v').unwrap_or(word);
    GENERIC.contains(&word) || version.starts_with(|it: char| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn the_first_word_that_is_no_version_names_a_group() {
        for (words, group) in [
            (&["v1", "charges", "search"][..], "charges"),
            (&["api", "rest", "v2.1", "pets"], "pets"),
            (&["pets", "toys"], "pets"),
            (&["video", "v1"], "video"),
            (&["api", "v1"], "v1"),
            (&[], "default"),
        ] {
            assert_eq!(telling(words), group);
        }
    }
}
