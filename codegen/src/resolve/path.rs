//! Path templates.

use std::collections::BTreeSet;

use crate::ir::{PathSegment, PathTemplate};

/// Splits `/groups/{groupId}` into its segments.
///
/// # Errors
///
/// When braces do not pair up, a name is empty, or there is whitespace other than spaces between other characters: the flaw, as the end of
/// a sentence.
pub(super) fn parse(text: &str) -> Result<PathTemplate, String> {
    if text.starts_with(' ') || text.ends_with(' ') {
        return Err("begins or ends with a space".to_owned());
    }
    let mut segments = Vec::new();
    let mut rest = text;
    while let Some((literal, tail)) = rest.split_once('{') {
        push_literal(&mut segments, literal)?;
        let (name, tail) = tail.split_once('}').ok_or("has a `{` without a `}`")?;
        if name.is_empty() || name.contains('{') {
            return Err("has a placeholder without a name".to_owned());
        }
        segments.push(PathSegment::Parameter(name.to_owned()));
        rest = tail;
    }
    push_literal(&mut segments, rest)?;
    Ok(PathTemplate(segments))
}

fn push_literal(segments: &mut Vec<PathSegment>, literal: &str) -> Result<(), String> {
    if literal.contains('}') {
        return Err("has a `}` without a `{`".to_owned());
    }
    if literal.contains(|c: char| c != ' ' && (c.is_control() || c.is_whitespace())) {
        return Err("contains whitespace other than spaces, or a control character".to_owned());
    }
    if !literal.is_empty() {
        segments.push(PathSegment::Literal(literal.to_owned()));
    }
    Ok(())
}

/// The names of the placeholders, each once.
pub(super) fn parameters(path: &PathTemplate) -> BTreeSet<&str> {
    placeholders(path).collect()
}

/// Whether a literal part has spaces, which are encoded when the path is sent.
pub(super) fn has_spaces(path: &PathTemplate) -> bool {
    path.0
        .iter()
        .any(|segment| matches!(segment, PathSegment::Literal(text) if text.contains(' ')))
}

/// A name that has several placeholders.
pub(super) fn repeated(path: &PathTemplate) -> Option<&str> {
    let mut seen = BTreeSet::new();
    placeholders(path).find(|name| !seen.insert(*name))
}

fn placeholders(path: &PathTemplate) -> impl Iterator<Item = &str> {
    path.0.iter().filter_map(|segment| match segment {
        PathSegment::Parameter(name) => Some(name.as_str()),
        PathSegment::Literal(_) => None,
    })
}

/// The path with nameless placeholders: two paths that agree in it are the same to a server.
pub(super) fn anonymous(path: &PathTemplate) -> String {
    let parts = path.0.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.as_str(),
        PathSegment::Parameter(_) => "{}",
    });
    parts.collect()
}
