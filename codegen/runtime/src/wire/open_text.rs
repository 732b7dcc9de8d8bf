//! Types with strings as their wire format.

/// Implements `Display`, `Encode` and serde's traits for a type whose method `as_str` returns the string on the wire.
macro_rules! open_text {
    ($name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::encode::View::Text(self.as_str())
            }
        }

        $crate::wire::forward!($name);
    };
}
pub(crate) use open_text;
