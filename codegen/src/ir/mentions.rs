//! The types that a type mentions.

use super::{AdditionalProperties, Shape, TypeRef};

impl Shape {
    /// The types that values of this shape hold, in order: those of properties, then that of other properties, or those
    /// of variants.
    #[must_use]
    pub fn mentions(&self) -> Vec<&TypeRef> {
        match self {
            Self::Struct(object) => {
                let properties = object.properties.iter().map(|property| &property.ty);
                let kept = match &object.additional {
                    AdditionalProperties::Kept(ty) => Some(ty),
                    AdditionalProperties::Ignored => None,
                };
                properties.chain(kept).collect()
            }
            Self::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Self::Alias(ty) => vec![ty],
            Self::Enum(_) | Self::Scalar(_) => Vec::new(),
        }
    }

    /// The mutable form of [`mentions`](Self::mentions).
    pub fn mentions_mut(&mut self) -> Vec<&mut TypeRef> {
        match self {
            Self::Struct(object) => {
                let properties = object.properties.iter_mut();
                let properties = properties.map(|property| &mut property.ty);
                let kept = match &mut object.additional {
                    AdditionalProperties::Kept(ty) => Some(ty),
                    AdditionalProperties::Ignored => None,
                };
                properties.chain(kept).collect()
            }
            Self::Union(union) => {
                let variants = union.variants.iter_mut();
                variants.map(|variant| &mut variant.ty).collect()
            }
            Self::Alias(ty) => vec![ty],
            Self::Enum(_) | Self::Scalar(_) => Vec::new(),
        }
    }
}

impl TypeRef {
    /// The types that this one wraps.
    #[must_use]
    pub fn parts(&self) -> &[TypeRef] {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => {
                std::slice::from_ref(inner)
            }
            Self::Tuple(positions) => positions,
            Self::Primitive(_) | Self::Named(_) | Self::Any => &[],
        }
    }

    /// The mutable form of [`parts`](Self::parts).
    pub fn parts_mut(&mut self) -> &mut [TypeRef] {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => {
                std::slice::from_mut(inner)
            }
            Self::Tuple(positions) => positions,
            Self::Primitive(_) | Self::Named(_) | Self::Any => &mut [],
        }
    }
}
