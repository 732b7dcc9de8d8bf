//! Constrained strings (OAS 3.0, `pattern`, `minLength`, `maxLength`).

/// The rules of a constrained string.
#[derive(Debug)]
pub(crate) struct Text {
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

    fn length_rule(&self) -> String {
        match (self.min_length, self.max_length) {
            (Some(minimum), Some(maximum)) => format!("have {minimum} to {maximum} characters"),
            (Some(minimum), None) => format!("have at least {minimum} characters"),
            (None, maximum) => format!("have at most {} characters", maximum.unwrap_or(usize::MAX)),
        }
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

/// Implements the constructors and conversions of a constrained string, a tuple struct of one `Cow<'static, str>`.
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
                match Self::RULES.check(&value, Self::matches(&value)) {
                    ::core::result::Result::Ok(()) => {
                        ::core::result::Result::Ok(Self(::core::convert::Into::into(value)))
                    }
                    ::core::result::Result::Err(rule) => {
                        let shown = ::core::option::Option::Some(&*value);
                        let shown = shown.filter(|_| !$is_secret);
                        ::core::result::Result::Err($crate::wire::InvalidValue::new(
                            stringify!($name),
                            shown,
                            rule,
                        ))
                    }
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
                Self(::std::borrow::Cow::Borrowed(value))
            }

            /// Creates the value without validation, if the server accepts more than the document allows.
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

            /// Returns the value, without a copy if it is owned.
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
    };
}
pub(crate) use constrained_text;
