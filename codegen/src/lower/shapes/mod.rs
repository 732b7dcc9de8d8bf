//! The shapes of types.

mod enums;
mod merge;
mod mixed;
mod object;
mod structure;
mod text;
mod union;

use super::context::Context;
use super::schemas::{self, Form};
use super::types::Source;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{NameHint, Owner, Role, Scalar, Shape, TypeId};
use crate::load::{JsonType, Schema, keyword};

/// Finds the shape of the type `id`.
pub(super) fn shape<'d>(cx: &mut Context<'d, '_>, id: TypeId, source: &Source<'d>) -> Shape {
    match source {
        Source::Schema(schema, form) => of_schema(cx, id, schema, form),
        Source::Composed(parts) => object::composed(cx, id, parts),
    }
}

fn of_schema<'d>(
    cx: &mut Context<'d, '_>,
    id: TypeId,
    schema: &Schema<'d>,
    form: &Form<'d>,
) -> Shape {
    match form {
        Form::Object => object::object(cx, id, schema),
        Form::Union => union::union(cx, id, schema),
        Form::Strings(members) => {
            no_strings(cx, schema);
            Shape::Enum(enums::strings(members, &mut cx.findings))
        }
        Form::Integers => Shape::Enum(enums::integers(schema, &mut cx.findings)),
        Form::Mixed => mixed::mixed(cx, id, schema),
        Form::Text if schema.has(keyword::PATTERN) => Shape::Scalar(text::text(cx, schema)),
        Form::Integer if schemas::is_bounded(schema) => {
            let bounds = schemas::bounds(schema);
            Shape::Scalar(Scalar::Integer(bounds, schemas::integer(schema)))
        }
        _ => {
            let role = match form {
                Form::Map(_) | Form::Through(_) => Role::Value,
                _ => Role::Item,
            };
            let place = NameHint::nested(Owner::Type(id), role);
            Shape::Alias(cx.unnamed(schema, form, &place))
        }
    }
}

/// Warns about `type: object` beside alternatives that are all strings: no value matches both.
fn no_strings<'d>(cx: &mut Context<'d, '_>, schema: &Schema<'d>) {
    if let Some(kind) = schema.json_type().filter(|kind| *kind != JsonType::String) {
        let message = format!(
            "the type is `{kind}`, and all alternatives are strings; the value is read as a string"
        );
        let help = "write `type: string`";
        let at = schema.at.key(keyword::TYPE);
        cx.findings
            .report(Diagnostic::warning(Code::ContradictorySchema, at, message).help(help));
    }
}
