//! Constrained strings (OAS 3.0, `pattern`, `minLength`, `maxLength`).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::decode::{Decode, Slot, TextSlot};
use super::encode::{Encode, Invalid, View};
use super::invalid::InvalidValue;
use super::quoted::quoted;

/// The rules of a constrained string.
#[derive(Debug)]
pub(crate) struct Text {
    /// The type of the string.
    pub name: &'static str,
    /// The ECMA-262 pattern, as the document writes it.
    pub pattern: Option<&'static str>,
    /// The minimum number of characters.
    pub min_length: Option<usize>,
    /// The maximum number of characters.
    pub max_length: Option<usize>,
}

impl Text {
    /// Whether `text` has an allowed length in Unicode code points, as in JSON Schema.
    #[must_use]
    pub(crate) const fn allows_length(&self, text: &str) -> bool {
        let length = match (self.min_length, self.max_length) {
            (None, None) => return true,
            _ => code_points(text),
        };
        let long_enough = match self.min_length {
            Some(minimum) => minimum <= length,
            None => true,
        };
        let short_enough = match self.max_length {
            Some(maximum) => length <= maximum,
            None => true,
        };
        long_enough && short_enough
    }

    /// Checks all rules, given whether `text` matches the pattern. The error is the first violated rule, worded to
    /// follow "must".
    ///
    /// # Errors
    ///
    /// If `text` violates a rule.
    pub(crate) fn check(&self, text: &str, matches: bool) -> Result<(), String> {
        match self.pattern {
            _ if !self.allows_length(text) => Err(self.length_rule()),
            Some(pattern) if !matches => Err(format!("match {pattern}")),
            _ => Ok(()),
        }
    }

    /// The error of a text that violates a rule. It does not quote a secret.
    pub(crate) fn error(&self, text: &str, is_secret: bool) -> InvalidValue {
        // Only the pattern is left where the length is right.
        let rule = self.check(text, false).err().unwrap_or_default();
        let shown = Some(text).filter(|_| !is_secret).map(quoted);
        InvalidValue::new(self.name, shown, rule)
    }

    fn length_rule(&self) -> String {
        match (self.min_length, self.max_length) {
            (Some(minimum), Some(maximum)) => format!("have {minimum} to {maximum} characters"),
            (Some(minimum), None) => format!("have at least {minimum} characters"),
            (None, maximum) => format!("have at most {} characters", maximum.unwrap_or(usize::MAX)),
        }
    }
}

/// The text of a constrained string, and the rules if it violates one of them.
#[derive(Clone)]
pub(crate) struct TextValue {
    text: Cow<'static, str>,
    violated: Option<&'static Text>,
}

impl TextValue {
    /// A text that is valid, or is sent regardless.
    pub(crate) const fn new(text: Cow<'static, str>) -> Self {
        Self {
            text,
            violated: None,
        }
    }

    /// A text as a caller gives it, and whether it matches the pattern.
    pub(crate) fn given(text: Cow<'static, str>, rules: &'static Text, matches: bool) -> Self {
        let is_valid = rules.check(&text, matches).is_ok();
        Self {
            text,
            violated: Some(rules).filter(|_| !is_valid),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn into_string(self) -> String {
        self.text.into_owned()
    }
}

impl PartialEq for TextValue {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for TextValue {}

impl PartialOrd for TextValue {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TextValue {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for TextValue {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl Encode for TextValue {
    fn view(&self) -> View<'_> {
        match self.violated {
            None => View::Text(&self.text),
            Some(_) => View::Invalid(self),
        }
    }
}

impl Invalid for TextValue {
    fn value(&self) -> View<'_> {
        View::Text(&self.text)
    }

    fn error(&self, is_secret: bool) -> String {
        let error = self.violated.map(|rules| {
            let (error, name) = (rules.error(&self.text, is_secret), rules.name);
            format!("{error}; `{name}::new_unchecked` sends it regardless")
        });
        error.unwrap_or_default()
    }
}

/// Responses are not validated, because published rules are sometimes wrong.
impl TextSlot for TextValue {
    fn put(&mut self, value: Cow<'_, str>) {
        *self = Self::new(Cow::Owned(value.into_owned()));
    }
}

impl Decode for TextValue {
    fn blank() -> Self {
        Self::new(Cow::Borrowed(""))
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

/// In UTF-8, every byte except a continuation byte (`10xxxxxx`) starts a code point.
const fn code_points(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        at += 1;
    }
    count
}

/// Implements the constructors and conversions of a constrained string, a tuple struct of one `wire::TextValue`.
macro_rules! constrained_text {
    ($name:ident, $is_secret:literal, $rules:expr $(, $automaton:expr)?) => {
        impl $name {
            const RULES: $crate::wire::text::Text = $rules;

            /// The pattern that the document gives for the value (ECMA-262).
            pub const PATTERN: ::core::option::Option<&'static str> = Self::RULES.pattern;

            /// Creates the value after validation.
            ///
            /// # Errors
            ///
            /// If the value violates a rule of the document.
            pub fn new(
                value: impl ::core::convert::Into<::std::string::String>,
            ) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                let value: ::std::string::String = ::core::convert::Into::into(value);
                if Self::RULES.check(&value, Self::matches(&value)).is_ok() {
                    ::core::result::Result::Ok(Self::new_unchecked(value))
                } else {
                    ::core::result::Result::Err(Self::RULES.error(&value, $is_secret))
                }
            }

            const fn matches(_value: &str) -> bool {
                true $(&& $automaton.accepts(_value))?
            }

            /// Creates the value from a literal. In a `const` item or a `const { .. }` block, an invalid literal is a
            /// compile error.
            ///
            /// # Panics
            ///
            /// If the value violates a rule of the document; [`new`](Self::new) returns an error instead.
            #[must_use]
            pub const fn from_static(value: &'static str) -> Self {
                assert!(
                    Self::RULES.allows_length(value) && Self::matches(value),
                    concat!("not a valid ", stringify!($name), "; see the rules in its documentation")
                );
                Self($crate::wire::TextValue::new(::std::borrow::Cow::Borrowed(value)))
            }

            /// Creates the value without validation, if the server accepts more than the document allows.
            #[must_use]
            pub fn new_unchecked(value: impl ::core::convert::Into<::std::string::String>) -> Self {
                let value: ::std::string::String = ::core::convert::Into::into(value);
                Self($crate::wire::TextValue::new(::std::borrow::Cow::Owned(value)))
            }

            /// The value.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Returns the value, without a copy if it is owned.
            #[must_use]
            pub fn into_string(self) -> ::std::string::String {
                self.0.into_string()
            }
        }

        /// A text that violates a rule makes the call that sends it fail; [`new`]($name::new) reports it at once.
        impl<S: $crate::wire::TextArgument> ::core::convert::From<S> for $name {
            fn from(value: S) -> Self {
                let value = $crate::wire::TextArgument::into_text(value).into_owned();
                let matches = Self::matches(&value);
                let value = ::std::borrow::Cow::Owned(value);
                Self($crate::wire::TextValue::given(value, &Self::RULES, matches))
            }
        }

        impl ::core::convert::From<&$name> for $name {
            fn from(value: &$name) -> Self {
                ::core::clone::Clone::clone(value)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::wire::InvalidValue;

            fn from_str(value: &str) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                Self::new(value)
            }
        }

        impl ::core::convert::From<$name> for ::std::string::String {
            fn from(value: $name) -> Self {
                value.into_string()
            }
        }
    };
}
pub(crate) use constrained_text;
