//! Places of values in bodies.

use super::super::model::Model;
use super::problem::Problem;
use crate::diagnostic::Pointer;
use crate::ir::{AdditionalProperties, Primitive, Shape, StringFormat, TypeRef, Variants};
use crate::options;

/// The place of a value in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The property and the value that select the variant of a union, if the place is one of it.
    pub variant: Option<(&'a str, &'a str)>,
    /// The JSON Pointer.
    pub pointer: String,
}

/// Places, and the types of the values at them.
pub(super) struct Places<'a> {
    pub(super) places: Vec<Place<'a>>,
    pub(super) types: Vec<&'a TypeRef>,
}

/// The type of a discriminator.
static TEXT: TypeRef = TypeRef::Primitive(Primitive::String(StringFormat::Plain));

/// Unions of unions, more of which are a cycle.
const DEPTH: usize = 8;

/// The places in the values of a type that the settings name.
pub(super) fn resolve<'a>(
    model: &Model<'a>,
    ty: &'a TypeRef,
    places: &'a [options::Place],
) -> Result<Places<'a>, Problem> {
    let mut resolved = Places {
        places: Vec::new(),
        types: Vec::new(),
    };
    for place in places {
        let pointer = &place.pointer;
        let (variant, ty) = match &place.variant {
            None => (None, ty),
            Some(name) => {
                let (property, tag, ty) = variant(model, ty, name)?;
                (Some((property, tag)), ty)
            }
        };
        let types = types(model, ty, pointer);
        if types.is_empty() {
            return Err(Problem::Place(pointer.clone(), keys(model, ty)));
        }
        resolved.types.extend(types);
        resolved.places.push(Place {
            variant,
            pointer: pointer.clone(),
        });
    }
    Ok(resolved)
}

/// The types of the values at a JSON Pointer; none if there is no such value.
pub(super) fn types<'a>(model: &Model<'a>, ty: &'a TypeRef, pointer: &str) -> Vec<&'a TypeRef> {
    let pointer = Pointer::parse(pointer);
    pointer.segments().fold(vec![ty], |types, key| {
        let types = types.into_iter();
        types.flat_map(|ty| step(model, ty, &key, DEPTH)).collect()
    })
}

/// The types of a property of a type: several if that is a union.
fn step<'a>(model: &Model<'a>, ty: &'a TypeRef, key: &str, depth: usize) -> Vec<&'a TypeRef> {
    let types = &model.api.types;
    let ty = types.resolve_value(ty);
    match ty {
        TypeRef::Any => return vec![ty],
        TypeRef::Map(value) => return vec![&**value],
        _ => {}
    }
    match types.resolve_shape(ty) {
        Some(Shape::Struct(object)) => {
            let mut properties = object.properties.iter();
            let property = properties.find(|it| it.name == key).map(|it| &it.ty);
            let other = match &object.additional {
                AdditionalProperties::Kept(value) => Some(value),
                AdditionalProperties::Ignored => None,
            };
            let mut constants = object.constants.iter();
            let constant = constants.find(|it| it.name == key).map(|_| &TEXT);
            property.or(constant).or(other).into_iter().collect()
        }
        Some(Shape::Union(union)) if depth > 0 => {
            let discriminator = union.variants.discriminator();
            if discriminator.is_some_and(|it| it.property == key) {
                return vec![&TEXT];
            }
            let variants = union.variants.iter();
            let all = variants.flat_map(|it| step(model, &it.ty, key, depth - 1));
            all.collect()
        }
        _ => Vec::new(),
    }
}

/// The discriminator, the value and the type of a variant.
fn variant<'a>(
    model: &Model<'a>,
    ty: &'a TypeRef,
    name: &str,
) -> Result<(&'a str, &'a str, &'a TypeRef), Problem> {
    let no_union = || Problem::NoUnion(name.to_owned());
    let Some(Shape::Union(union)) = model.api.types.resolve_shape(ty) else {
        return Err(no_union());
    };
    let Variants::Tagged(discriminator, variants) = &union.variants else {
        return Err(no_union());
    };
    let tags = variants
        .iter()
        .flat_map(|it| it.tags().iter().map(move |tag| (tag, &it.variant.ty)));
    let mut found = tags.clone().filter(|(tag, _)| *tag == name);
    let known = || tags.clone().map(|(tag, _)| tag.clone()).collect();
    let (tag, ty) = found
        .next()
        .ok_or_else(|| Problem::Variant(name.to_owned(), known()))?;
    Ok((&discriminator.property, tag, ty))
}

/// The pointers of the properties of a type, for suggestions.
fn keys(model: &Model<'_>, ty: &TypeRef) -> Vec<String> {
    let mut all = Vec::new();
    collect(model, ty, DEPTH, &mut all);
    all
}

fn collect(model: &Model<'_>, ty: &TypeRef, depth: usize, all: &mut Vec<String>) {
    match model.api.types.resolve_shape(ty) {
        Some(Shape::Struct(object)) => {
            let names = object.properties.iter();
            all.extend(names.map(|it| Pointer::root().key(&it.name).as_str().to_owned()));
        }
        Some(Shape::Union(union)) if depth > 0 => {
            let variants = union.variants.iter();
            variants.for_each(|it| collect(model, &it.ty, depth - 1, all));
        }
        _ => {}
    }
}
