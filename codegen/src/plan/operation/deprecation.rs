use crate::ir;

/// The note of a deprecated item, which the compiler prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deprecation<'a> {
    /// A sentence of the document that names a replacement.
    Replaced(String),
    /// The day on which the API stops serving the version.
    Sunset(&'a str),
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A property.
    Property,
}

/// Words of a sentence that names a replacement.
const HINTS: [&str; 3] = [" instead", "replaced by", "Replaced by"];

impl<'a> Deprecation<'a> {
    pub(super) fn of_operation(operation: &'a ir::Operation) -> Option<Self> {
        let note = || {
            let replaced = operation.docs.description.as_deref().and_then(replacement);
            let sunset = || operation.sunset().map(Deprecation::Sunset);
            let note = replaced.map(Deprecation::Replaced).or_else(sunset);
            note.unwrap_or(Deprecation::Operation)
        };
        operation.deprecated.then(note)
    }
}

/// The first sentence that names a replacement.
fn replacement(description: &str) -> Option<String> {
    let text = description.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sentences = text.split_inclusive(". ");
    let found = sentences.find(|sentence| HINTS.iter().any(|hint| sentence.contains(hint)))?;
    Some(found.trim().trim_end_matches('.').to_owned())
}
