//! Unions: one of several objects, told apart by the value of one key (OAS 3.0, `discriminator`).

use std::fmt;

use serde::de::{DeserializeOwned, Error as _};
use serde_json::Value;

use super::decode::Slot;
use super::encode::View;
use super::error::without_text;

/// The type of a union.
#[derive(Debug)]
pub struct UnionShape {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The key on the wire that tells the variants apart.
    pub tag: &'static str,
}

/// An enum of objects, as the reader and the writer see it.
pub trait Union {
    /// Its type.
    fn shape(&self) -> &'static UnionShape;
    /// The tag and the fields of a known variant; no tag and the JSON of an unknown one; no tag and the union that a
    /// variant is that writes the same tag itself.
    fn payload(&self) -> (Option<&'static str>, View<'_>);
    /// Becomes the variant for `tag` and opens it, or stays what it is if there is none.
    fn select(&mut self, tag: &str) -> Option<Slot<'_>>;
    /// Becomes the unknown variant.
    fn keep(&mut self, raw: Value);

    /// The value of the tag: of an unknown variant as well, if it has one.
    fn tag(&self) -> Option<&str> {
        match self.payload() {
            (Some(tag), _) => Some(tag),
            (None, View::Json(raw)) => raw.get(self.shape().tag)?.as_str(),
            (None, View::Union(inner)) => inner.tag(),
            (None, _) => None,
        }
    }
}

/// A value of a union that this version of the crate does not know: its tag is new, absent or no
/// string, or it looks like no variant or like several. It goes back out as it came in.
#[derive(Clone, PartialEq)]
pub struct UnknownVariant(Value);

impl UnknownVariant {
    /// Wraps a value that is to be sent as it is.
    #[must_use]
    pub fn new(raw: Value) -> Self {
        Self(raw)
    }

    /// The JSON, with its tag.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.0
    }

    /// Reads the JSON as a value of a type.
    ///
    /// # Errors
    ///
    /// When it does not have the form of `T`; for a type of this crate, the error names the place. The error does not
    /// quote text, which may be secret.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let reason = |error: serde_json::Error| without_text(error.to_string());
        T::deserialize(&self.0).map_err(|error| serde_json::Error::custom(reason(error)))
    }
}

/// What is unknown may be secret, so `Debug` does not show it.
impl fmt::Debug for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownVariant").finish_non_exhaustive()
    }
}

/// Implements [`Union`], [`Encode`](super::Encode), [`Decode`](super::Decode), `Serialize`,
/// `Deserialize`, `Debug`, `PartialEq` and `tag` for an enum: `tagged_union!(Type, "tagName" { Variant(Payload)
/// = "TAG", .. } else Unknown)`. A variant that is a union by the same tag is `Variant(Union) in "TAG" | "TAG"`.
#[allow(unused_macros, reason = "a document may have no union")]
macro_rules! tagged_union {
    ($name:ident, $tag:literal { $($variants:tt)* }) => {
        $crate::wire::tagged_union!($name, $tag { $($variants)* } else Unknown);
    };
    ($name:ident, $tag:literal { $($variant:ident($payload:ty) $(= $value:literal)? $(in $($inner:literal)|+)?),* $(,)? } else $unknown:ident) => {
        impl $name {
            #[doc = concat!("The value of `", $tag, "`, if there is one.")]
            #[must_use]
            pub fn tag(&self) -> ::core::option::Option<&str> {
                $crate::wire::Union::tag(self)
            }
        }

        impl $crate::wire::Union for $name {
            fn shape(&self) -> &'static $crate::wire::UnionShape {
                &$crate::wire::UnionShape { name: stringify!($name), tag: $tag }
            }

            fn payload(&self) -> (::core::option::Option<&'static str>, $crate::wire::View<'_>) {
                match self {
                    $(Self::$variant(value) => (::core::option::Option::None$(.or(::core::option::Option::Some($value)))?, $crate::wire::Encode::view(value)),)*
                    Self::$unknown(value) => (::core::option::Option::None, $crate::wire::View::Json(value.raw())),
                }
            }

            fn select(&mut self, tag: &str) -> ::core::option::Option<$crate::wire::Slot<'_>> {
                *self = match tag {
                    $($($value)? $($($inner)|+)? => Self::$variant(<$payload as $crate::wire::Decode>::blank()),)*
                    _ => return ::core::option::Option::None,
                };
                match self {
                    $(Self::$variant(value) => ::core::option::Option::Some($crate::wire::Decode::slot(value)),)*
                    Self::$unknown(_) => ::core::option::Option::None,
                }
            }

            fn keep(&mut self, raw: ::serde_json::Value) {
                *self = Self::$unknown($crate::wire::UnknownVariant::new(raw));
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Union(self)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::wire::UnknownVariant::new(::serde_json::Value::Null))
            }

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Union(self)
            }
        }

        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
#[allow(unused_imports, reason = "a document may have no union")]
pub(crate) use tagged_union;

/// Implements `From<Payload>` for an enum; a variant may hold its payload in a `Box`:
/// `from_variants!(Type { Variant(Payload), .. })`.
#[allow(unused_macros, reason = "a document may have no union")]
macro_rules! from_variants {
    ($name:ident { $($variant:ident($payload:ty)),* $(,)? }) => {$(
        impl ::core::convert::From<$payload> for $name {
            fn from(value: $payload) -> Self {
                #[allow(clippy::useless_conversion, reason = "puts the value into a box where the variant has one")]
                Self::$variant(::core::convert::Into::into(value))
            }
        }
    )*};
}
#[allow(unused_imports, reason = "a document may have no union")]
pub(crate) use from_variants;
