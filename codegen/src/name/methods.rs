//! Names of methods.

use std::collections::BTreeMap;

use super::reserved::{HANDLE, identifier};
use super::scope::{Claim, Preference, Scope};
use super::words::Words;
use crate::ir::{GivenName, Method, Operation, PathSegment, Tag, TagId, TagSource};

/// The methods, unique for each handle.
pub(super) fn names(operations: &[Operation], tags: &[Tag]) -> Vec<Claim> {
    let mut handles: BTreeMap<TagId, Vec<usize>> = BTreeMap::new();
    for (position, operation) in operations.iter().enumerate() {
        handles.entry(operation.tag).or_default().push(position);
    }
    let mut methods = BTreeMap::new();
    for (tag, positions) in handles {
        let members: Vec<_> = positions.iter().map(|at| &operations[*at]).collect();
        let mut scope = Scope::new(|words| identifier(words.snake(), HANDLE));
        let claims = scope.claim_all(preferences(&members, tags.get(tag.index())));
        methods.extend(positions.into_iter().zip(claims));
    }
    methods.into_values().collect()
}

/// The methods of a group, which do not repeat its name.
fn preferences(operations: &[&Operation], tag: Option<&Tag>) -> Vec<Preference> {
    let full = operations.iter().map(|it| Preference::of_operation(it));
    let Some(tag) = tag else {
        return full.collect();
    };
    let group = Words::of(tag.given.as_ref().map_or(&tag.name, GivenName::as_str));
    let preferences = operations.iter().zip(full).map(|(operation, full)| {
        let short = match operation.given {
            None => shortened(operation, &full.words, &group, tag.source),
            Some(_) => None,
        };
        Preference {
            words: short.unwrap_or(full.words),
            ..full
        }
    });
    preferences.collect()
}

/// The words of an operation without those of its group: in front (`gists/list`), or behind the method in an id that is
/// composed of the method and the path (`GetChargesCharge`). Other ids are names that people search for.
fn shortened(
    operation: &Operation,
    words: &Words,
    group: &Words,
    source: TagSource,
) -> Option<Words> {
    let method = Words::of(&operation.method.as_str().to_ascii_lowercase());
    words.behind(group).or_else(|| match source {
        TagSource::Declared => None,
        TagSource::Derived => {
            let rest = words.behind(&method)?;
            if let Some(rest) = rest.behind(group) {
                return Some(method.followed_by(rest));
            }
            let (rest, numeral) = rest.split_numeral();
            let verb = (rest == *group).then(|| verb(operation, method, group))?;
            Some(match numeral {
                Some(numeral) => verb.and(&numeral),
                None => verb,
            })
        }
    })
}

/// `list` and `create` for requests to a collection.
fn verb(operation: &Operation, method: Words, group: &Words) -> Words {
    let ends_in_word = matches!(operation.path.0.last(), Some(PathSegment::Literal(_)));
    match operation.method {
        Method::Get if ends_in_word && group.is_plural() => Words::of("list"),
        Method::Post if ends_in_word && group.is_plural() => Words::of("create"),
        _ => method,
    }
}
