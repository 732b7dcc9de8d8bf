//! Open enumerations of integers (OAS 3.0, `enum` of a `type: integer`).

use std::fmt;

/// An integer without a variant in this version of the crate.
///
/// Only the conversions of the enumeration create one, so it never holds the value of a variant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownInteger(i64);

impl UnknownInteger {
    pub(crate) const fn new(value: i64) -> Self {
        Self(value)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Debug for UnknownInteger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Implements an open enumeration of integers: `integer_enum!(Type { Variant = 1, .. } else Unknown)`.
macro_rules! integer_enum {
    ($name:ident { $($variants:tt)* }) => {
        $crate::wire::integer_enum!($name { $($variants)* } else Unknown);
    };
    ($name:ident { $($variant:ident = $value:literal),* $(,)? } else $unknown:ident) => {
        impl $name {
            /// The values that have a variant in this version of the crate.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// The value on the wire.
            #[must_use]
            pub const fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => value.get(),
                }
            }

            /// Whether the value has a variant in this version of the crate.
            #[must_use]
            pub const fn is_known(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }
        }

        impl ::core::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown($crate::wire::UnknownInteger::new(value)),
                }
            }
        }

        impl ::core::convert::From<&$name> for $name {
            fn from(value: &$name) -> Self {
                ::core::clone::Clone::clone(value)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::num::ParseIntError;

            fn from_str(value: &str) -> ::core::result::Result<Self, ::std::num::ParseIntError> {
                value.parse::<i64>().map(Self::from)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::encode::View::Integer(self.as_i64())
            }
        }

        impl $crate::wire::decode::IntegerSlot for $name {
            fn put(&mut self, value: i128) -> ::core::result::Result<(), &'static str> {
                let mut number = 0_i64;
                $crate::wire::decode::IntegerSlot::put(&mut number, value)?;
                *self = Self::from(number);
                ::core::result::Result::Ok(())
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self::from(0)
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Integer(self)
            }
        }

        $crate::wire::forward!($name);
    };
}
pub(crate) use integer_enum;
