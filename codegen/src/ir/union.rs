use super::{Docs, TypeId, TypeRef};
use crate::diagnostic::Pointer;

/// One of some types (`oneOf`, `anyOf`).
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Which keyword made it.
    pub kind: UnionKind,
    /// The variants, and how a reader tells them apart.
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

/// The variants of a union in document order (in mapping order where there is a mapping).
#[derive(Clone, Debug, PartialEq)]
pub enum Variants {
    /// Told apart by the value of one property.
    Tagged(Discriminator, Vec<TaggedVariant>),
    /// Told apart by the JSON type and shape of the value.
    Untagged(Vec<Variant>),
}

/// The property that tells variants apart (OpenAPI 3.0.3, *Discriminator Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// Its key on the wire.
    pub property: String,
    /// The enum that declares the tag's values, where the document has one.
    pub values: Option<TypeId>,
}

/// A variant that a value of the discriminator selects.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedVariant {
    /// That value.
    pub tag: String,
    /// If the variant is a union with the same discriminator: every value that selects it, `tag` included. The inner
    /// union then writes the tag.
    pub nested: Vec<String>,
    /// What it selects.
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
    /// Its tag, or what distinguishes it from other variants: its name, if the document has it nowhere else.
    pub label: String,
    /// What its values look like.
    pub form: VariantForm,
    /// Where the document says that it is a variant.
    pub origin: Pointer,
    /// What the document tells its readers.
    pub docs: Docs,
}

/// What the values of a variant look like on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum VariantForm {
    /// Values of its type.
    Plain,
    /// Objects with this key, which holds a value of its type: `{"Moved": 3}`.
    Keyed(String),
    /// This string. There is no other value, so the type does not matter.
    Constant(String),
}

impl Variants {
    /// The variants, whatever tells them apart.
    pub fn iter(&self) -> impl Iterator<Item = &Variant> {
        let (tagged, untagged) = match self {
            Self::Tagged(_, variants) => (variants.as_slice(), &[][..]),
            Self::Untagged(variants) => (&[][..], variants.as_slice()),
        };
        let tagged = tagged.iter().map(|tagged| &tagged.variant);
        tagged.chain(untagged)
    }

    /// The variants, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Variant> {
        let (tagged, untagged) = match self {
            Self::Tagged(_, variants) => (variants.as_mut_slice(), &mut [][..]),
            Self::Untagged(variants) => (&mut [][..], variants.as_mut_slice()),
        };
        let tagged = tagged.iter_mut().map(|tagged| &mut tagged.variant);
        tagged.chain(untagged)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Tagged(_, variants) => variants.len(),
            Self::Untagged(variants) => variants.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The property that tells the variants apart, if one does.
    #[must_use]
    pub fn discriminator(&self) -> Option<&Discriminator> {
        match self {
            Self::Tagged(discriminator, _) => Some(discriminator),
            Self::Untagged(_) => None,
        }
    }
}
