//! The files in forms of `multipart/form-data`.

use std::collections::BTreeSet;

use crate::analyze::direction::{named, uses};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{
    Api, Direction, Encoding, NameHint, Note, Owner, Primitive, Property, PropertyEncoding, Role,
    Shape, StringFormat, TypeDef, TypeId, TypeRef, TypeTable,
};

/// The conversion of types to forms.
struct Forms<'a> {
    types: &'a mut TypeTable,
    /// The types that are used outside of forms or by another form.
    taken: BTreeSet<TypeId>,
    /// The form of each object, by the encodings of its parts.
    made: Vec<(TypeId, Vec<PropertyEncoding>, TypeId)>,
}

/// Converts binary properties of a form to files. An object that is also used elsewhere, such as
/// in JSON, gets a copy for the form. If the document does not declare parts, any are allowed.
pub(super) fn mark(api: &mut Api, sink: &mut Sink) {
    let mut forms = Forms {
        taken: shared(api),
        types: &mut api.types,
        made: Vec::new(),
    };
    for operation in &mut api.operations {
        let content = operation.request_body.iter_mut();
        let content = content.flat_map(|body| &mut body.content);
        for media in content.filter(|media| media.encoding == Encoding::Multipart) {
            let Some(id) = object(forms.types, &media.ty) else {
                if media.ty != TypeRef::Any {
                    let message =
                        "the multipart body is not an object; falling back to parts of any name";
                    let help = "make every part a property of an object";
                    let at = &operation.origin;
                    sink.report(
                        Diagnostic::warning(Code::UnsupportedMediaType, at, message).help(help),
                    );
                }
                media.ty = TypeRef::Map(Box::new(TypeRef::Primitive(Primitive::File)));
                continue;
            };
            if has_files(forms.types, id, &media.properties) {
                media.ty = TypeRef::Named(forms.form(id, &media.properties, &operation.id));
            }
        }
    }
    for (_, encodings, form) in &forms.made {
        open(forms.types, *form, encodings);
    }
}

impl Forms<'_> {
    fn form(&mut self, id: TypeId, encodings: &[PropertyEncoding], operation: &str) -> TypeId {
        let mut made = self.made.iter();
        if let Some((.., form)) = made.find(|(of, by, _)| *of == id && *by == encodings) {
            return *form;
        }
        let form = if self.taken.insert(id) {
            id
        } else {
            copy(self.types, id, operation)
        };
        self.made.push((id, encodings.to_vec(), form));
        form
    }
}

/// The object type of a form.
fn object(types: &TypeTable, ty: &TypeRef) -> Option<TypeId> {
    let id = types.resolve_id(ty)?;
    matches!(types.get(id).shape, Shape::Struct(_)).then_some(id)
}

/// The types that are used outside of forms.
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
    // The target of a shared alias is shared.
    all.flat_map(|ty| named(ty).into_iter().chain(api.types.resolve_id(ty)))
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

fn has_files(types: &TypeTable, id: TypeId, encodings: &[PropertyEncoding]) -> bool {
    match &types.get(id).shape {
        Shape::Struct(object) => {
            let mut properties = object.properties.iter();
            properties.any(|it| file(types, &it.ty, encoding(encodings, it)).is_some())
        }
        _ => false,
    }
}

/// Converts properties to files, and notes the choices of the caller.
fn open(types: &mut TypeTable, form: TypeId, encodings: &[PropertyEncoding]) {
    let mut shape = types.get(form).shape.clone();
    if let Shape::Struct(object) = &mut shape {
        for property in &mut object.properties {
            let encoding = encoding(encodings, property);
            if let Some(ty) = file(types, &property.ty, encoding) {
                property.ty = ty;
                property
                    .docs
                    .notes
                    .extend(encoding.into_iter().flat_map(notes));
            }
        }
    }
    types.get_mut(form).shape = shape;
}

fn encoding<'a>(
    encodings: &'a [PropertyEncoding],
    property: &Property,
) -> Option<&'a PropertyEncoding> {
    encodings.iter().find(|it| it.name == property.name)
}

/// The media types and headers of a part.
fn notes(encoding: &PropertyEncoding) -> impl Iterator<Item = Note> {
    let values = &encoding.content_types;
    let media_types = (values.len() > 1).then(|| Note::MediaTypes {
        values: values.clone(),
        has_default: encoding.content_type().is_some(),
    });
    let headers = &encoding.headers;
    let headers = (!headers.is_empty()).then(|| Note::Headers(headers.clone()));
    media_types.into_iter().chain(headers)
}

/// A file in place of bytes, files in place of a list of them. A part that is `null` is one that is not there. What has
/// no type is bytes, unless its media type says that it is text or JSON; a text whose media type is that of an image
/// is bytes, too.
fn file(types: &TypeTable, ty: &TypeRef, encoding: Option<&PropertyEncoding>) -> Option<TypeRef> {
    let is_file = match types.resolve_value(ty) {
        TypeRef::Primitive(Primitive::String(StringFormat::Binary)) => true,
        TypeRef::Primitive(Primitive::String(StringFormat::Plain)) => {
            encoding.is_some_and(|it| !it.is_text())
        }
        TypeRef::Any => encoding.is_none_or(|it| it.content_types.is_empty() || !it.is_text()),
        TypeRef::List(item) => {
            return match types.resolve_value(item) {
                TypeRef::List(_) => None,
                _ => Some(TypeRef::List(Box::new(file(types, item, encoding)?))),
            };
        }
        _ => false,
    };
    is_file.then_some(TypeRef::Primitive(Primitive::File))
}
