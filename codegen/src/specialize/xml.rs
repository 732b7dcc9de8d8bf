//! XML whose values a client does not type.

use crate::ir::{Api, Encoding, MediaType, Primitive, Shape, StringFormat, TypeRef, TypeTable};

/// Turns XML into text or bytes, except for objects in requests and successes.
pub(super) fn open(api: &mut Api) {
    let types = &api.types;
    for operation in &mut api.operations {
        let body = operation.request_body.iter_mut();
        let mut opened: Vec<_> = body.flat_map(|body| &mut body.content).collect();
        opened.retain(|media| !is_object(types, &media.ty));
        opened.into_iter().for_each(untyped);
        let is_success: Vec<_> = operation
            .responses
            .iter()
            .map(|response| operation.is_success(response))
            .collect();
        for (response, is_success) in operation.responses.iter_mut().zip(is_success) {
            let content = response.content.iter_mut();
            let opened = content.filter(|media| !is_success || !is_object(types, &media.ty));
            opened.for_each(untyped);
        }
    }
}

fn is_object(types: &TypeTable, ty: &TypeRef) -> bool {
    let named = types.resolve_id(ty);
    named.is_some_and(|id| matches!(types.get(id).shape, Shape::Struct(_)))
}

fn untyped(media: &mut MediaType) {
    if media.encoding != Encoding::Xml {
        return;
    }
    let (encoding, format) = if media.range.essence().starts_with("text/") {
        (Encoding::Text, StringFormat::Plain)
    } else {
        (Encoding::Binary, StringFormat::Binary)
    };
    media.encoding = encoding;
    media.ty = TypeRef::Primitive(Primitive::String(format));
}
