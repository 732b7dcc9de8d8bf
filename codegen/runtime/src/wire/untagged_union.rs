//! Unions without a discriminator (OAS 3.0, `oneOf` and `anyOf`).

/// Implements `Untagged`, `Encode`, `Decode`, `Serialize`, `Deserialize` and `Debug` for an enum: `untagged_union!(Type
/// { Variant(Payload) = [Test, ..], .. } else Unknown)`. `Type secret` is an enum of which no variant is printed.
///
/// `Variant(Payload) at "key"` is an object whose only key holds the payload, and `Variant is "text"` has no payload.
macro_rules! untagged_union {
    (@ view $this:ident $value:ident [] []) => {
        $crate::wire::Encode::view($value)
    };
    (@ view $this:ident $value:ident [secret] []) => {
        $crate::wire::encode::View::Secret($value)
    };
    (@ view $this:ident $value:ident $secret:tt [$key:literal]) => {{
        let _ = $value;
        $crate::wire::encode::View::Object($this)
    }};
    (@ slot $this:ident $value:ident [] []) => {
        $crate::wire::Decode::slot($value)
    };
    (@ slot $this:ident $value:ident [secret] []) => {
        $crate::wire::decode::Slot::Secret($value)
    };
    (@ slot $this:ident $value:ident $secret:tt [$key:literal]) => {{
        let _ = $value;
        $crate::wire::decode::Slot::Object($this)
    }};
    (@ object $name:ident []) => {};
    // A variant with a key is an object of one field.
    (@ object $name:ident [$($variant:ident $key:literal)+]) => {
        impl $crate::wire::object::Object for $name {
            fn shape(&self) -> &'static $crate::wire::object::Shape {
                match self {
                    $(Self::$variant(_) => {
                        static SHAPE: $crate::wire::object::Shape = $crate::wire::object::Shape {
                            name: stringify!($variant),
                            fields: &[$crate::wire::object::Field::new($key, $key).required()],
                        };
                        &SHAPE
                    })+
                    _ => {
                        static NONE: $crate::wire::object::Shape =
                            $crate::wire::object::Shape { name: stringify!($name), fields: &[] };
                        &NONE
                    }
                }
            }

            fn show(&self, look: &mut dyn ::core::ops::FnMut(&[&dyn $crate::wire::Encode])) {
                match self {
                    $(Self::$variant(value) => look(&[value]),)+
                    _ => look(&[]),
                }
            }

            fn open(&mut self, fill: &mut dyn ::core::ops::FnMut(&mut [&mut dyn $crate::wire::Decode])) {
                match self {
                    $(Self::$variant(value) => fill(&mut [value]),)+
                    _ => fill(&mut []),
                }
            }
        }
    };
    ($name:ident $($secret:ident)? { $($variants:tt)* }) => {
        $crate::wire::untagged_union!(@ $name [$($secret)?] { $($variants)* } Unknown);
    };
    ($name:ident $($secret:ident)? { $($variants:tt)* } else $unknown:ident) => {
        $crate::wire::untagged_union!(@ $name [$($secret)?] { $($variants)* } $unknown);
    };
    (@ $name:ident $secret:tt { $($variant:ident $(($payload:ty) $(at $key:literal)?)? $(is $text:literal)? = $tests:expr),* $(,)? } $unknown:ident) => {
        impl $crate::wire::untagged::Untagged for $name {
            fn id(&self) -> ::std::any::TypeId {
                ::std::any::TypeId::of::<Self>()
            }

            fn tests(&self) -> &'static [&'static [$crate::wire::test::Test]] {
                static TESTS: &[&[$crate::wire::test::Test]] = &[$(&$tests),*];
                TESTS
            }

            fn open(&mut self, index: usize) -> $crate::wire::decode::Slot<'_> {
                #[allow(dead_code, clippy::enum_variant_names, reason = "it counts the variants, which have the names of the API")]
                enum __Variant { $($variant,)* }
                *self = match index {
                    $(at if at == __Variant::$variant as usize => {
                        Self::$variant $((<$payload as $crate::wire::Decode>::blank()))?
                    })*
                    _ => return $crate::wire::decode::Slot::Ignored,
                };
                match self {
                    $($(Self::$variant(value) => $crate::wire::untagged_union!(@ slot self value $secret [$($key)?]),)?)*
                    _ => $crate::wire::decode::Slot::Ignored,
                }
            }

            fn keep(&mut self, raw: ::serde_json::Value) {
                *self = Self::$unknown($crate::wire::UnknownVariant::new(raw));
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                match self {
                    $(
                        $(Self::$variant(value) => $crate::wire::untagged_union!(@ view self value $secret [$($key)?]),)?
                        $(Self::$variant => $crate::wire::encode::View::Text($text),)?
                    )*
                    Self::$unknown(value) => $crate::wire::encode::View::Unknown(value.raw()),
                }
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::wire::UnknownVariant::new(::serde_json::Value::Null))
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Kind($crate::wire::kinds::Kind::Untagged(self))
            }
        }

        $crate::wire::untagged_union!(@ object $name [$($($($variant $key)?)?)*]);
        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
pub(crate) use untagged_union;
