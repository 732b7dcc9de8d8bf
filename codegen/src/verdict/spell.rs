//! Types as signatures of a surface spell them: names of the API alone are without a path.

use crate::ir::Integer;
use crate::plan::operation::Payload;
use crate::plan::{Argument, Box_, Type};

pub(super) fn ty(ty: &Type<'_>) -> String {
    let plain = |name: &str| name.to_owned();
    match ty {
        Type::Bool => plain("bool"),
        Type::Integer(width) => plain(integer(*width)),
        Type::F32 => plain("f32"),
        Type::F64 => plain("f64"),
        Type::Decimal(_) => plain("wire::Decimal"),
        Type::String => plain("String"),
        Type::Formatted(rich) => format!("wire::Formatted<wire::{}>", rich.name),
        Type::Secret => plain("Secret"),
        Type::Part => plain("wire::Part"),
        Type::Json => plain("serde_json::Value"),
        Type::Bytes => plain("bytes::Bytes"),
        Type::Body => plain("crate::Body"),
        Type::Named(_, name) => plain(name),
        Type::List(item) => format!("Vec<{}>", self::ty(item)),
        Type::Tuple(positions) => {
            let positions: Vec<_> = positions.iter().map(self::ty).collect();
            format!("({})", positions.join(", "))
        }
        Type::Map(value) => format!("BTreeMap<String, {}>", self::ty(value)),
        Type::Optional(value) => format!("Option<{}>", self::ty(value)),
        Type::Patch(value) => format!("wire::Patch<{}>", self::ty(value)),
        Type::Boxed(Box_::Std, value) => format!("Box<{}>", self::ty(value)),
        Type::Boxed(Box_::Opaque, value) => format!("wire::OpaqueBox<{}>", self::ty(value)),
    }
}

pub(super) fn integer(width: Integer) -> &'static str {
    match width {
        Integer::I8 => "i8",
        Integer::I16 => "i16",
        Integer::I32 => "i32",
        Integer::I64 => "i64",
        Integer::U8 => "u8",
        Integer::U16 => "u16",
        Integer::U32 => "u32",
        Integer::U64 => "u64",
    }
}

pub(super) fn argument(argument: &Argument<'_>) -> String {
    match argument {
        Argument::Value(value) => ty(value),
        Argument::Reference(value) => format!("&{}", ty(value)),
        Argument::Text => "impl AsRef<str>".to_owned(),
        Argument::Into(value) => format!("impl Into<{}>", ty(value)),
        Argument::Integer(_) => "impl wire::IntegerArgument".to_owned(),
        Argument::Entries(_, value) => {
            format!("impl IntoIterator<Item: wire::Entry<{}>>", ty(value))
        }
        Argument::Items(_, item) => format!("impl IntoIterator<Item: Into<{}>>", ty(item)),
        Argument::IntoEnum(name) => format!("impl Into<api::{name}>"),
    }
}

/// The type of the result of a call.
pub(super) fn payload(payload: &Payload<'_>) -> String {
    match payload {
        Payload::Nothing => "()".to_owned(),
        Payload::Outcome(name) | Payload::StreamedOutcome(name) => format!("api::{name}"),
        other => ty(&other.ty()),
    }
}

/// The media type in which a body is read, as far as the type does not tell.
pub(super) fn reading(payload: &Payload<'_>) -> Option<&'static str> {
    match payload {
        Payload::Xml(_) => Some("xml"),
        Payload::Text | Payload::Secret => Some("text"),
        Payload::Bytes => Some("bytes"),
        Payload::StreamedOutcome(_) => Some("streamed"),
        Payload::Nothing | Payload::Value(_) | Payload::Optional(..) | Payload::Outcome(_) => None,
    }
}
