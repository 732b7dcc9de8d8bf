//! Names in Rust that the document gives.

use super::findings::Findings;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{GivenName, NameHint, Role};
use crate::load::{Document, Node, RUST_NAME, Schema};

/// On an enum: a list in the order of the values.
const VALUE_NAMES: &str = "x-enum-varnames";

/// The name that a schema has, if it is one.
pub(super) fn rust_name(schema: &Node<'_>) -> Option<String> {
    let name = schema.str(RUST_NAME)?;
    GivenName::new(name).map(|_| name.to_owned())
}

/// The name of `node`. Beside a `$ref`, a name would be that of the target.
pub(super) fn name(node: &Node<'_>, findings: &mut Findings<'_>) -> Option<GivenName> {
    name_by(node, RUST_NAME, findings)
}

/// The name of the type of `schema`. On the schema of a property, the extension names the property.
pub(super) fn type_name(
    schema: &Node<'_>,
    hint: &NameHint,
    findings: &mut Findings<'_>,
) -> Option<GivenName> {
    let is_property = matches!(
        hint,
        NameHint::Nested {
            role: Role::Property(_),
            ..
        }
    );
    if is_property {
        None
    } else {
        name(schema, findings)
    }
}

/// The name of an operation, which may have the extension that the settings name.
pub(super) fn operation_name(
    node: &Node<'_>,
    document: &Document,
    findings: &mut Findings<'_>,
) -> Option<GivenName> {
    let own = name(node, findings);
    own.or_else(|| {
        let key = document.extensions.operation_name.as_deref()?;
        name_by(node, key, findings)
    })
}

/// The names of the values of an enum, by position; empty if the number of names is not that of the values.
pub(super) fn value_names(
    schema: &Schema<'_>,
    findings: &mut Findings<'_>,
) -> Vec<Option<GivenName>> {
    let Some(list) = schema.get(VALUE_NAMES) else {
        return Vec::new();
    };
    let (names, values) = (list.items(), schema.enum_values());
    if names.len() == values.len() {
        let names = names.iter();
        return names.map(|name| identifier(name, findings)).collect();
    }
    let message = format!(
        "`{VALUE_NAMES}` has {} names for {} values",
        names.len(),
        values.len()
    );
    let help = "list a name for each value, in the same order";
    findings.report(Diagnostic::warning(Code::InvalidName, &list.at, message).help(help));
    Vec::new()
}

fn name_by(node: &Node<'_>, key: &str, findings: &mut Findings<'_>) -> Option<GivenName> {
    if node.reference().is_some() {
        return None;
    }
    identifier(&node.get(key)?, findings)
}

fn identifier(node: &Node<'_>, findings: &mut Findings<'_>) -> Option<GivenName> {
    let text = node.value.as_str();
    let name = text.and_then(GivenName::new);
    if name.is_none() && findings.is_first(node.at.clone()) {
        let message = match text {
            Some(text) => format!("`{text}` is not a valid name in Rust; the default name is used"),
            None => "a name in Rust must be a string; the default name is used".to_owned(),
        };
        let help = "use ASCII letters, digits and `_`, and begin with a letter";
        findings.report(Diagnostic::warning(Code::InvalidName, &node.at, message).help(help));
    }
    name
}
