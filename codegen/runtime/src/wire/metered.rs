//! A deserializer that charges a [`Budget`] for types of callers.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::budget::Budget;

/// Wraps a deserializer, an access or a visitor of serde, and charges the budget.
pub(super) struct Metered<'b, D> {
    inner: D,
    budget: &'b Budget,
    /// The number of items or entries so far.
    count: usize,
    /// The size of the current key in bytes.
    key: usize,
    /// Whether the items or values are stored inline, as those of tuples and structs are.
    is_inline: bool,
}

impl<'b, D> Metered<'b, D> {
    pub(super) fn new(inner: D, budget: &'b Budget) -> Self {
        Self {
            inner,
            budget,
            count: 0,
            key: 0,
            is_inline: false,
        }
    }

    fn inline(inner: D, budget: &'b Budget) -> Self {
        Self {
            is_inline: true,
            ..Self::new(inner, budget)
        }
    }
}

macro_rules! deserialize {
    ($($new:ident: $($method:ident($($argument:ident: $type:ty),*))*;)*) => {$($(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($argument,)* Metered::$new(visitor, self.budget))
        }
    )*)*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Metered<'_, D> {
    type Error = D::Error;

    deserialize! {
        new: deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32()
            deserialize_i64() deserialize_i128() deserialize_u8() deserialize_u16() deserialize_u32()
            deserialize_u64() deserialize_u128() deserialize_f32() deserialize_f64() deserialize_char()
            deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
            deserialize_option() deserialize_unit() deserialize_unit_struct(name: &'static str)
            deserialize_newtype_struct(name: &'static str) deserialize_seq() deserialize_map()
            deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        inline: deserialize_tuple(len: usize) deserialize_tuple_struct(name: &'static str, len: usize)
            deserialize_struct(name: &'static str, fields: &'static [&'static str]);
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_ignored_any(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident($type:ty))*) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

macro_rules! visit_bytes {
    ($($method:ident($type:ty))*) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.budget.json_text(value.len())?;
            self.inner.$method(value)
        }
    )*};
}

macro_rules! visit_nested {
    ($($method:ident($trait:ident))*) => {$(
        fn $method<A: $trait<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
            self.inner.$method(Metered {
                inner,
                budget: self.budget,
                count: 0,
                key: 0,
                is_inline: self.is_inline,
            })
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Metered<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visit! {
        visit_bool(bool) visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_i128(i128)
        visit_u8(u8) visit_u16(u16) visit_u32(u32) visit_u64(u64) visit_u128(u128) visit_f32(f32)
        visit_f64(f64) visit_char(char)
    }

    visit_bytes! {
        visit_str(&str) visit_borrowed_str(&'de str) visit_string(String) visit_bytes(&[u8])
        visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    visit_nested! {
        visit_some(Deserializer) visit_newtype_struct(Deserializer) visit_seq(SeqAccess)
        visit_map(MapAccess) visit_enum(EnumAccess)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }
}

/// The charge for an item or a value, without its content.
#[derive(Clone, Copy)]
enum Cost {
    Nothing,
    Item(usize),
    Entry(usize),
}

/// A seed that charges for its value.
struct Seed<'b, S> {
    inner: S,
    budget: &'b Budget,
    count: usize,
    cost: Cost,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        match self.cost {
            Cost::Nothing => Ok(()),
            Cost::Item(bytes) => self.budget.json_item(self.count, bytes),
            Cost::Entry(bytes) => self.budget.json_entry(self.count, bytes),
        }?;
        self.inner
            .deserialize(Metered::new(deserializer, self.budget))
    }
}

impl<'b, A> Metered<'b, A> {
    fn seed<S>(&self, inner: S, cost: Cost) -> Seed<'b, S> {
        Seed {
            inner,
            budget: self.budget,
            count: self.count,
            cost: if self.is_inline { Cost::Nothing } else { cost },
        }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Metered<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let seed = self.seed(seed, Cost::Item(size_of::<S::Value>()));
        self.count += 1;
        self.inner.next_element_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Metered<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.key = size_of::<S::Value>();
        self.inner.next_key_seed(self.seed(seed, Cost::Nothing))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let bytes = self.key + size_of::<S::Value>();
        let seed = self.seed(seed, Cost::Entry(bytes));
        self.count += 1;
        self.inner.next_value_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, 'b, A: EnumAccess<'de>> EnumAccess<'de> for Metered<'b, A> {
    type Error = A::Error;
    type Variant = Metered<'b, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (value, variant) = self.inner.variant_seed(seed)?;
        Ok((value, Metered::inline(variant, self.budget)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Metered<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.seed(seed, Cost::Nothing);
        self.inner.newtype_variant_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = Metered::inline(visitor, self.budget);
        self.inner.tuple_variant(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let visitor = Metered::inline(visitor, self.budget);
        self.inner.struct_variant(fields, visitor)
    }
}
