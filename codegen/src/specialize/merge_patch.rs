//! Bodies of `application/merge-patch+json` (RFC 7396): `null` deletes, so every optional property of an object and every
//! value of a map can be `null`. Lists are replaced as a whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::direction::{named, uses};
use crate::ir::{
    AdditionalProperties, Api, Direction, Encoding, MediaType, NameHint, Owner, Role, Shape,
    TypeDef, TypeId, TypeRef, TypeTable,
};

/// Converts the types of the bodies. An object that is also used elsewhere gets a copy.
pub(super) fn mark(api: &mut Api) {
    let mut patches = Patches {
        taken: used_elsewhere(api),
        types: &mut api.types,
        made: BTreeMap::new(),
    };
    for operation in &mut api.operations {
        let content = operation.request_body.iter_mut();
        let content = content.flat_map(|body| &mut body.content);
        for media in content.filter(|media| is_merge_patch(media)) {
            media.ty = patches.patch(&media.ty);
        }
    }
}

fn is_merge_patch(media: &MediaType) -> bool {
    media.encoding == Encoding::Json && media.range.essence() == "application/merge-patch+json"
}

struct Patches<'a> {
    types: &'a mut TypeTable,
    taken: BTreeSet<TypeId>,
    /// The form of each object that patches have.
    made: BTreeMap<TypeId, TypeId>,
}

impl Patches<'_> {
    /// The type of a patch of a value.
    fn patch(&mut self, ty: &TypeRef) -> TypeRef {
        match ty {
            TypeRef::Named(id) => match &self.types.get(*id).shape {
                Shape::Struct(_) => TypeRef::Named(self.object(*id)),
                Shape::Alias(target) => {
                    let target = target.clone();
                    let patch = self.patch(&target);
                    if patch == target { ty.clone() } else { patch }
                }
                Shape::Union(_) | Shape::Enum(_) | Shape::Scalar(_) => ty.clone(),
            },
            TypeRef::Map(value) => TypeRef::Map(Box::new(nullable(self.patch(value)))),
            TypeRef::Nullable(inner) => nullable(self.patch(inner)),
            TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Primitive(_) | TypeRef::Any => {
                ty.clone()
            }
        }
    }

    fn object(&mut self, id: TypeId) -> TypeId {
        if let Some(made) = self.made.get(&id) {
            return *made;
        }
        let form = if self.taken.contains(&id) {
            self.copy(id)
        } else {
            id
        };
        // An object may contain itself.
        self.made.insert(id, form);
        let mut shape = self.types.get(id).shape.clone();
        if let Shape::Struct(object) = &mut shape {
            for property in &mut object.properties {
                let patch = self.patch(&property.ty);
                property.ty = if property.required {
                    patch
                } else {
                    nullable(patch)
                };
            }
            if let AdditionalProperties::Kept(ty) = &mut object.additional {
                *ty = nullable(self.patch(ty));
            }
        }
        self.types.get_mut(form).shape = shape;
        form
    }

    fn copy(&mut self, id: TypeId) -> TypeId {
        let original = self.types.get(id).clone();
        self.types.add(|copy| TypeDef {
            id: copy,
            given: None,
            hint: NameHint::Nested {
                owner: Owner::Type(id),
                role: Role::MergePatch,
            },
            ..original
        })
    }
}

/// Raw JSON has `null` already.
fn nullable(ty: TypeRef) -> TypeRef {
    match ty {
        TypeRef::Nullable(_) | TypeRef::Any => ty,
        ty => TypeRef::Nullable(Box::new(ty)),
    }
}

/// The types that anything but a merge patch reaches.
fn used_elsewhere(api: &Api) -> BTreeSet<TypeId> {
    let mut open = Vec::new();
    for operation in &api.operations {
        let parameters = operation.parameters.iter().map(|it| &it.ty);
        let body = operation.request_body.iter();
        let body = body.flat_map(|body| &body.content);
        let body = body.filter(|media| !is_merge_patch(media)).map(|it| &it.ty);
        let responses = operation.responses.iter().flat_map(|response| {
            let headers = response.headers.iter().map(|it| &it.ty);
            headers.chain(response.content.iter().flat_map(MediaType::types))
        });
        open.extend(parameters.chain(body).chain(responses).flat_map(named));
    }
    open.extend(api.webhooks.iter().flat_map(|it| named(&it.ty)));
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let shape = &api.types.get(id).shape;
            let held = Direction::BOTH.into_iter().flat_map(|way| uses(shape, way));
            open.extend(held.flat_map(named));
        }
    }
    // Items of lists and members of unions are not patched.
    let patched = api.types.iter().flat_map(|ty| unpatched(&ty.shape));
    found.extend(patched);
    found
}

/// The types that a shape mentions in places that a patch replaces as a whole.
fn unpatched(shape: &Shape) -> Vec<TypeId> {
    let mut open: Vec<&TypeRef> = Vec::new();
    let mut found = Vec::new();
    match shape {
        Shape::Union(union) => {
            found.extend(union.variants.iter().flat_map(|it| named(&it.ty)));
        }
        shape => open.extend(uses(shape, Direction::Request)),
    }
    while let Some(ty) = open.pop() {
        match ty {
            TypeRef::List(_) | TypeRef::Tuple(_) => found.extend(named(ty)),
            other => open.extend(other.parts()),
        }
    }
    found
}
