//! Strings with rules (OAS 3.0, `pattern`, `minLength`, `maxLength`).

use super::automaton::Automaton;

/// The rules of a constrained string.
#[derive(Debug)]
pub struct Text {
    /// The ECMA-262 pattern, as the document writes it.
    pub pattern: Option<&'static str>,
    /// What checks the pattern; a pattern without it is not checked.
    pub automaton: Option<&'static Automaton>,
    /// The least number of characters.
    pub min_length: Option<usize>,
    /// The greatest number of characters.
    pub max_length: Option<usize>,
}

impl Text {
    /// Whether `text` keeps all rules. Lengths count Unicode code points, as JSON Schema does.
    #[must_use]
    pub const fn allows(&self, text: &str) -> bool {
        self.allows_length(text) && self.allows_form(text)
    }

    const fn allows_length(&self, text: &str) -> bool {
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

    const fn allows_form(&self, text: &str) -> bool {
        match self.automaton {
            Some(automaton) => automaton.accepts(text),
            None => true,
        }
    }

    /// The first rule that `text` breaks, as what it must do.
    ///
    /// # Errors
    ///
    /// When `text` breaks a rule.
    pub fn check(&self, text: &str) -> Result<(), String> {
        if !self.allows_length(text) {
            return Err(self.length_rule());
        }
        match self.pattern {
            Some(pattern) if !self.allows_form(text) => Err(format!("match {pattern}")),
            _ => Ok(()),
        }
    }

    fn length_rule(&self) -> String {
        match (self.min_length, self.max_length) {
            (Some(minimum), Some(maximum)) => format!("have {minimum} to {maximum} characters"),
            (Some(minimum), None) => format!("have at least {minimum} characters"),
            (None, maximum) => format!("have at most {} characters", maximum.unwrap_or(usize::MAX)),
        }
    }
}

/// In UTF-8 every byte but a continuation byte (`10xxxxxx`) begins a code point.
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

/// Implements a constrained string, a tuple struct of one `Cow<'static, str>`: `text!(Type,
/// wire::Text { .. })`. `Type secret` is one that is not printed.
#[allow(unused_macros, reason = "a document may have no constrained string")]
macro_rules! text {
    (@ type $name:ident) => {
        $crate::wire::open_text!($name);

        impl $crate::wire::TextSlot for $name {
            /// A response is never rejected for a rule: published rules are sometimes wrong.
            fn put(&mut self, value: ::std::borrow::Cow<'_, str>) {
                *self = Self::new_unchecked(value);
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self(::std::borrow::Cow::Borrowed(""))
            }

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Text(self)
            }
        }
    };
    (@ type $name:ident secret) => {
        $crate::wire::secret_text!($name);
    };
    (@ invalid $name:ident, $value:ident, $rule:ident) => {
        $crate::wire::InvalidValue::new(stringify!($name), &$value, $rule)
    };
    (@ invalid $name:ident secret, $value:ident, $rule:ident) => {
        $crate::wire::InvalidValue::of_secret(stringify!($name), $rule)
    };
    ($name:ident $($secret:ident)?, $rules:expr) => {
        impl $name {
            const RULES: $crate::wire::Text = $rules;

            /// The pattern that the document gives for the value (ECMA-262).
            pub const PATTERN: ::core::option::Option<&'static str> = Self::RULES.pattern;

            /// Checks the value.
            ///
            /// # Errors
            ///
            /// When the value breaks a rule of the document.
            pub fn new(
                value: impl ::core::convert::Into<::std::string::String>,
            ) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                let value: ::std::string::String = ::core::convert::Into::into(value);
                match Self::RULES.check(&value) {
                    ::core::result::Result::Ok(()) => {
                        ::core::result::Result::Ok(Self(::core::convert::Into::into(value)))
                    }
                    ::core::result::Result::Err(rule) => ::core::result::Result::Err(
                        $crate::wire::text!(@ invalid $name $($secret)?, value, rule),
                    ),
                }
            }

            /// Checks a literal. In a `const` item or a `const { .. }` block a bad one does not
            /// compile.
            ///
            /// # Panics
            ///
            /// When the value breaks a rule of the document; [`new`](Self::new) returns an error
            /// instead.
            #[must_use]
            pub const fn from_static(value: &'static str) -> Self {
                assert!(
                    Self::RULES.allows(value),
                    concat!("not a valid ", stringify!($name))
                );
                Self(::std::borrow::Cow::Borrowed(value))
            }

            /// Takes the value as it is, for where the server takes more than the document says.
            #[must_use]
            pub fn new_unchecked(value: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(::std::borrow::Cow::Owned(::core::convert::Into::into(
                    value,
                )))
            }

            /// The value.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The value, without a copy where it is owned.
            #[must_use]
            pub fn into_string(self) -> ::std::string::String {
                self.0.into_owned()
            }
        }

        impl ::core::convert::TryFrom<&str> for $name {
            type Error = $crate::wire::InvalidValue;

            fn try_from(value: &str) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                Self::new(value)
            }
        }

        impl ::core::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::wire::InvalidValue;

            fn try_from(
                value: ::std::string::String,
            ) -> ::core::result::Result<Self, $crate::wire::InvalidValue> {
                Self::new(value)
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

        $crate::wire::text!(@ type $name $($secret)?);
    };
}
#[allow(unused_imports, reason = "a document may have no constrained string")]
pub(crate) use text;
