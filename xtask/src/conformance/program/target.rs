//! The operation of a request.

use codegen::plan::Crate;
use codegen::plan::operation::Operation;
use codegen::plan::{Content, Group};

use crate::conformance::scenario::Step;

/// An operation, and what the path of a request says about its call.
pub(super) struct Target<'p, 'a> {
    /// The accessor of the group on the client.
    pub(super) accessor: &'a str,
    pub(super) operation: &'p Operation<'a>,
    /// The path of the server.
    pub(super) server: String,
    /// The values of the path parameters.
    pub(super) path: Vec<(String, String)>,
}

/// Finds the operation that the request is for: the one with the shortest path of the server, then with the fewest parameters.
pub(super) fn find<'p, 'a>(plan: &'p Crate<'a>, step: &Step) -> Option<Target<'p, 'a>> {
    let groups = plan.files.iter().filter_map(|file| match &file.content {
        Content::Group(group) => Some(group),
        _ => None,
    });
    let operations = groups.flat_map(|group| group.operations.iter().map(move |it| (group, it)));
    let same_method = operations
        .filter(|(_, operation)| operation.method.as_str().eq_ignore_ascii_case(&step.method));
    same_method
        .filter_map(|(group, operation)| target(group, operation, &step.uri))
        .min_by_key(|it| (it.server.len(), it.path.len()))
}

fn target<'p, 'a>(
    group: &Group<'a>,
    operation: &'p Operation<'a>,
    uri: &str,
) -> Option<Target<'p, 'a>> {
    let starts = uri.char_indices().filter(|(_, c)| *c == '/');
    let mut splits = starts.map(|(at, _)| uri.split_at(at));
    let (server, path) = splits
        .find_map(|(server, path)| Some((server.to_owned(), parameters(&operation.path, path)?)))?;
    Some(Target {
        accessor: group.module,
        operation,
        server,
        path,
    })
}

/// The values of the parameters of a template in a path.
pub(super) fn parameters(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let Some((literal, rest)) = template.split_once('{') else {
        return (template == path).then(Vec::new);
    };
    let path = path.strip_prefix(literal)?;
    let (name, rest) = rest.split_once('}')?;
    let literal = rest.split('{').next().unwrap_or_default();
    let end = if literal.is_empty() {
        path.len()
    } else {
        path.find(literal)?
    };
    let (value, path) = path.split_at(end);
    if value.contains('/') {
        return None;
    }
    let mut values = vec![(name.to_owned(), value.to_owned())];
    values.extend(parameters(rest, path)?);
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::parameters;

    #[test]
    fn parameters_are_between_literals() {
        let values = parameters("/a/{b}/c:{d}", "/a/1/c:2").unwrap();
        assert_eq!(
            values,
            [
                ("b".to_owned(), "1".to_owned()),
                ("d".to_owned(), "2".to_owned())
            ]
        );
        assert!(parameters("/a/{b}", "/a/1/2").is_none());
        assert!(parameters("/a", "/b").is_none());
    }
}
