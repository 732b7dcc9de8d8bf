//! Bodies with a choice of media types.

/// Implements an enum with a variant for each media type of a body: the method `set`, `From` and `Debug` without
/// secrets. `alternatives!(Type { Json(Thing) from = body(), Form(Thing) = form_body() as
/// "application/x-www-form-urlencoded" })`. A row has a variant with its value, `from` if the type of the value
/// determines the variant (`from_text` if a literal does as well), the method of `Call` that writes the value, and the
/// media type unless it is the default.
macro_rules! alternatives {
    ($name:ident {
        $($variant:ident($ty:ty) $($from:ident)? = $write:ident($($rows:expr)?) $(as $range:literal)?),* $(,)?
    }) => {
        impl $name {
            fn set(&self, call: &mut $crate::call::Call) {
                match self {
                    $(Self::$variant(body) => {
                        call.$write(body $(, $rows)?);
                        $(call.media_type($range);)?
                    })*
                }
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(body) => {
                        let body = $crate::wire::Encode::view(body);
                        f.debug_tuple(::core::stringify!($variant)).field(&body).finish()
                    })*
                }
            }
        }

        $($crate::call::alternatives!(@ $($from)? $name, $variant, $ty);)*
    };
    (@ from $name:ident, $variant:ident, $ty:ty) => {
        impl ::core::convert::From<$ty> for $name {
            fn from(body: $ty) -> Self {
                Self::$variant(body)
            }
        }
    };
    (@ from_text $name:ident, $variant:ident, $ty:ty) => {
        $crate::call::alternatives!(@ from $name, $variant, $ty);

        impl ::core::convert::From<&str> for $name {
            fn from(body: &str) -> Self {
                Self::$variant(body.into())
            }
        }
    };
    (@ $name:ident, $variant:ident, $ty:ty) => {};
}
pub(crate) use alternatives;
