//! An `enum` of values of several types.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::enums;
use super::merge::{add, one_of};
use crate::ir::{
    Docs, NameHint, Number, Owner, Primitive, Role, Shape, TypeId, TypeRef, UnionKind, Variant,
    VariantForm,
};
use crate::load::{Node, Schema, keyword};
use crate::lower::context::Context;

/// A union of the values of each type.
pub(super) fn mixed<'d>(cx: &mut Context<'d, '_>, id: TypeId, schema: &Schema<'d>) -> Shape {
    let values = schema.enum_values();
    let kinds: BTreeSet<_> = values.iter().map(|node| Listed::of(node)).collect();
    let mut variants = Vec::new();
    for kind in kinds {
        let ty = match kind {
            Listed::Null => continue,
            Listed::Bool => TypeRef::Primitive(Primitive::Bool),
            Listed::Number if values.iter().any(|node| node.value.is_f64()) => {
                TypeRef::Primitive(Primitive::Number(Number::F64))
            }
            Listed::Number | Listed::Text => listed(cx, id, schema, kind),
            Listed::Other => TypeRef::Any,
        };
        let variant = Variant {
            ty,
            label: kind.label(&values),
            form: VariantForm::Plain,
            origin: schema.at.key(keyword::ENUM),
            docs: Docs::default(),
        };
        add(&mut variants, variant);
    }
    one_of(UnionKind::OneOf, variants)
}

/// The enum of the strings or whole numbers among the values of a list.
fn listed<'d>(cx: &mut Context<'d, '_>, id: TypeId, schema: &Schema<'d>, kind: Listed) -> TypeRef {
    let values = match kind {
        Listed::Text => enums::strings(std::slice::from_ref(schema), &mut cx.findings),
        _ => enums::integers(schema, &mut cx.findings),
    };
    let role = Role::Variant(kind.label(&schema.enum_values()));
    let place = NameHint::nested(Owner::Type(id), role);
    let listed = cx.add_type(schema, place);
    cx.types.get_mut(listed).shape = Shape::Enum(values);
    TypeRef::Named(listed)
}

/// The JSON type of a value of a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Listed {
    Text,
    Number,
    Bool,
    Other,
    Null,
}

impl Listed {
    fn of(node: &Node<'_>) -> Self {
        match node.value {
            Value::String(_) => Self::Text,
            Value::Number(_) => Self::Number,
            Value::Bool(_) => Self::Bool,
            Value::Null => Self::Null,
            _ => Self::Other,
        }
    }

    /// The one string of the values, else the type.
    fn label(self, values: &[Node<'_>]) -> String {
        let mut texts = values.iter().filter_map(|node| node.value.as_str());
        match (self, texts.next(), texts.next()) {
            (Self::Text, Some(only), None) => only,
            (Self::Text, ..) => "string",
            (Self::Number, ..) => "number",
            (Self::Bool, ..) => "bool",
            (Self::Other | Self::Null, ..) => "any",
        }
        .to_owned()
    }
}
