//! Open enumerations of strings (OAS 3.0, `enum` of a `type: string`).

use std::fmt;

/// A string without a variant in this version of the crate. It is sent back unchanged.
///
/// Only the conversions of the enumeration create one, so it never holds the value of a variant.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    pub(crate) fn new(value: String) -> Self {
        Self(value.into_boxed_str())
    }

    /// Returns the string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Implements an open enumeration of strings: `string_enum!(Type { Variant = "VALUE", .. } else
/// Unknown)`.
macro_rules! string_enum {
    ($name:ident { $($variants:tt)* }) => {
        $crate::wire::string_enum!($name { $($variants)* } else Unknown);
    };
    ($name:ident { $($variant:ident = $value:literal),* $(,)? } else $unknown:ident) => {
        impl $name {
            /// The values that have a variant in this version of the crate.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => value.as_str(),
                }
            }

            /// Whether the value has a variant in this version of the crate.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }

            fn of(value: ::std::borrow::Cow<'_, str>) -> Self {
                match &*value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown($crate::wire::UnknownValue::new(value.into_owned())),
                }
            }
        }

        impl<S: $crate::wire::TextArgument> ::core::convert::From<S> for $name {
            fn from(value: S) -> Self {
                Self::of($crate::wire::TextArgument::into_text(value))
            }
        }

        impl ::core::convert::From<&$name> for $name {
            fn from(value: &$name) -> Self {
                ::core::clone::Clone::clone(value)
            }
        }

        $crate::wire::open_text!($name);

        impl ::std::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }

        impl $crate::wire::decode::TextSlot for $name {
            fn put(&mut self, value: ::std::borrow::Cow<'_, str>) {
                *self = Self::of(value);
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::wire::UnknownValue::new(::std::string::String::new()))
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Text(self)
            }
        }
    };
}
pub(crate) use string_enum;
