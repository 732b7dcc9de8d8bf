//! The wire form of values, written once for all types.
//!
//! A type does not derive serde. It shows itself as a [`View`] ([`Encode`]) and opens itself as a
//! [`Slot`] ([`Decode`]); both are small closed enums over object-safe traits. One writer walks
//! views, one reader fills slots, and `Serialize`, `Deserialize` and `Debug` of every type, and the
//! equality of objects and unions, forward to them. So a type costs a table and two functions, and the
//! machinery is compiled once.
//!
//! What the reader guarantees: keys that are not known are skipped, a missing optional key is
//! `None`, a missing required key is an error that names its path, an enumeration or a union never
//! fails for a value that is new, a number may come as a string, and null is taken where the document
//! has none (`read_entry` has the table). What it allocates is bounded (`budget` has the table).

pub(crate) mod automaton;
pub(crate) mod budget;
pub(crate) mod buffer;
pub(crate) mod decimal;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod equal;
pub(crate) mod equality;
pub(crate) mod error;
pub(crate) mod forward;
pub(crate) mod from_variants;
pub(crate) mod integer;
pub(crate) mod integer_enum;
pub(crate) mod invalid;
pub(crate) mod json;
pub(crate) mod kinds;
pub(crate) mod located;
pub(crate) mod metered;
pub(crate) mod number;
pub(crate) mod object;
pub(crate) mod object_entries;
pub(crate) mod object_macro;
pub(crate) mod opaque_box;
pub(crate) mod open_text;
pub(crate) mod part;
pub(crate) mod patch;
pub(crate) mod plain_text;
pub(crate) mod read;
pub(crate) mod read_buffered;
pub(crate) mod read_decimal;
pub(crate) mod read_entry;
pub(crate) mod read_json;
pub(crate) mod read_number;
pub(crate) mod read_object;
pub(crate) mod read_tuple;
pub(crate) mod read_union;
pub(crate) mod secret;
pub(crate) mod secret_names;
pub(crate) mod secret_text;
pub(crate) mod secrets;
pub(crate) mod string_enum;
pub(crate) mod tagged_union;
pub(crate) mod test;
pub(crate) mod text;
pub(crate) mod tuple;
pub(crate) mod union;
pub(crate) mod unknown_variant;
pub(crate) mod untagged;
pub(crate) mod untagged_union;

#[doc(hidden)]
pub use automaton::Automaton;
pub use decimal::Decimal;
pub use decode::Decode;
#[doc(hidden)]
pub use decode::{IntegerSlot, ListSlot, MapSlot, NumberSlot, OptionalSlot, Slot, TextSlot};
pub use encode::Encode;
#[doc(hidden)]
pub use encode::{Attachment, Entries, Items, View};
#[doc(hidden)]
pub use equal::equal;
pub(crate) use equality::equality;
pub use error::DecodeError;
pub(crate) use forward::forward;
#[doc(hidden)]
pub use forward::{debug, deserialize, serialize};
pub(crate) use from_variants::from_variants;
#[doc(hidden)]
pub use integer::Bounds;
pub(crate) use integer::integer;
pub use integer_enum::UnknownInteger;
pub(crate) use integer_enum::integer_enum;
pub use invalid::InvalidValue;
pub use json::{from_slice, to_vec};
#[doc(hidden)]
pub use kinds::Kind;
#[doc(hidden)]
pub use object::{Constant, Field, Object, Shape};
pub(crate) use object_macro::object;
#[doc(hidden)]
pub use opaque_box::Opaque;
pub use opaque_box::OpaqueBox;
pub(crate) use open_text::open_text;
pub use part::Part;
pub use patch::Patch;
pub(crate) use plain_text::text;
#[doc(hidden)]
pub use read_tuple::TupleSlot;
pub(crate) use secret_text::secret_text;
pub use string_enum::UnknownValue;
pub(crate) use string_enum::string_enum;
pub(crate) use tagged_union::tagged_union;
#[doc(hidden)]
pub use test::Test;
#[doc(hidden)]
pub use text::Text;
pub(crate) use text::constrained_text;
#[doc(hidden)]
pub use union::{Union, UnionShape};
pub use unknown_variant::UnknownVariant;
#[doc(hidden)]
pub use untagged::Untagged;
pub(crate) use untagged_union::untagged_union;
