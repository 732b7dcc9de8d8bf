//! Conversions into unions.

/// Implements `From<Payload>` for an enum, whose variants may box their payloads: `from_variants!(Type {
/// Variant(Payload), .. })`.
macro_rules! from_variants {
    ($name:ident { $($variant:ident($payload:ty)),* $(,)? }) => {$(
        impl ::core::convert::From<$payload> for $name {
            fn from(value: $payload) -> Self {
                #[allow(clippy::useless_conversion, reason = "puts the value into a box where the variant has one")]
                Self::$variant(::core::convert::Into::into(value))
            }
        }
    )*};
}
pub(crate) use from_variants;
