//! Integers with bounds (OAS 3.0, `minimum`, `maximum`, `multipleOf`).

use super::decode::{Decode, Slot};
use super::integer_value::{Bounds, IntegerValue, Width};
use super::invalid::InvalidValue;
use super::quoted::quoted;

impl<T: Copy> IntegerValue<T> {
    /// A number that is valid, or is sent regardless.
    pub(crate) const fn new(number: T) -> Self {
        Self {
            number,
            violated: None,
            lost: None,
        }
    }

    pub(crate) const fn get(self) -> T {
        self.number
    }
}

/// Parses a number and checks all rules.
///
/// # Errors
///
/// If the text is not an integer of the type, or the number violates a rule.
pub(crate) fn parse<T: Width>(text: &str, rules: &Bounds) -> Result<T, InvalidValue> {
    let number = text.parse::<i128>().ok();
    match number.and_then(|number| T::try_from(number).ok()) {
        Some(number) if rules.allows(number.into()) => Ok(number),
        Some(number) => Err(rules.error(number.into())),
        None => {
            let range = rules.range_of(T::LIMITS).check(i128::MAX);
            let rule = range.err().unwrap_or_default();
            Err(InvalidValue::new(rules.name, Some(quoted(text)), rule))
        }
    }
}

/// Responses are not validated, because published rules are sometimes wrong.
impl<T: Width + Decode> Decode for IntegerValue<T> {
    fn blank() -> Self {
        Self::new(T::default())
    }

    fn slot(&mut self) -> Slot<'_> {
        self.number.slot()
    }
}

/// Implements a constrained integer, a tuple struct of one `IntegerValue<i32>`:
/// `integer!(Type(i32), wire::Bounds { .. })`.
macro_rules! integer {
    ($name:ident($inner:ident), $bounds:expr) => {
        impl $name {
            const BOUNDS: $crate::wire::Bounds = $bounds;

            /// Creates the value after validation.
            ///
            /// # Errors
            ///
            /// If the value violates a rule of the document.
            pub fn new(value: $inner) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                if Self::BOUNDS.allows(i128::from(value)) {
                    ::core::result::Result::Ok(Self::new_unchecked(value))
                } else {
                    ::core::result::Result::Err(Self::BOUNDS.error(i128::from(value)))
                }
            }

            /// Creates the value from a literal. In a `const` item or a `const { .. }` block, an invalid literal is a
            /// compile error.
            ///
            /// # Panics
            ///
            /// If the value violates a rule of the document; [`new`](Self::new) returns an error instead.
            #[must_use]
            pub const fn from_static(value: $inner) -> Self {
                assert!(
                    Self::BOUNDS.allows(value as i128),
                    concat!(
                        "not a valid ",
                        stringify!($name),
                        "; see the rules in its documentation"
                    )
                );
                Self($crate::wire::IntegerValue::new(value))
            }

            /// Creates the value without validation, if the server accepts more than the document allows.
            #[must_use]
            pub const fn new_unchecked(value: $inner) -> Self {
                Self($crate::wire::IntegerValue::new(value))
            }

            /// The value.
            #[must_use]
            pub const fn get(self) -> $inner {
                self.0.get()
            }
        }

        /// A number that violates a rule makes the call that sends it fail; [`new`]($name::new) reports it at once.
        impl<N: $crate::wire::IntegerArgument> ::core::convert::From<N> for $name {
            fn from(value: N) -> Self {
                Self($crate::wire::IntegerValue::given(value, &Self::BOUNDS))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::wire::InvalidValue;

            fn from_str(value: &str) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                $crate::wire::integer::parse(value, &Self::BOUNDS).map(Self::new_unchecked)
            }
        }

        impl ::core::convert::From<$name> for $inner {
            fn from(value: $name) -> Self {
                value.get()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.get(), f)
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::Encode::view(&self.0)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self($crate::wire::IntegerValue::new(0))
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::Decode::slot(&mut self.0)
            }
        }

        $crate::wire::forward!($name);
    };
}
pub(crate) use integer;
