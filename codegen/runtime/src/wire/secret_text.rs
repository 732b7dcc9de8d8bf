//! Constrained strings that are secret.

/// Implements a constrained string that is not printed, a tuple struct of one `Cow<'static, str>`: `secret_text!(Type,
/// wire::Text { .. })`, or `secret_text!(Type matches AUTOMATON, wire::Text { .. })` with a pattern.
macro_rules! secret_text {
    ($name:ident $(matches $automaton:expr)?, $rules:expr) => {
        $crate::wire::constrained_text!($name, true, $rules $(, $automaton)?);

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Secret(&self.0)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self(::std::borrow::Cow::Borrowed(""))
            }

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Secret(&mut self.0)
            }
        }

        $crate::wire::forward!($name);
    };
}
pub(crate) use secret_text;
