//! Constrained strings.

/// Implements a constrained string, a tuple struct of one `Cow<'static, str>`: `text!(Type, wire::text::Text { .. })`, or
/// `text!(Type matches AUTOMATON, wire::text::Text { .. })` with a pattern.
macro_rules! text {
    ($name:ident $(matches $automaton:expr)?, $rules:expr) => {
        $crate::wire::constrained_text!($name, false, $rules $(, $automaton)?);
        $crate::wire::open_text!($name);

        impl $crate::wire::decode::TextSlot for $name {
            /// Responses are not validated, because published rules are sometimes wrong.
            fn put(&mut self, value: ::std::borrow::Cow<'_, str>) {
                *self = Self::new_unchecked(value);
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self(::std::borrow::Cow::Borrowed(""))
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Text(self)
            }
        }
    };
}
pub(crate) use text;
