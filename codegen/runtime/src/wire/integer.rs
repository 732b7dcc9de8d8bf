//! Integers with bounds (OAS 3.0, `minimum`, `maximum`, `multipleOf`).

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::decode::{Decode, Slot};
use super::encode::{Encode, Invalid, View};
use super::invalid::InvalidValue;

/// The rules of a constrained integer. Bounds are inclusive.
#[derive(Debug)]
pub(crate) struct Bounds {
    /// The type of the integer.
    pub name: &'static str,
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

    /// The error of a number that violates a rule.
    pub(crate) fn error(&self, number: i128) -> InvalidValue {
        let rule = self.check(number).err().unwrap_or_default();
        InvalidValue::new(self.name, Some(number.to_string()), rule)
    }
}

/// The number of a constrained integer, and the rules if it violates one of them.
#[derive(Clone, Copy)]
pub(crate) struct IntegerValue<T> {
    number: T,
    violated: Option<&'static Bounds>,
    /// Whether the number is the one that the caller gave, and not the default of a type that cannot hold it.
    is_exact: bool,
}

impl<T: Copy> IntegerValue<T> {
    /// A number that is valid, or is sent regardless.
    pub(crate) const fn new(number: T) -> Self {
        Self {
            number,
            violated: None,
            is_exact: true,
        }
    }

    pub(crate) const fn get(self) -> T {
        self.number
    }
}

impl<T: Copy + Default + TryFrom<i128>> IntegerValue<T> {
    /// A number as a caller gives it.
    pub(crate) fn given(given: i128, rules: &'static Bounds) -> Self {
        let number = T::try_from(given).ok();
        let is_exact = number.is_some();
        Self {
            number: number.unwrap_or_default(),
            violated: Some(rules).filter(|_| !is_exact || !rules.allows(given)),
            is_exact,
        }
    }
}

impl<T: PartialEq> PartialEq for IntegerValue<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<T: Eq> Eq for IntegerValue<T> {}

impl<T: Ord> PartialOrd for IntegerValue<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord> Ord for IntegerValue<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl<T: Hash> Hash for IntegerValue<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<T: Encode + Copy + Into<i128>> Encode for IntegerValue<T> {
    fn view(&self) -> View<'_> {
        match self.violated {
            None => self.number.view(),
            Some(_) => View::Invalid(self),
        }
    }
}

impl<T: Encode + Copy + Into<i128>> Invalid for IntegerValue<T> {
    fn value(&self) -> View<'_> {
        self.number.view()
    }

    /// Numbers are not secrets.
    fn error(&self, _: bool) -> String {
        let error = self.violated.map(|rules| {
            let name = rules.name;
            if self.is_exact {
                let error = rules.error(self.number.into());
                format!("{error}; `{name}::new_unchecked` sends it regardless")
            } else {
                format!("not a valid {name}: the number is out of range")
            }
        });
        error.unwrap_or_default()
    }
}

/// Responses are not validated, because published rules are sometimes wrong.
impl<T: Decode + Copy + Default + Into<i128>> Decode for IntegerValue<T> {
    fn blank() -> Self {
        Self::new(T::default())
    }

    fn slot(&mut self) -> Slot<'_> {
        self.number.slot()
    }
}

/// Implements a constrained integer, a tuple struct of one `IntegerValue<i32>`:
/// `integer!(Type(i32), wire::integer::Bounds { .. })`.
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

        $crate::wire::integer::from_integer!($name, $inner);

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

/// Implements the conversions from integers of an integer type, and from `i32`, which is the type of a literal.
macro_rules! from_integer {
    ($name:ident, i32) => {
        $crate::wire::integer::from_integer!(@one $name, i32);
    };
    ($name:ident, $inner:ident) => {
        $crate::wire::integer::from_integer!(@one $name, i32);
        $crate::wire::integer::from_integer!(@one $name, $inner);
    };
    (@one $name:ident, $from:ident) => {
        /// A number that violates a rule makes the call that sends it fail; [`new`]($name::new) reports it at once.
        impl ::core::convert::From<$from> for $name {
            fn from(value: $from) -> Self {
                let value = ::core::convert::Into::into(value);
                Self($crate::wire::IntegerValue::given(value, &Self::BOUNDS))
            }
        }
    };
}
pub(crate) use from_integer;
