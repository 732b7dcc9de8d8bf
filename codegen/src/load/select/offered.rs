//! The operations that a document offers, and what selects them.

use crate::diagnostic::Pointer;
use crate::load::grammar::{OpenApi, Operation, PathItem, Read, keyword};
use crate::load::reference::follow;

/// An operation of the document.
pub(in crate::load) struct Offered<'d> {
    pub(in crate::load) path: &'d str,
    pub(in crate::load) method: &'static str,
    /// The path item that has it, references followed.
    pub(in crate::load) item: PathItem<'d>,
    pub(in crate::load) operation: Operation<'d>,
}

impl Offered<'_> {
    /// The path that offers it, and the method.
    pub(in crate::load) fn place(&self) -> Pointer {
        let paths = Pointer::root().key(keyword::PATHS);
        paths.key(self.path).key(self.method)
    }

    /// Such as `GET /pets`.
    pub(in crate::load) fn request(&self) -> String {
        format!("{} {}", self.method.to_ascii_uppercase(), self.path)
    }
}

/// All operations in document order of their paths.
pub(in crate::load) fn all<'d>(document: &OpenApi<'d>) -> Vec<Offered<'d>> {
    let mut all = Vec::new();
    let paths = document.paths().map(|paths| paths.items());
    for (path, item) in paths.unwrap_or_default() {
        let Some(item) = follow(document, &item).and_then(PathItem::read) else {
            continue;
        };
        for method in PathItem::methods() {
            if let Some(operation) = item.operation(method) {
                let item = item.clone();
                all.push(Offered {
                    path,
                    method,
                    item,
                    operation,
                });
            }
        }
    }
    all
}

/// A selector in the settings.
#[derive(Clone, Copy)]
pub(in crate::load) enum Kind<'o> {
    Tag,
    /// With the extension that holds the name of an operation.
    Operation(Option<&'o str>),
    Path,
}

impl Kind<'_> {
    pub(in crate::load) fn matches(self, operation: &Offered<'_>, value: &str) -> bool {
        match self {
            Self::Tag => operation.operation.tags().contains(&value),
            Self::Operation(_) => self.names(operation).iter().any(|name| name == value),
            Self::Path => {
                let rest = operation.path.strip_prefix(value.trim_end_matches('/'));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
        }
    }

    /// The text that selects the operation.
    pub(in crate::load) fn names(self, operation: &Offered<'_>) -> Vec<String> {
        match self {
            Self::Tag => operation.operation.tags(),
            Self::Operation(extension) => {
                let id = operation.operation.operation_id();
                let other = extension.and_then(|key| operation.operation.str(key));
                let names = id.into_iter().chain(other);
                let mut names: Vec<_> = names.map(str::to_owned).collect();
                names.push(operation.request());
                return names;
            }
            Self::Path => vec![operation.path],
        }
        .into_iter()
        .map(str::to_owned)
        .collect()
    }
}
