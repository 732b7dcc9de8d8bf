//! Texts as callers give them.

use std::borrow::Cow;

/// A text that becomes a value of the API.
///
/// Sealed: only types of strings implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a string",
    label = "expected a string, or a value of the type that the function names"
)]
pub trait TextArgument: sealed::Sealed {
    /// The text, without a copy if it is a reference.
    #[doc(hidden)]
    fn into_text<'a>(self) -> Cow<'a, str>
    where
        Self: 'a;
}

/// Keeps other crates from implementing the trait.
mod sealed {
    pub trait Sealed {}
}

macro_rules! text_arguments {
    ($($ty:ty: |$text:ident| $cow:expr;)*) => {$(
        impl sealed::Sealed for $ty {}

        impl TextArgument for $ty {
            fn into_text<'a>(self) -> Cow<'a, str>
            where
                Self: 'a,
            {
                let $text = self;
                $cow
            }
        }
    )*};
}

text_arguments! {
    &str: |text| Cow::Borrowed(text);
    &&str: |text| Cow::Borrowed(*text);
    String: |text| Cow::Owned(text);
    &String: |text| Cow::Borrowed(text);
    Cow<'_, str>: |text| text;
    Box<str>: |text| Cow::Owned(text.into_string());
}
