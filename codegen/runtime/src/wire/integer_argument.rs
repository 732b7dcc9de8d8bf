//! Integers as callers give them.

/// An integer of any width that becomes a value of the API.
///
/// Sealed: only integers implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an integer",
    label = "expected an integer, or a value of the type that the function names"
)]
pub trait IntegerArgument: sealed::Sealed {
    /// The number.
    #[doc(hidden)]
    fn into_integer(self) -> i128;
}

/// Keeps other crates from implementing the trait.
mod sealed {
    pub trait Sealed {}
}

macro_rules! integer_arguments {
    ($($ty:ty: |$number:ident| $wide:expr;)*) => {$(
        impl sealed::Sealed for $ty {}

        impl IntegerArgument for $ty {
            fn into_integer(self) -> i128 {
                let $number = self;
                $wide
            }
        }
    )*};
}

integer_arguments! {
    i8: |number| number.into();
    i16: |number| number.into();
    i32: |number| number.into();
    i64: |number| number.into();
    isize: |number| number as i128;
    u8: |number| number.into();
    u16: |number| number.into();
    u32: |number| number.into();
    u64: |number| number.into();
    usize: |number| number as i128;
}
