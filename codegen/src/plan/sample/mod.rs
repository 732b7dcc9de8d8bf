//! A value of each type, for examples.

mod text;

use super::model::{Model, NamedType};
use super::ty::{Presence, Type};
use super::value::{Construct, FieldValue, Value};
use crate::analyze::Holding;
use crate::ir::{
    EnumValues, Integer, IntegerBounds, Number, Primitive, Scalar, Shape, Struct, TextRules,
    TypeDef, TypeId, TypeRef, Union, VariantForm,
};

/// The greatest depth of required values; deeper ones have no example.
const DEPTH: usize = 6;

impl<'a> Model<'a> {
    /// A value for a place that converts it.
    pub(super) fn sample(&self, ty: &'a TypeRef) -> Option<Value<'a>> {
        value(self, ty, 0)
    }

    /// A value of exactly the type, for a place that does not convert it.
    pub(super) fn exact_sample(&self, ty: &'a TypeRef) -> Option<Value<'a>> {
        exact(self, ty, 0)
    }

    /// A value of a named type.
    pub(super) fn sample_of(&self, id: TypeId) -> Option<Value<'a>> {
        let ty = self.get(id);
        named(self, ty, ty.ident(), 0)
    }

    /// Whether a reader returns the same value as [`Model::sample`] builds.
    pub(super) fn is_read_back(&self, ty: &TypeRef) -> bool {
        reads_back(self, ty, 0)
    }
}

/// A value for a place that converts it: a literal instead of a constrained string or integer.
fn value<'a>(model: &Model<'a>, ty: &'a TypeRef, depth: usize) -> Option<Value<'a>> {
    if let Some(item) = model.converted_item(ty) {
        return array(model, item, depth + 1);
    }
    if let Some(entry) = model.converted_entry(ty) {
        let entry = vec![Value::Text("key".into()), value(model, entry, depth + 1)?];
        return Some(Value::Array(vec![Value::Tuple(entry)]));
    }
    Some(match plain(model, ty, depth)? {
        Value::Type(ident, Construct::Static(literal)) => match *literal {
            // A literal is an `i32`.
            Value::Integer(number) if i32::try_from(number).is_err() => {
                Value::Type(ident, Construct::Static(literal))
            }
            literal => literal,
        },
        value => value,
    })
}

/// A list for a place that converts its items.
fn array<'a>(model: &Model<'a>, item: &'a TypeRef, depth: usize) -> Option<Value<'a>> {
    match (value(model, item, depth), item) {
        (Some(item), _) => Some(Value::Array(vec![item])),
        (None, TypeRef::Named(id)) => Some(Value::EmptyList(model.get(*id).ident())),
        (None, _) => None,
    }
}

/// A value, of which only primitives are not yet of the type.
fn plain<'a>(model: &Model<'a>, ty: &'a TypeRef, depth: usize) -> Option<Value<'a>> {
    if depth > DEPTH {
        return None;
    }
    Some(match ty {
        TypeRef::Primitive(primitive) => of_primitive(*primitive),
        TypeRef::Named(id) => {
            let ty = model.get(*id);
            return named(model, ty, ty.ident(), depth);
        }
        TypeRef::List(item) => Value::List(exact(model, item, depth + 1).into_iter().collect()),
        TypeRef::Tuple(positions) => {
            let items = positions.iter().map(|it| exact(model, it, depth + 1));
            Value::Tuple(items.collect::<Option<_>>()?)
        }
        TypeRef::Map(_) => Value::EmptyMap,
        TypeRef::Nullable(_) => Value::Null,
        TypeRef::Any => Value::EmptyObject,
    })
}

fn exact<'a>(model: &Model<'a>, ty: &'a TypeRef, depth: usize) -> Option<Value<'a>> {
    let value = plain(model, ty, depth)?;
    Some(match ty {
        TypeRef::Primitive(Primitive::File) => Value::Into(Box::new(value)),
        _ if is_converted(model, ty) => Value::Into(Box::new(value)),
        _ if is_string(model, ty) => Value::ToOwned(Box::new(value)),
        _ => value,
    })
}

/// Whether a type is a decimal, a secret or a string with a format, aliases resolved.
fn is_converted(model: &Model<'_>, ty: &TypeRef) -> bool {
    let ty = model.api.types.resolve(ty);
    matches!(ty, TypeRef::Primitive(_))
        && matches!(
            model.ty(ty),
            Type::Decimal(_) | Type::Formatted(_) | Type::Secret
        )
}

/// Whether a type is `String`, aliases resolved.
fn is_string(model: &Model<'_>, ty: &TypeRef) -> bool {
    let ty = model.api.types.resolve(ty);
    matches!(ty, TypeRef::Primitive(Primitive::String(_)))
}

fn of_primitive<'a>(primitive: Primitive) -> Value<'a> {
    match primitive {
        Primitive::Bool => Value::Bool(true),
        Primitive::Integer(_) | Primitive::Number(Number::Decimal) => Value::Integer(1),
        // An integer would select another variant of a union that has both.
        Primitive::Number(Number::F32 | Number::F64) => Value::Float(1.5),
        Primitive::String(_) | Primitive::File => Value::Text("...".into()),
    }
}

/// A value of `ty` under the name `ident`, which may be that of an alias.
fn named<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    ident: &'a str,
    depth: usize,
) -> Option<Value<'a>> {
    Some(match &ty.def.shape {
        Shape::Struct(shape) => return construct(model, ty, shape, depth),
        Shape::Enum(shape) => {
            let empty = match &shape.values {
                EnumValues::Strings(values) => values.is_empty(),
                EnumValues::Integers(_, values) => values.is_empty(),
            };
            if empty {
                return None;
            }
            Value::Type(ident, Construct::Variant(ty.member(0), None))
        }
        Shape::Union(shape) => return variant(model, ty, shape, depth),
        Shape::Scalar(Scalar::Text(rules, _)) => match of_text(ty.def, rules) {
            Some(text) => Value::Type(ident, Construct::Static(Box::new(Value::Text(text.into())))),
            None => Value::Type(ident, Construct::Unchecked),
        },
        Shape::Scalar(Scalar::Integer(bounds, width)) => {
            let number = integer(*bounds, *width);
            Value::Type(ident, Construct::Static(Box::new(Value::Integer(number))))
        }
        Shape::Alias(target) => match text::given(ty.def) {
            Some(example) if is_string(model, target) => Value::Text(example.into()),
            _ => return behind(model, target, ident, depth + 1),
        },
    })
}

