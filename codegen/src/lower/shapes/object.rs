//! Objects, of one schema or composed of several.

use super::structure::structure;
use super::union;
use crate::ir::{Shape, TypeId, TypeRef};
use crate::load::Schema;
use crate::lower::context::Context;
use crate::lower::schemas::Composed;

/// An object, or a union if its `allOf` contains one.
pub(super) fn object<'d>(cx: &mut Context<'d, '_>, id: TypeId, schema: &Schema<'d>) -> Shape {
    let composed = Composed::of(&cx.schemas, std::slice::from_ref(schema));
    if let Some((at, message)) = &composed.no_object {
        return Shape::Alias(cx.findings.contradictory(at, message, []));
    }
    match composed.unions.as_slice() {
        [] => Shape::Struct(structure(cx, id, schema, &composed)),
        [union] => union::extended(cx, id, schema, union, &composed),
        _ => {
            let reason = "the `allOf` has several unions";
            Shape::Alias(cx.findings.opaque(&schema.at, reason))
        }
    }
}

/// The properties of all `parts` as one object.
pub(super) fn composed<'d>(cx: &mut Context<'d, '_>, id: TypeId, parts: &[Schema<'d>]) -> Shape {
    let composed = Composed::of(&cx.schemas, parts);
    if let Some((at, message)) = &composed.no_object {
        return Shape::Alias(cx.findings.contradictory(at, message, []));
    }
    match parts.first() {
        Some(first) => Shape::Struct(structure(cx, id, first, &composed)),
        None => Shape::Alias(TypeRef::Any),
    }
}
