//! Objects with known keys.

/// Implements `Object`, `Encode`, `Decode`, `Serialize`, `Deserialize`, `Debug` and `PartialEq` for a struct:
/// `object!(Type { "wireName" = "constant", field: "wireName" required, .. } ..additional_properties)`. A constant is
/// always sent, and ignored in responses.
macro_rules! object {
    ($name:ident { $($key:literal = $constant:literal,)* $($field:ident: $wire:literal $($flag:ident)*),* $(,)? } $(..$rest:ident)?) => {
        #[allow(deprecated, reason = "a deprecated property is still part of the value")]
        impl $crate::wire::object::Object for $name {
            fn shape(&self) -> &'static $crate::wire::object::Shape {
                static SHAPE: $crate::wire::object::Shape = $crate::wire::object::Shape {
                    name: stringify!($name),
                    fields: &[$($crate::wire::object::Field::new($key, $key),)* $($crate::wire::object::Field::new(stringify!($field), $wire)$(.$flag())*),*],
                };
                &SHAPE
            }

            fn show(&self, look: &mut dyn ::core::ops::FnMut(&[&dyn $crate::wire::Encode])) {
                look(&[$(&$constant,)* $(&self.$field,)* $(&self.$rest)?]);
            }

            fn open(&mut self, fill: &mut dyn ::core::ops::FnMut(&mut [&mut dyn $crate::wire::Decode])) {
                fill(&mut [$(($key, &mut ()).1,)* $(&mut self.$field,)* $(&mut self.$rest)?]);
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::encode::View<'_> {
                $crate::wire::encode::View::Object(self)
            }
        }

        #[allow(deprecated, reason = "a deprecated property is still part of the value")]
        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::wire::Decode::blank(),)*
                    $($rest: $crate::wire::Decode::blank(),)?
                }
            }

            fn slot(&mut self) -> $crate::wire::decode::Slot<'_> {
                $crate::wire::decode::Slot::Object(self)
            }
        }

        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
pub(crate) use object;
