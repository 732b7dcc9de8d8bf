//! The JSON form of values.
//!
//! The types of this crate do not derive serde. [`Encode`] and [`Decode`] connect each of them to one writer and one
//! reader, which `Serialize`, `Deserialize`, `Debug` and `PartialEq` of all types share. A type costs a table and two
//! short functions, and the rest is compiled once.
//!
//! The reader ignores unknown keys and accepts unknown values of enums and unions, numbers in strings, and `null`
//! where the document does not mention it. A missing optional key is `None`; a missing required key is an error
//! with its path. Its memory is bounded by the size of the text.

pub(crate) mod around;
pub(crate) mod automaton;
pub(crate) mod budget;
pub(crate) mod buffer;
pub(crate) mod decimal;
#[cfg(feature = "rust_decimal")]
pub(crate) mod decimal_value;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod entry;
pub(crate) mod equal;
pub(crate) mod equality;
pub(crate) mod error;
pub(crate) mod format_base64;
pub(crate) mod format_chrono;
pub(crate) mod format_decimal;
pub(crate) mod format_ip;
pub(crate) mod format_jiff;
pub(crate) mod format_time;
pub(crate) mod format_uri;
pub(crate) mod format_uuid;
pub(crate) mod formatted;
pub(crate) mod formatted_text;
pub(crate) mod forward;
pub(crate) mod from_variants;
pub(crate) mod integer;
pub(crate) mod integer_argument;
pub(crate) mod integer_enum;
pub(crate) mod integer_value;
pub(crate) mod invalid;
pub(crate) mod iso_duration;
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
pub(crate) mod parse;
pub(crate) mod part;
pub(crate) mod patch;
pub(crate) mod plain_integer;
pub(crate) mod plain_text;
pub(crate) mod quoted;
pub(crate) mod read;
pub(crate) mod read_buffered;
pub(crate) mod read_decimal;
pub(crate) mod read_entry;
pub(crate) mod read_json;
pub(crate) mod read_number;
pub(crate) mod read_object;
pub(crate) mod read_tuple;
pub(crate) mod read_union;
pub(crate) mod redacted;
#[cfg(feature = "base64")]
pub(crate) mod rich_base64;
#[cfg(feature = "chrono")]
pub(crate) mod rich_chrono;
#[cfg(feature = "rust_decimal")]
pub(crate) mod rich_decimal;
#[cfg(feature = "jiff")]
pub(crate) mod rich_jiff;
#[cfg(feature = "time")]
pub(crate) mod rich_time;
#[cfg(feature = "url")]
pub(crate) mod rich_url;
#[cfg(feature = "uuid")]
pub(crate) mod rich_uuid;
pub(crate) mod secret;
pub(crate) mod secret_names;
pub(crate) mod secret_text;
pub(crate) mod secrets;
pub(crate) mod shared_field;
pub(crate) mod string_enum;
pub(crate) mod tagged_union;
pub(crate) mod test;
pub(crate) mod text;
pub(crate) mod text_argument;
pub(crate) mod tuple;
pub(crate) mod union;
pub(crate) mod unknown_variant;
pub(crate) mod untagged;
pub(crate) mod untagged_union;
pub(crate) mod violation;
pub(crate) mod xml;
pub(crate) mod xml_form;
#[cfg(feature = "xml")]
pub(crate) mod xml_read;
#[cfg(feature = "xml")]
pub(crate) mod xml_write;

pub(crate) use automaton::Automaton;
pub use decimal::Decimal;
pub use decode::Decode;
pub use encode::Encode;
pub use entry::Entry;
pub(crate) use equality::equality;
pub use error::DecodeError;
pub use format_base64::{Base64, Base64Url};
pub use format_chrono::{ChronoDate, ChronoDateTime, ChronoDuration, ChronoTime};
pub use format_decimal::DecimalText;
pub use format_ip::{Ip, Ipv4, Ipv6};
pub use format_jiff::{JiffDate, JiffDateTime, JiffDuration, JiffTime};
pub use format_time::{TimeDate, TimeDateTime, TimeDuration, TimeTime};
pub use format_uri::Uri;
pub use format_uuid::Uuid;
pub use formatted::{Format, FormatError, Formatted, Rich};
pub(crate) use formatted_text::formatted_text;
pub(crate) use forward::forward;
pub(crate) use from_variants::from_variants;
pub(crate) use integer::integer;
pub use integer_argument::IntegerArgument;
pub use integer_enum::UnknownInteger;
pub(crate) use integer_enum::integer_enum;
pub(crate) use integer_value::{Bounds, IntegerValue};
pub use invalid::InvalidValue;
pub use json::{from_slice, to_vec};
pub(crate) use object_macro::object;
pub use opaque_box::OpaqueBox;
pub(crate) use open_text::open_text;
pub use part::Part;
pub use patch::Patch;
pub(crate) use plain_integer::plain_integer;
pub(crate) use plain_text::text;
pub(crate) use secret_text::secret_text;
pub use string_enum::UnknownValue;
pub(crate) use string_enum::string_enum;
pub(crate) use tagged_union::tagged_union;
pub(crate) use test::Test;
pub(crate) use text::{Text, TextValue, constrained_text};
pub use text_argument::TextArgument;
pub use unknown_variant::UnknownVariant;
pub(crate) use untagged_union::untagged_union;
pub use xml::Xml;
pub use xml_form::to_xml;
