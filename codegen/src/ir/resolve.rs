//! Resolves aliases in uses of types.

use super::{Shape, TypeId, TypeRef, TypeTable};

impl TypeTable {
    /// The target of an alias, if `ty` is one.
    #[must_use]
    pub fn target(&self, ty: &TypeRef) -> Option<&TypeRef> {
        match ty {
            TypeRef::Named(id) => match &self.get(*id).shape {
                Shape::Alias(target) => Some(target),
                _ => None,
            },
            _ => None,
        }
    }

    /// The type behind any number of aliases. It is an alias only if the aliases form a cycle.
    #[must_use]
    pub fn resolve<'a>(&'a self, ty: &'a TypeRef) -> &'a TypeRef {
        self.unwrap(ty, |ty| self.target(ty))
    }

    /// The type behind any number of aliases and nulls.
    #[must_use]
    pub fn resolve_value<'a>(&'a self, ty: &'a TypeRef) -> &'a TypeRef {
        self.unwrap(ty, |ty| match ty {
            TypeRef::Nullable(inner) => Some(inner),
            ty => self.target(ty),
        })
    }

    /// The named type behind any number of aliases and nulls, if any.
    #[must_use]
    pub fn resolve_id(&self, ty: &TypeRef) -> Option<TypeId> {
        match self.resolve_value(ty) {
            TypeRef::Named(id) if !matches!(self.get(*id).shape, Shape::Alias(_)) => Some(*id),
            _ => None,
        }
    }

    /// The shape of the named type behind any number of aliases and nulls, if any.
    #[must_use]
    pub fn resolve_shape(&self, ty: &TypeRef) -> Option<&Shape> {
        Some(&self.get(self.resolve_id(ty)?).shape)
    }

    fn unwrap<'a>(
        &'a self,
        ty: &'a TypeRef,
        next: impl Fn(&'a TypeRef) -> Option<&'a TypeRef>,
    ) -> &'a TypeRef {
        // Each step leaves an alias or a null, so more steps than twice the aliases are a cycle.
        let steps = std::iter::successors(Some(ty), |ty| next(ty));
        steps.take(2 * self.len() + 2).last().unwrap_or(ty)
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::{Shape, TypeRef};
    use crate::sample::{TEXT, Types, nullable, object};

    #[test]
    fn aliases_and_nulls() {
        let mut types = Types::default();
        let thing = types.add("Thing", object(Vec::new()));
        let alias = TypeRef::Named(types.add("Alias", Shape::Alias(TypeRef::Named(thing))));
        let maybe = TypeRef::Named(types.add("Maybe", Shape::Alias(nullable(alias.clone()))));
        let outer = nullable(TypeRef::Named(
            types.add("Outer", Shape::Alias(maybe.clone())),
        ));
        let table = &types.0;
        assert_eq!(table.target(&maybe), Some(&nullable(alias.clone())));
        assert_eq!(table.resolve(&alias), &TypeRef::Named(thing));
        assert_eq!(table.resolve(&maybe), &nullable(alias.clone()));
        assert_eq!(table.resolve(&outer), &outer);
        for ty in [&alias, &maybe, &outer] {
            assert_eq!(table.resolve_value(ty), &TypeRef::Named(thing));
            assert_eq!(table.resolve_id(ty), Some(thing));
            assert_eq!(table.resolve_shape(ty), Some(&table.get(thing).shape));
        }
        assert_eq!(table.resolve_value(&nullable(TEXT)), &TEXT);
        assert_eq!(table.resolve_id(&TEXT), None);
    }

    #[test]
    fn a_cycle_of_aliases_has_no_type() {
        let mut types = Types::default();
        let one = types.add("One", Shape::Alias(TEXT));
        let other = types.add("Other", Shape::Alias(nullable(TypeRef::Named(one))));
        types.0.get_mut(one).shape = Shape::Alias(TypeRef::Named(other));
        assert_eq!(types.0.resolve_id(&TypeRef::Named(one)), None);
        assert_eq!(types.0.resolve_shape(&TypeRef::Named(other)), None);
    }
}
