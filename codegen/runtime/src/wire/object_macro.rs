//! Objects with known keys.

/// Implements `Object`, `Encode`, `Decode`, `Serialize`, `Deserialize`, `Debug` and
/// `PartialEq` for a struct: `object!(Type { "wireName" = "constant", field: "wireName" required, .. }
/// ..additional_properties)`. A constant is always written, and whatever is read in its place is ignored.
macro_rules! object {
    ($name:ident { $($key:literal = $constant:literal,)* $($field:ident: $wire:literal $($flag:ident)*),* $(,)? } $(..$rest:ident)?) => {
        #[allow(deprecated, reason = "a deprecated property is still part of the value")]
        impl $crate::wire::Object for $name {
            fn shape(&self) -> &'static $crate::wire::Shape {
                static SHAPE: $crate::wire::Shape = $crate::wire::Shape {
                    name: stringify!($name),
                    fields: &[$($crate::wire::Field::new($key, $key),)* $($crate::wire::Field::new(stringify!($field), $wire)$(.$flag())*),*],
                };
                &SHAPE
            }

            fn show(&self, look: &mut dyn ::core::ops::FnMut(&[&dyn $crate::wire::Encode])) {
                look(&[$(&$constant,)* $(&self.$field,)* $(&self.$rest)?]);
            }

            fn open(&mut self, fill: &mut dyn ::core::ops::FnMut(&mut [&mut dyn $crate::wire::Decode])) {
                fill(&mut [$($crate::wire::Constant::at(&mut $crate::wire::Constant, $key),)* $(&mut self.$field,)* $(&mut self.$rest)?]);
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Object(self)
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

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Object(self)
            }
        }

        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
pub(crate) use object;
