//! Unions with a discriminator (OAS 3.0, `discriminator`).

/// Implements `Union`, `Encode`, `Decode`, `Serialize`, `Deserialize`, `Debug`, `PartialEq` and `tag` for an enum:
/// `tagged_union!(Type, "tagName" { Variant(Payload) = "TAG", .. } else Unknown)`. A variant that is a union with the
/// same tag is `Variant(Union) in "TAG" | "TAG"`.
macro_rules! tagged_union {
    ($name:ident, $tag:literal { $($variants:tt)* }) => {
        $crate::wire::tagged_union!($name, $tag { $($variants)* } else Unknown);
    };
    ($name:ident, $tag:literal { $($variant:ident($payload:ty) $(= $value:literal)? $(in $($inner:literal)|+)?),* $(,)? } else $unknown:ident) => {
        impl $name {
            #[doc = concat!("The value of `", $tag, "`, if there is one.")]
            #[must_use]
            pub fn tag(&self) -> ::core::option::Option<&str> {
                $crate::wire::union::Union::tag(self)
            }
        }

        impl $crate::wire::union::Union for $name {
            fn shape(&self) -> &'static $crate::wire::union::UnionShape {
                &$crate::wire::union::UnionShape { name: stringify!($name), tag: $tag }
            }

            fn payload(&self) -> (::core::option::Option<&'static str>, $crate::wire::encode::View<'_>) {
                match self {
                    $(Self::$variant(value) => (::core::option::Option::None$(.or(::core::option::Option::Some($value)))?, $crate::wire::Encode::view(value)),)*
                    Self::$unknown(value) => (::core::option::Option::None, $crate::wire::encode::View::Json(value.raw())),
                }
            }

            fn select(&mut self, tag: &str) -> ::core::option::Option<$crate::wire::decode::Slot<'_>> {
                *self = match tag {
                    $($($value)? $($($inner)|+)? => Self::$variant(<$payload as $crate::wire::Decode>::blank()),)*
                    _ => return ::core::option::Option::None,
                };
                match self {
                    $(Self::$variant(value) => ::core::option::Option::Some($crate::wire::Decode::slot(value)),)*
                    Self::$unknown(_) => ::core::option::Option::None,
                }
            }

            fn keep(&mut self, raw: ::serde_json::Value) {
                *self = Self::$unknown($crate::wire::UnknownVariant::new(raw));
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::encode::View::Union(self)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::wire::UnknownVariant::new(::serde_json::Value::Null))
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Kind($crate::wire::kinds::Kind::Union(self))
            }
        }

        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
pub(crate) use tagged_union;
