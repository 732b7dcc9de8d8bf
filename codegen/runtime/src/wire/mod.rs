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

mod automaton;
mod budget;
mod decimal;
mod decode;
mod encode;
mod equal;
mod error;
mod forward;
mod integer;
mod integer_enum;
mod invalid;
mod json;
mod metered;
mod object;
mod opaque_box;
mod part;
mod patch;
mod read;
mod read_decimal;
mod read_entry;
mod read_json;
mod read_number;
mod read_object;
mod read_tuple;
mod read_union;
mod secret;
mod secrets;
mod string_enum;
mod test;
mod text;
mod tuple;
mod union;
mod untagged;

pub use automaton::Automaton;
pub(crate) use budget::default_limit;
pub use decimal::Decimal;
pub use decode::{
    Decode, IntegerSlot, ListSlot, MapSlot, NumberSlot, OptionalSlot, Slot, TextSlot, TupleSlot,
};
pub use encode::{Encode, Entries, Items, View};
pub use equal::equal;
pub use error::DecodeError;
pub use forward::{debug, deserialize, serialize};
pub use integer::Bounds;
pub use integer_enum::UnknownInteger;
pub use invalid::InvalidValue;
pub(crate) use json::{fill, from_slice_within, parse, parse_within, without_mark};
pub use json::{from_slice, to_vec};
pub use object::{Constant, Field, Object, Shape};
pub use opaque_box::OpaqueBox;
pub use part::Part;
pub use patch::Patch;
pub(crate) use secret::SecretText;
pub(crate) use secrets::{REDACTED, is_secret_name, redact, secrets, without_secrets};
pub use string_enum::UnknownValue;
pub use test::Test;
pub use text::Text;
pub use union::{Union, UnionShape, UnknownVariant};
pub use untagged::Untagged;

#[allow(unused_imports, reason = "a document may not have every kind of type")]
pub(crate) use {
    equal::equality, forward::forward, integer::integer, integer_enum::integer_enum,
    object::object, secret::secret_text, string_enum::open_text, string_enum::string_enum,
    text::text, union::from_variants, union::tagged_union, untagged::untagged_union,
};
