//! Names that the document gives for Rust, beside those that things have on the wire.

use super::Lowerer;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{GivenName, NameHint, Role};
use crate::load::Node;

/// On a schema, property, parameter, operation or tag.
const RUST_NAME: &str = "x-rust-name";

/// On an enum: a list in the order of the values.
const VALUE_NAMES: &str = "x-enum-varnames";

/// The name that a schema has, if it is one.
pub(super) fn rust_name(schema: &Node<'_>) -> Option<String> {
    let name = schema.str(RUST_NAME)?;
    GivenName::new(name).map(|_| name.to_owned())
}

impl<'d> Lowerer<'d, '_> {
    /// What `node` is to be called. Beside a `$ref`, a name would be that of what the reference leads to.
    pub(super) fn given(&mut self, node: &Node<'d>) -> Option<GivenName> {
        self.given_by(node, RUST_NAME)
    }

    /// The same for the type that `schema` makes. A name on the schema of a property is that of the property.
    pub(super) fn given_type(&mut self, schema: &Node<'d>, hint: &NameHint) -> Option<GivenName> {
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
            self.given(schema)
        }
    }

    /// The same for an operation, which may have the extension that the settings name.
    pub(super) fn given_operation(&mut self, node: &Node<'d>) -> Option<GivenName> {
        let own = self.given(node);
        own.or_else(|| self.given_by(node, self.document.extensions.operation_name.as_deref()?))
    }

    /// Names for the values of an enum by position; none where the list does not go with the values.
    pub(super) fn given_values(&mut self, schema: &Node<'d>) -> Vec<Option<GivenName>> {
        let Some(list) = schema.get(VALUE_NAMES) else {
            return Vec::new();
        };
        let (names, values) = (list.items(), schema.enum_values());
        if names.len() == values.len() {
            return names.iter().map(|name| self.identifier(name)).collect();
        }
        let message = format!(
            "`{VALUE_NAMES}` has {} names for {} values",
            names.len(),
            values.len()
        );
        let help = "list a name for each value, in the same order";
        self.sink
            .report(Diagnostic::warning(Code::InvalidName, &list.at, message).help(help));
        Vec::new()
    }

    fn given_by(&mut self, node: &Node<'d>, key: &str) -> Option<GivenName> {
        if node.has("$ref") {
            return None;
        }
        self.identifier(&node.get(key)?)
    }

    fn identifier(&mut self, node: &Node<'d>) -> Option<GivenName> {
        let text = node.value.as_str();
        let name = text.and_then(GivenName::new);
        if name.is_none() && self.reported.insert(node.at.clone()) {
            let message = match text {
                Some(text) => {
                    format!("`{text}` is not a valid name in Rust; the default name is used")
                }
                None => "a name in Rust must be a string; the default name is used".to_owned(),
            };
            let help = "use ASCII letters, digits and `_`, and begin with a letter";
            self.sink
                .report(Diagnostic::warning(Code::InvalidName, &node.at, message).help(help));
        }
        name
    }
}
