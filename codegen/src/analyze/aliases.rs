//! Resolves aliases and null in uses of types.

use crate::ir::{Shape, TypeId, TypeRef, TypeTable};

/// The type behind any number of aliases.
pub(crate) fn behind_names<'a>(types: &'a TypeTable, ty: &'a TypeRef) -> &'a TypeRef {
    behind(types, ty, |_| None)
}

/// The type behind any number of aliases and nulls.
pub(crate) fn plain<'a>(types: &'a TypeTable, ty: &'a TypeRef) -> &'a TypeRef {
    behind(types, ty, |ty| match ty {
        TypeRef::Nullable(inner) => Some(inner),
        _ => None,
    })
}

/// The named type behind any number of aliases and nulls, if any.
pub(crate) fn behind_aliases(types: &TypeTable, ty: &TypeRef) -> Option<TypeId> {
    match plain(types, ty) {
        TypeRef::Named(id) if !matches!(types.get(*id).shape, Shape::Alias(_)) => Some(*id),
        _ => None,
    }
}

fn behind<'a>(
    types: &'a TypeTable,
    ty: &'a TypeRef,
    unwrap: impl Fn(&'a TypeRef) -> Option<&'a TypeRef>,
) -> &'a TypeRef {
    let mut ty = ty;
    // A chain of aliases is not longer than the table unless it is a cycle.
    for _ in 0..=types.len() {
        let alias = match ty {
            TypeRef::Named(id) => match &types.get(*id).shape {
                Shape::Alias(target) => Some(target),
                _ => None,
            },
            _ => None,
        };
        match alias.or_else(|| unwrap(ty)) {
            Some(inner) => ty = inner,
            None => break,
        }
    }
    ty
}
