//! Secret constrained strings.

/// Implements a constrained string that is never printed, a tuple struct of one `wire::TextValue`:
/// `secret_text!(Type, wire::text::Text { .. })`, or `secret_text!(Type matches AUTOMATON, wire::text::Text { .. })`
/// with a pattern.
macro_rules! secret_text {
    ($name:ident $(matches $automaton:expr)?, $rules:expr) => {
        $crate::wire::constrained_text!($name, true, $rules $(, $automaton)?);

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::encode::View::Secret(&self.0)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self($crate::wire::Decode::blank())
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Secret(&mut self.0)
            }
        }

        $crate::wire::forward!($name);
    };
}
pub(crate) use secret_text;
