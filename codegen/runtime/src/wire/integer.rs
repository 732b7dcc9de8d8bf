//! Integers with bounds (OAS 3.0, `minimum`, `maximum`, `multipleOf`).

/// The rules of a constrained integer. Bounds are inclusive.
#[derive(Debug)]
pub(crate) struct Bounds {
    /// The minimum.
    pub minimum: Option<i128>,
    /// The maximum.
    pub maximum: Option<i128>,
    /// The number of which the value must be a multiple.
    pub multiple_of: Option<i128>,
}

impl Bounds {
    /// Whether `value` satisfies all rules.
    #[must_use]
    pub(crate) const fn allows(&self, value: i128) -> bool {
        let large_enough = match self.minimum {
            Some(minimum) => minimum <= value,
            None => true,
        };
        let small_enough = match self.maximum {
            Some(maximum) => value <= maximum,
            None => true,
        };
        large_enough && small_enough && self.allows_step(value)
    }

    const fn allows_step(&self, value: i128) -> bool {
        match self.multiple_of {
            // Only zero is a multiple of zero, and the remainder of `i128::MIN / -1` overflows.
            Some(0) => value == 0,
            Some(step) => value.wrapping_rem(step) == 0,
            None => true,
        }
    }

    /// Checks all rules. The error is the first violated rule, worded to follow "must".
    ///
    /// # Errors
    ///
    /// If `value` violates a rule.
    pub(crate) fn check(&self, value: i128) -> Result<(), String> {
        match (self.minimum, self.maximum, self.multiple_of) {
            _ if self.allows(value) => Ok(()),
            (_, _, Some(step)) if !self.allows_step(value) => {
                Err(format!("be a multiple of {step}"))
            }
            (Some(minimum), Some(maximum), _) => Err(format!("be {minimum} to {maximum}")),
            (Some(minimum), None, _) => Err(format!("be at least {minimum}")),
            (None, maximum, _) => Err(format!("be at most {}", maximum.unwrap_or(i128::MAX))),
        }
    }
}

/// Implements a constrained integer, a tuple struct of one integer: `integer!(Type(i32), wire::integer::Bounds { ..
/// })`.
macro_rules! integer {
    ($name:ident($inner:ident), $bounds:expr) => {
        impl $name {
            const BOUNDS: $crate::wire::integer::Bounds = $bounds;

            /// Creates the value after validation.
            ///
            /// # Errors
            ///
            /// If the value violates a rule of the document.
            pub fn new(value: $inner) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                match Self::BOUNDS.check(i128::from(value)) {
                    ::core::result::Result::Ok(()) => ::core::result::Result::Ok(Self(value)),
                    ::core::result::Result::Err(rule) => {
                        let value = ::std::string::ToString::to_string(&value);
                        let shown = ::core::option::Option::Some(&*value);
                        ::core::result::Result::Err($crate::wire::InvalidValue::new(
                            stringify!($name),
                            shown,
                            rule,
                        ))
                    }
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
                Self(value)
            }

            /// Creates the value without validation, if the server accepts more than the document allows.
            #[must_use]
            pub const fn new_unchecked(value: $inner) -> Self {
                Self(value)
            }

            /// The value.
            #[must_use]
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        impl ::core::convert::TryFrom<$inner> for $name {
            type Error = $crate::wire::InvalidValue;

            fn try_from(value: $inner) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                Self::new(value)
            }
        }

        impl ::core::convert::From<$name> for $inner {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::Encode::view(&self.0)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self(0)
            }

            /// Responses are not validated, because published rules are sometimes wrong.
            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::Decode::slot(&mut self.0)
            }
        }

        $crate::wire::forward!($name);
    };
}
pub(crate) use integer;