/// A value of the target of the alias `ident`. Readers know a scalar by the name that it has in its place.
fn behind<'a>(
    model: &Model<'a>,
    target: &'a TypeRef,
    ident: &'a str,
    depth: usize,
) -> Option<Value<'a>> {
    if let TypeRef::Named(id) = target {
        let ty = model.get(*id);
        if matches!(ty.def.shape, Shape::Scalar(_) | Shape::Enum(_)) {
            return named(model, ty, ident, depth);
        }
    }
    plain(model, target, depth)
}

fn construct<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    shape: &'a Struct,
    depth: usize,
) -> Option<Value<'a>> {
    if ty.facts.defaultable {
        return Some(Value::Type(ty.ident(), Construct::Default));
    }
    let in_request = ty.facts.in_request;
    let required = shape.properties.iter();
    let required = required.filter(|it| Presence::of(it, in_request).is_argument());
    let arguments = required.map(|property| value(model, &property.ty, depth + 1));
    let arguments = arguments.collect::<Option<Vec<_>>>()?;
    let new = match &ty.names.required {
        None => Construct::New(arguments),
        Some(required) => {
            let names = shape.properties.iter().enumerate();
            let names = names.filter(|(_, it)| Presence::of(it, in_request).is_argument());
            let names = names.map(|(index, _)| ty.member(index));
            let fields = names.zip(arguments).map(FieldValue::of);
            Construct::NewNamed(required, fields.collect())
        }
    };
    Some(Value::Type(ty.ident(), new))
}

/// The first variant that has a value; preferably one that readers recognize.
fn variant<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    shape: &'a Union,
    depth: usize,
) -> Option<Value<'a>> {
    let mut variants: Vec<_> = shape.variants.iter().enumerate().collect();
    variants.sort_by_key(|(index, _)| !is_distinct(ty, *index));
    variants.into_iter().find_map(|(index, variant)| {
        let (ident, member) = (ty.ident(), ty.member(index));
        if let VariantForm::Constant(_) = variant.form {
            return Some(Value::Type(ident, Construct::Variant(member, None)));
        }
        let payload = Box::new(exact(model, &variant.ty, depth + 1)?);
        let payload = match ty.holding(index) {
            Holding::Inline => payload,
            Holding::Boxed => Box::new(Value::Boxed(payload)),
            // Programs do not have the name of this box in scope.
            Holding::Opaque => Box::new(Value::Into(payload)),
        };
        Some(Value::Type(
            ident,
            Construct::Variant(member, Some(payload)),
        ))
    })
}

fn is_distinct(ty: NamedType<'_>, variant: usize) -> bool {
    let facts = ty.facts.variants.get(variant);
    facts.is_none_or(|facts| facts.is_distinct)
}

fn reads_back(model: &Model<'_>, ty: &TypeRef, depth: usize) -> bool {
    let all = |ty: &TypeRef| reads_back(model, ty, depth + 1);
    match ty {
        _ if depth > DEPTH => true,
        TypeRef::List(item) => all(item),
        TypeRef::Tuple(positions) => positions.iter().all(all),
        TypeRef::Named(id) => {
            let ty = model.get(*id);
            match &ty.def.shape {
                Shape::Struct(shape) => shape
                    .properties
                    .iter()
                    .filter(|it| it.required)
                    .all(|it| all(&it.ty)),
                Shape::Union(shape) => {
                    let variants = shape.variants.iter().enumerate();
                    let mut told = variants.filter(|(index, _)| is_distinct(ty, *index));
                    told.next().is_some_and(|(_, first)| all(&first.ty))
                }
                Shape::Alias(target) => all(target),
                Shape::Enum(_) | Shape::Scalar(_) => true,
            }
        }
        TypeRef::Primitive(_) | TypeRef::Map(_) | TypeRef::Nullable(_) | TypeRef::Any => true,
    }
}

/// The least number within the bounds, from 1 if they allow it.
pub(super) fn integer(bounds: IntegerBounds, width: Integer) -> i128 {
    let range = width.range();
    let step = bounds.multiple_of.unwrap_or(1).saturating_abs().max(1);
    let start = bounds.minimum.unwrap_or(1).max(*range.start());
    let end = bounds.maximum.unwrap_or(*range.end()).min(*range.end());
    let start = start.min(end);
    // The least multiple that is not below the start.
    let rest = start.rem_euclid(step);
    let next = start.saturating_add(step - rest);
    if rest == 0 || next > end { start } else { next }
}

/// A string that conforms to the rules: the example of the document, or a short one.
pub(super) fn of_text(def: &TypeDef, rules: &TextRules) -> Option<String> {
    let given = text::given(def).filter(|text| rules.accepts(text));
    given.map(str::to_owned).or_else(|| text::short(rules))
}
