//! Rules of integers, and numbers that may violate them.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::encode::{Encode, Invalid, View};
use super::integer_argument::IntegerArgument;
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

    /// The range alone, within the limits of a type.
    pub(super) fn range_of(&self, limits: &Self) -> Self {
        Self {
            name: self.name,
            minimum: self.minimum.or(limits.minimum),
            maximum: self.maximum.or(limits.maximum),
            multiple_of: None,
        }
    }

    /// The error of a number that violates a rule.
    pub(crate) fn error(&self, number: i128) -> InvalidValue {
        let rule = self.check(number).err().unwrap_or_default();
        InvalidValue::new(self.name, Some(number.to_string()), rule)
    }
}

/// A type of integers.
pub(crate) trait Width: Copy + Default + Into<i128> + TryFrom<i128> {
    /// Its limits, as rules.
    const LIMITS: &'static Bounds;
}

macro_rules! widths {
    ($($ty:ident)*) => {$(
        impl Width for $ty {
            const LIMITS: &'static Bounds = &Bounds {
                name: stringify!($ty),
                minimum: Some($ty::MIN as i128),
                maximum: Some($ty::MAX as i128),
                multiple_of: None,
            };
        }
    )*};
}

widths!(i8 i16 i32 i64 u8 u16 u32 u64);

/// The number of an integer that a caller gives, and the rules if it violates one of them.
#[derive(Clone, Copy)]
pub(crate) struct IntegerValue<T> {
    pub(super) number: T,
    pub(super) violated: Option<&'static Bounds>,
    /// The number as the caller gave it, if the type cannot hold it.
    pub(super) lost: Option<Lost>,
}

/// A number of up to 64 bits, in less space than an `i128`.
#[derive(Clone, Copy)]
pub(super) struct Lost {
    magnitude: u64,
    is_negative: bool,
}

impl Lost {
    fn new(number: i128) -> Self {
        Self {
            magnitude: u64::try_from(number.unsigned_abs()).unwrap_or(u64::MAX),
            is_negative: number < 0,
        }
    }

    fn get(self) -> i128 {
        let magnitude = i128::from(self.magnitude);
        if self.is_negative {
            -magnitude
        } else {
            magnitude
        }
    }
}

impl<T: Width> IntegerValue<T> {
    /// The number, also one that the type cannot hold.
    fn exact(&self) -> i128 {
        self.lost.map_or_else(|| self.number.into(), Lost::get)
    }

    /// A number as a caller gives it.
    pub(crate) fn given(given: impl IntegerArgument, rules: &'static Bounds) -> Self {
        let given = given.into_integer();
        let number = T::try_from(given).ok();
        let lost = number.is_none().then(|| Lost::new(given));
        Self {
            number: number.unwrap_or_default(),
            violated: Some(rules).filter(|_| lost.is_some() || !rules.allows(given)),
            lost,
        }
    }

    /// The error of a number that the type cannot hold: its limits are rules too.
    fn out_of_range(lost: Lost, rules: &Bounds) -> String {
        let error = rules.range_of(T::LIMITS).error(lost.get());
        if rules.name == T::LIMITS.name {
            return error.to_string();
        }
        let (name, held) = (rules.name, T::LIMITS.name);
        format!("{error}; `{name}::new_unchecked` sends any `{held}` regardless")
    }
}

impl<T: Width> PartialEq for IntegerValue<T> {
    fn eq(&self, other: &Self) -> bool {
        self.exact() == other.exact()
    }
}

impl<T: Width> Eq for IntegerValue<T> {}

impl<T: Width> PartialOrd for IntegerValue<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Width> Ord for IntegerValue<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.exact().cmp(&other.exact())
    }
}

impl<T: Width> Hash for IntegerValue<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.exact().hash(state);
    }
}

impl<T: Width + Encode> Encode for IntegerValue<T> {
    fn view(&self) -> View<'_> {
        match self.violated {
            None => self.number.view(),
            Some(_) => View::Invalid(self),
        }
    }
}

impl<T: Width + Encode> Invalid for IntegerValue<T> {
    fn value(&self) -> View<'_> {
        self.number.view()
    }

    /// Numbers are not secrets.
    fn error(&self, _: bool) -> String {
        let error = self.violated.map(|rules| {
            if let Some(lost) = self.lost {
                return Self::out_of_range(lost, rules);
            }
            let (error, name) = (rules.error(self.number.into()), rules.name);
            format!("{error}; `{name}::new_unchecked` sends it regardless")
        });
        error.unwrap_or_default()
    }
}
