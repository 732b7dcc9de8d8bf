//! References in the place of an object that OpenAPI does not let a document refer to, such as an operation.
//!
//! `load` replaces them by their targets. Those that are left have no target that could be used, so the document
//! cannot be understood: an operation of which only the reference is known would be an empty one.

use super::references::{EXTERNAL_HELP, is_external};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::load::{Document, Misplaced, local};

/// Reports each of them, once.
pub(super) fn check(document: &Document, sink: &mut Sink) {
    for Misplaced { at, target } in &document.misplaced {
        let (code, message, help) = match local(target) {
            None if !is_external(target) => (
                Code::DanglingRef,
                format!("`{target}` is not a valid reference"),
                "write the object itself",
            ),
            None => (
                Code::ExternalRef,
                format!("`{target}` refers to another document"),
                EXTERNAL_HELP,
            ),
            Some(pointer) if document.node(&pointer).is_none() => (
                Code::DanglingRef,
                format!("`{target}` does not exist"),
                "write the object itself",
            ),
            Some(_) => (
                Code::DanglingRef,
                format!(
                    "OpenAPI does not allow a `$ref` here, and `{target}` cannot be used in its place"
                ),
                "write the object itself",
            ),
        };
        sink.report(Diagnostic::error(code, at, message).help(help));
    }
}
