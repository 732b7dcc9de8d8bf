//! Constrained strings with a format.

/// Connects a constrained string with its format: `formatted_text!(Type: Format)`.
macro_rules! formatted_text {
    ($name:ident: $format:ty) => {
        impl $name {
            /// Returns the text with its format, whose method `get` parses it.
            #[must_use]
            pub fn formatted(&self) -> $crate::wire::Formatted<$format> {
                $crate::wire::Formatted::new(self.as_str())
            }
        }

        /// A text that violates a rule makes the call that sends it fail; [`new`]($name::new) reports it at once.
        impl ::core::convert::From<$crate::wire::Formatted<$format>> for $name {
            fn from(value: $crate::wire::Formatted<$format>) -> Self {
                Self::from(value.into_string())
            }
        }
    };
}
pub(crate) use formatted_text;
