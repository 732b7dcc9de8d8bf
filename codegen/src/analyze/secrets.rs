//! Secrecy: values that must never be printed.

use std::collections::BTreeSet;

use crate::ir::{Primitive, Scalar, Shape, StringFormat, TypeId, TypeRef, TypeTable, VariantForm};

/// Whether values of a type are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Secrecy {
    /// Printed, except for secrets in them.
    #[default]
    Shown,
    /// Never printed.
    Secret,
}

/// Whether values of the type are secret as a whole: a secret string, or a union with
/// a secret alternative. Lists, maps and objects contain secrets, but are not secret.
pub(super) fn of(types: &TypeTable, id: TypeId) -> Secrecy {
    let root = TypeRef::Named(id);
    let mut open = vec![&root];
    let mut seen = BTreeSet::new();
    while let Some(ty) = open.pop() {
        match ty {
            TypeRef::Primitive(Primitive::String(StringFormat::Password)) => {
                return Secrecy::Secret;
            }
            TypeRef::Nullable(inner) => open.push(inner),
            TypeRef::Named(id) if seen.insert(*id) => match &types.get(*id).shape {
                Shape::Scalar(Scalar::Text(_, StringFormat::Password)) => {
                    return Secrecy::Secret;
                }
                Shape::Alias(target) => open.push(target),
                Shape::Union(union) => {
                    let plain = union
                        .variants
                        .iter()
                        .filter(|it| it.form == VariantForm::Plain);
                    open.extend(plain.map(|it| &it.ty));
                }
                Shape::Struct(_) | Shape::Enum(_) | Shape::Scalar(_) => {}
            },
            _ => {}
        }
    }
    Secrecy::Shown
}
