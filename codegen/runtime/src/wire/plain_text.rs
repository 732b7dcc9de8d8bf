//! Constrained strings.

/// Implements a constrained string, a tuple struct of one `wire::TextValue`: `text!(Type, wire::text::Text { .. })`, or
/// `text!(Type matches AUTOMATON, wire::text::Text { .. })` with a pattern.
macro_rules! text {
    ($name:ident $(matches $automaton:expr)?, $rules:expr) => {
        $crate::wire::constrained_text!($name, false, $rules $(, $automaton)?);

        $crate::wire::forward!($name);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::Encode::view(&self.0)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self($crate::wire::Decode::blank())
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Text(&mut self.0)
            }
        }
    };
}
pub(crate) use text;
