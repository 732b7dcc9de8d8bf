//! Equality of types.

/// Implements `PartialEq` for a type that implements `Encode`. Deriving it would generate code for each field.
macro_rules! equality {
    ($name:ident) => {
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                let (one, other) = (
                    $crate::wire::Encode::view(self),
                    $crate::wire::Encode::view(other),
                );
                $crate::wire::equal::equal(one, other)
            }
        }
    };
}
pub(crate) use equality;
