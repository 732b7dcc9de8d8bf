//! Forms of `multipart/form-data`: which of their properties are files.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::direction::{Direction, behind_aliases, named, uses};
use crate::diagnostic::{Code, Sink};
use crate::ir::{
    Api, Encoding, NameHint, Owner, Primitive, Role, Shape, StringFormat, TypeDef, TypeId, TypeRef,
    TypeTable,
};

/// Makes a file of every property of a form that is bytes. An object that is more than a form, such as a value in
/// JSON, has a copy that is the form. Where the document does not say what parts there are, they are any.
pub(super) fn mark(api: &mut Api, sink: &mut Sink) {
    let shared = shared(api);
    let mut forms = BTreeMap::new();
    let types = &mut api.types;
    for operation in &mut api.operations {
        let content = operation.request_body.iter_mut();
        let content = content.flat_map(|body| &mut body.content);
        for media in content.filter(|media| media.encoding == Encoding::Multipart) {
            let Some(id) = object(types, &media.ty) else {
                if media.ty != TypeRef::Any {
                    let message = "the body is no object: parts of any name stand in";
                    let help = "make every part a property of an object";
                    let at = &operation.origin;
                    sink.warn(Code::UnsupportedMediaType, at, message, help);
                }
                media.ty = TypeRef::Map(Box::new(TypeRef::Primitive(Primitive::File)));
                continue;
            };
            if !has_files(types, id) {
                continue;
            }
            let form = *forms.entry(id).or_insert_with(|| {
                if shared.contains(&id) {
                    copy(types, id, &operation.id)
                } else {
                    id
                }
            });
            media.ty = TypeRef::Named(form);
        }
    }
    for form in forms.into_values() {
        open(types, form);
    }
}

/// The object that a form is.
fn object(types: &TypeTable, ty: &TypeRef) -> Option<TypeId> {
    let id = behind_aliases(types, ty)?;
    matches!(types.get(id).shape, Shape::Struct(_)).then_some(id)
}

/// The types that something else than a form holds.
fn shared(api: &Api) -> BTreeSet<TypeId> {
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    let requests = api
        .operations
        .iter()
        .filter_map(|operation| operation.request_body.as_ref());
    let requests = requests.flat_map(|body| &body.content);
    let requests = requests.filter(|media| media.encoding != Encoding::Multipart);
    let responses = api
        .operations
        .iter()
        .flat_map(|operation| &operation.responses);
    let responses = responses.flat_map(|response| &response.content);
    let bodies = requests.chain(responses).map(|media| &media.ty);
    let roots = parameters.map(|parameter| &parameter.ty).chain(bodies);
    let held = api
        .types
        .iter()
        .filter(|ty| !matches!(ty.shape, Shape::Alias(_)));
    let held = held.flat_map(|ty| {
        let ways = Direction::BOTH.into_iter();
        ways.flat_map(|way| uses(&ty.shape, way))
    });
    let all = roots.chain(held);
    // What an alias stands for is shared when the alias is.
    all.flat_map(|ty| [named(ty), behind_aliases(&api.types, ty)])
        .flatten()
        .collect()
}

fn copy(types: &mut TypeTable, id: TypeId, operation: &str) -> TypeId {
    let original = types.get(id).clone();
    types.add(|id| TypeDef {
        id,
        hint: NameHint::Nested {
            owner: Owner::Operation(operation.to_owned()),
            role: Role::RequestBody,
        },
        ..original
    })
}

fn has_files(types: &TypeTable, id: TypeId) -> bool {
    match &types.get(id).shape {
        Shape::Struct(object) => {
            let mut properties = object.properties.iter();
            properties.any(|property| file(types, &property.ty).is_some())
        }
        _ => false,
    }
}

/// Lets the properties be files.
fn open(types: &mut TypeTable, form: TypeId) {
    let mut shape = types.get(form).shape.clone();
    if let Shape::Struct(object) = &mut shape {
        for property in &mut object.properties {
            if let Some(ty) = file(types, &property.ty) {
                property.ty = ty;
            }
        }
    }
    types.get_mut(form).shape = shape;
}

/// A file in place of bytes, files in place of a list of them. A part that is `null` is one that is not there.
fn file(types: &TypeTable, ty: &TypeRef) -> Option<TypeRef> {
    match unnamed(types, ty) {
        TypeRef::Primitive(Primitive::String(StringFormat::Binary)) => {
            Some(TypeRef::Primitive(Primitive::File))
        }
        TypeRef::List(item) => match unnamed(types, item) {
            TypeRef::List(_) => None,
            _ => Some(TypeRef::List(Box::new(file(types, item)?))),
        },
        _ => None,
    }
}

/// What an alias or a type that may be `null` stands for.
fn unnamed<'a>(types: &'a TypeTable, mut ty: &'a TypeRef) -> &'a TypeRef {
    // A chain is no longer than the table; a longer one runs in a circle.
    for _ in 0..=types.len() {
        ty = match ty {
            TypeRef::Nullable(inner) => inner,
            TypeRef::Named(id) => match &types.get(*id).shape {
                Shape::Alias(target) => target,
                _ => return ty,
            },
            _ => return ty,
        };
    }
    ty
}
