//! The operations that a document offers, and what selects them.

use percent_encoding::percent_decode_str;
use serde_yaml::Value;

use super::methods::METHODS;
use crate::diagnostic::Pointer;
use crate::load::Node;

/// How many references to path items may follow on one another.
const HOPS: usize = 64;

/// An operation of the document.
pub(super) struct Offered<'d> {
    pub(super) path: &'d str,
    pub(super) method: &'static str,
    /// The path item that has it, references followed.
    pub(super) item: Node<'d>,
    pub(super) node: Node<'d>,
}

impl Offered<'_> {
    /// The path that offers it, and the method.
    pub(super) fn place(&self) -> Pointer {
        Pointer::root().key("paths").key(self.path).key(self.method)
    }
}

/// All operations in document order of their paths.
pub(super) fn all<'d>(root: &Node<'d>) -> Vec<Offered<'d>> {
    let mut all = Vec::new();
    for (path, item) in root.members("paths") {
        let Some(item) = follow(root, item) else {
            continue;
        };
        for method in METHODS {
            if let Some(node) = item.get(method) {
                let item = item.clone();
                all.push(Offered {
                    path,
                    method,
                    item,
                    node,
                });
            }
        }
    }
    all
}

fn follow<'d>(root: &Node<'d>, node: Node<'d>) -> Option<Node<'d>> {
    let mut node = node;
    for _ in 0..HOPS {
        let Some(target) = node.str("$ref") else {
            return Some(node);
        };
        node = at(root, &local(target)?)?;
    }
    None
}

/// The pointer of a reference within the document.
pub(super) fn local(target: &str) -> Option<Pointer> {
    let fragment = percent_decode_str(target.strip_prefix('#')?);
    Some(Pointer::parse(&fragment.decode_utf8().ok()?))
}

/// What a pointer leads to.
pub(super) fn at<'d>(root: &Node<'d>, pointer: &Pointer) -> Option<Node<'d>> {
    let mut node = root.clone();
    for segment in pointer.segments() {
        let index = segment.parse::<usize>();
        node = match (node.value, index) {
            (Value::Sequence(_), Ok(index)) => node.items().into_iter().nth(index)?,
            _ => node.get(&segment)?,
        };
    }
    Some(node)
}

/// What a value of the settings names.
#[derive(Clone, Copy)]
pub(super) enum Kind<'o> {
    Tag,
    /// With the extension that holds the name of an operation.
    Operation(Option<&'o str>),
    Path,
}

impl Kind<'_> {
    pub(super) fn matches(self, operation: &Offered<'_>, value: &str) -> bool {
        match self {
            Self::Tag => operation.node.strings("tags").contains(&value),
            Self::Operation(_) => self.names(operation).iter().any(|name| name == value),
            Self::Path => {
                let rest = operation.path.strip_prefix(value.trim_end_matches('/'));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
        }
    }

    /// What has to be written to select the operation.
    pub(super) fn names(self, operation: &Offered<'_>) -> Vec<String> {
        match self {
            Self::Tag => operation.node.strings("tags"),
            Self::Operation(extension) => {
                let keys = ["operationId"].into_iter().chain(extension);
                let mut names: Vec<_> = keys.filter_map(|key| operation.node.string(key)).collect();
                let method = operation.method.to_ascii_uppercase();
                names.push(format!("{method} {}", operation.path));
                return names;
            }
            Self::Path => vec![operation.path],
        }
        .into_iter()
        .map(str::to_owned)
        .collect()
    }
}
