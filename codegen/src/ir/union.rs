use super::{Docs, TypeId, TypeRef};
use crate::diagnostic::Pointer;

/// One of some types (`oneOf`, `anyOf`).
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The keyword.
    pub kind: UnionKind,
    /// The variants and their discriminator or shapes.
    pub variants: Variants,
}

/// The keyword behind a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnionKind {
    /// `oneOf`, or a discriminator with a mapping alone.
    OneOf,
    /// `anyOf`
    AnyOf,
}

/// The variants of a union in document order, or in the order of the mapping if it has one.
#[derive(Clone, Debug, PartialEq)]
pub enum Variants {
    /// Selected by the value of a property.
    Tagged(Discriminator, Vec<TaggedVariant>),
    /// Selected by the JSON type and shape of the value.
    Untagged(Vec<Variant>),
}

/// The property that selects a variant (OpenAPI 3.0.3, *Discriminator Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// The key on the wire.
    pub property: String,
    /// The enum that declares the values of the tag, if any.
    pub values: Option<TypeId>,
}

/// A variant that a value of the discriminator selects.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedVariant {
    /// The value.
    pub tag: String,
    /// If the variant is a union with the same discriminator: every value that selects it, `tag` included. The inner
    /// union then writes the tag.
    pub nested: Vec<String>,
    /// Whether the mapping of the discriminator has the value.
    pub is_mapped: bool,
    /// The type of the variant.
    pub variant: Variant,
}

impl TaggedVariant {
    /// Every value that selects the variant.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        if self.nested.is_empty() {
            std::slice::from_ref(&self.tag)
        } else {
            &self.nested
        }
    }
}

/// A variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The type of its value.
    pub ty: TypeRef,
    /// Its tag or label: its name, if the document does not give another.
    pub label: String,
    /// The shape of its values.
    pub form: VariantForm,
    /// The location of the alternative in the document.
    pub origin: Pointer,
    /// The documentation in the document.
    pub docs: Docs,
}

/// The shape of the values of a variant on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum VariantForm {
    /// Values of its type.
    Plain,
    /// Objects with this key, whose value has the type: `{"Moved": 3}`.
    Keyed(String),
    /// This string. It is the only value, so the type is irrelevant.
    Constant(String),
}

impl Variants {
    /// The variants.
    pub fn iter(&self) -> impl Iterator<Item = &Variant> {
        let (tagged, untagged) = match self {
            Self::Tagged(_, variants) => (variants.as_slice(), &[][..]),
            Self::Untagged(variants) => (&[][..], variants.as_slice()),
        };
        let tagged = tagged.iter().map(|tagged| &tagged.variant);
        tagged.chain(untagged)
    }

    /// The variants, mutable.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Variant> {
        let (tagged, untagged) = match self {
            Self::Tagged(_, variants) => (variants.as_mut_slice(), &mut [][..]),
            Self::Untagged(variants) => (&mut [][..], variants.as_mut_slice()),
        };
        let tagged = tagged.iter_mut().map(|tagged| &mut tagged.variant);
        tagged.chain(untagged)
    }

    /// The number of elements.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Tagged(_, variants) => variants.len(),
            Self::Untagged(variants) => variants.len(),
        }
    }

    /// Whether there are no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The discriminator, if any.
    #[must_use]
    pub fn discriminator(&self) -> Option<&Discriminator> {
        match self {
            Self::Tagged(discriminator, _) => Some(discriminator),
            Self::Untagged(_) => None,
        }
    }
}
