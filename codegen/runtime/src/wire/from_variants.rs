//! Conversions into unions.

/// Implements `From<Payload>` for an enum, whose variants may box their payloads: `from_variants!(Type {
/// Variant(Payload), .. })`. `Variant from text` converts from strings of all types.
macro_rules! from_variants {
    ($name:ident { $($variant:ident $(($payload:ty))? $(from $text:ident)?),* $(,)? }) => {$(
        $crate::wire::from_variants!(@ $name $variant $(($payload))? $($text)?);
    )*};
    (@ $name:ident $variant:ident ($payload:ty)) => {
        impl ::core::convert::From<$payload> for $name {
            fn from(value: $payload) -> Self {
                #[allow(clippy::useless_conversion, reason = "puts the value into a box where the variant has one")]
                Self::$variant(::core::convert::Into::into(value))
            }
        }
    };
    (@ $name:ident $variant:ident text) => {
        impl<S: $crate::wire::TextArgument> ::core::convert::From<S> for $name {
            fn from(value: S) -> Self {
                let value = $crate::wire::TextArgument::into_text(value).into_owned();
                #[allow(clippy::useless_conversion, reason = "the variant may have a type of its own for strings")]
                Self::$variant(::core::convert::Into::into(value))
            }
        }
    };
}
pub(crate) use from_variants;
