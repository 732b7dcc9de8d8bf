use super::super::docs::{Doc, TypePhrase};
use super::super::model::NamedType;

/// The documentation of a type.
pub(super) fn of(ty: NamedType<'_>) -> Doc<'_> {
    let doc = Doc::said(&ty.def.docs);
    doc.with_all(ty.def.deprecated.then_some(TypePhrase::Deprecated))
}
