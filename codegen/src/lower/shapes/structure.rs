//! The properties of an object.

use std::iter;

use crate::diagnostic::{Code, Diagnostic, Location, Pointer};
use crate::ir::{
    Access, AdditionalProperties, GivenName, NameHint, Origin, Owner, Property, Role, Struct,
    TypeId, TypeRef,
};
use crate::load::{Schema, SchemaOrBool, keyword};
use crate::lower::context::Context;
use crate::lower::findings::Findings;
use crate::lower::limits::{Added, PROPERTIES};
use crate::lower::schemas::{COMPOSED_DEPTH, Composed, Conflict, Part, Schemas, owner};
use crate::lower::types::Source;
use crate::lower::{docs, given};

pub(super) fn structure<'d>(
    cx: &mut Context<'d, '_>,
    id: TypeId,
    schema: &Schema<'d>,
    composed: &Composed<'d>,
) -> Struct {
    conflicts(composed, &mut cx.findings);
    undeclared(schema, composed, &mut cx.findings);
    if !is_within_limit(cx, composed.properties.len(), schema) {
        return Struct {
            properties: Vec::new(),
            constants: Vec::new(),
            additional: AdditionalProperties::Ignored,
        };
    }
    let home = owner(&schema.at);
    let properties = composed
        .properties
        .iter()
        .map(|(name, part)| {
            // Inline schemas of a base are named after the base, whichever heir is lowered first.
            let base = part.owner.clone().filter(|_| part.owner != home);
            let owner = base.map_or(Owner::Type(id), Owner::Component);
            property(cx, name, part, composed.required.contains(name), owner)
        })
        .collect();
    Struct {
        properties,
        constants: Vec::new(),
        additional: additional(cx, id, composed.additional.as_ref()),
    }
}

fn is_within_limit(cx: &mut Context<'_, '_>, properties: usize, schema: &Schema<'_>) -> bool {
    let added = cx.properties.add(properties);
    if added == Added::FirstBeyond {
        let message = format!("the schemas have more than {PROPERTIES} properties in total");
        let help = "select a part of the document";
        cx.findings
            .report(Diagnostic::error(Code::UnsupportedSchema, &schema.at, message).help(help));
    }
    added == Added::Within
}

fn conflicts(composed: &Composed<'_>, findings: &mut Findings<'_>) {
    if let Some(at) = &composed.too_deep
        && findings.is_first(at.clone())
    {
        let message = format!("`allOf` is nested more than {COMPOSED_DEPTH} levels deep");
        let help = "refer to the base schemas directly";
        findings.report(Diagnostic::error(Code::AllOfConflict, at, message).help(help));
    }
    for Conflict {
        message,
        at,
        earlier,
    } in &composed.conflicts
    {
        let earlier = (Location::key(earlier), "also declared here".to_owned());
        findings.contradictory(Location::key(at), message, [earlier]);
    }
}

/// Warns about required properties without a declaration, which may hold any value.
fn undeclared(schema: &Schema<'_>, composed: &Composed<'_>, findings: &mut Findings<'_>) {
    if composed.is_partial {
        return;
    }
    let missing = composed
        .required
        .iter()
        .filter(|name| !composed.properties.contains_key(*name));
    for name in missing {
        let at = schema.at.key(keyword::REQUIRED);
        if findings.is_first(at.key(name)) {
            let message = format!("`{name}` is required, but not declared");
            let help = "declare it under `properties`";
            findings.report(Diagnostic::warning(Code::UnsupportedSchema, &at, message).help(help));
        }
    }
}

fn property<'d>(
    cx: &mut Context<'d, '_>,
    name: &str,
    part: &Part<'d>,
    required: bool,
    owner: Owner,
) -> Property {
    let given = given::name(&part.words, &mut cx.findings);
    let place = given.as_ref().map_or(name, GivenName::as_str);
    let place = NameHint::nested(owner, Role::Property(place.to_owned()));
    let ty = part_type(cx, part, &place);
    let default = cx.default(&part.words, &ty);
    cx.add_examples(&part.words, &ty, None);
    Property {
        name: name.to_owned(),
        origin: Origin(part.words.at.clone()),
        given,
        required,
        constant: cx.schemas.constant(&part.schema),
        access: access(&cx.schemas, part),
        default,
        docs: docs::value(&cx.schemas, &part.words),
        deprecated: marked(&part.words, Schema::deprecated),
        xml: cx.schemas.xml(&part.words),
        ty,
    }
}

/// The type of a property: that of its schema, or of all members that add to it.
fn part_type<'d>(cx: &mut Context<'d, '_>, part: &Part<'d>, place: &NameHint) -> TypeRef {
    if part.is_contradiction {
        return TypeRef::Any;
    }
    if part.beside.is_empty() {
        return cx.schema(&part.schema, place);
    }
    let mut parts = vec![part.schema.clone()];
    parts.extend(part.beside.iter().cloned());
    let places: Vec<Pointer> = parts.iter().map(|node| node.at.clone()).collect();
    if let Some(known) = cx.types.known(&places) {
        return known;
    }
    let is_nullable = parts.iter().all(|node| cx.schemas.is_nullable(node));
    let ty = cx.declare(&part.schema, Source::Composed(parts), place.clone());
    let ty = ty.nullable_if(is_nullable);
    cx.types.set_known(places, ty.clone());
    ty
}

fn additional<'d>(
    cx: &mut Context<'d, '_>,
    id: TypeId,
    additional: Option<&SchemaOrBool<'d>>,
) -> AdditionalProperties {
    match additional {
        None | Some(SchemaOrBool::Bool(false)) => AdditionalProperties::Ignored,
        Some(SchemaOrBool::Bool(true)) => AdditionalProperties::Kept(TypeRef::Any),
        Some(SchemaOrBool::Schema(values)) => {
            let place = NameHint::nested(Owner::Type(id), Role::Value);
            AdditionalProperties::Kept(cx.schema(values, &place))
        }
    }
}

/// Who may write a property. A component may have the mark for every property that refers to it; the outermost mark
/// counts.
fn access<'d>(schemas: &Schemas<'d>, part: &Part<'d>) -> Access {
    let layers = [&part.words, &part.schema].into_iter();
    let layers = layers.flat_map(|node| iter::once(node.clone()).chain(schemas.layers(node)));
    let marks = layers.flat_map(|layer| {
        let members = layer.all_of().into_iter();
        let followed: Vec<_> = members
            .clone()
            .filter_map(|it| schemas.follow(&it))
            .collect();
        iter::once(layer).chain(members).chain(followed)
    });
    let mut marks = marks.filter_map(|it| match (it.read_only(), it.write_only()) {
        (true, _) => Some(Access::ReadOnly),
        (false, true) => Some(Access::WriteOnly),
        (false, false) => None,
    });
    marks.next().unwrap_or(Access::ReadWrite)
}

/// Whether a flag is set on the schema of a property, or on an inline member of its `allOf`. The flags of the target of a
/// reference do not apply to the property.
fn marked<'d>(schema: &Schema<'d>, mark: fn(&Schema<'d>) -> bool) -> bool {
    mark(schema) || schema.all_of().iter().any(mark)
}
