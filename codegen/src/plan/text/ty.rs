use std::fmt::{self, Display, Formatter};

use super::super::required::Required;
use super::super::ty::{Argument, Box_, Type};
use super::types::Marks;
use super::value::{Arguments, list};
use crate::ir::Integer;

impl Display for Type<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool => f.write_str("bool"),
            Self::Integer(width) => f.write_str(integer(*width)),
            Self::F32 => f.write_str("f32"),
            Self::F64 => f.write_str("f64"),
            Self::Decimal(_) => f.write_str("Decimal"),
            Self::String => f.write_str("String"),
            Self::Formatted(rich) => write!(f, "Formatted<{}>", rich.name),
            Self::Secret => f.write_str("Secret"),
            Self::Part => f.write_str("Part"),
            Self::Json => f.write_str("Value"),
            Self::Bytes => f.write_str("Bytes"),
            Self::Body => f.write_str("Body"),
            Self::Named(_, name) => f.write_str(name),
            Self::List(item) => write!(f, "Vec<{item}>"),
            Self::Tuple(positions) => write!(f, "{}", Arguments(positions)),
            Self::Map(value) => write!(f, "BTreeMap<String, {value}>"),
            Self::Optional(value) => write!(f, "Option<{value}>"),
            Self::Patch(value) => write!(f, "Patch<{value}>"),
            Self::Boxed(Box_::Std, value) => write!(f, "Box<{value}>"),
            Self::Boxed(Box_::Opaque, value) => write!(f, "OpaqueBox<{value}>"),
        }
    }
}

fn integer(width: Integer) -> &'static str {
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

impl Display for Argument<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(ty) => write!(f, "{ty}"),
            Self::Reference(ty) => write!(f, "&{ty}"),
            Self::Text => f.write_str("impl AsRef<str>"),
            Self::Into(ty) => write!(f, "impl Into<{ty}>"),
            Self::Integer(_) => f.write_str("impl wire::IntegerArgument"),
            Self::Items(_, item) => write!(f, "impl IntoIterator<Item: Into<{item}>>"),
            Self::Entries(_, value) => {
                write!(f, "impl IntoIterator<Item: wire::Entry<{value}>>")
            }
            Self::IntoEnum(name) => write!(f, "impl Into<{name}>"),
        }
    }
}

impl Display for Required<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let parameters = self.fields.iter().filter_map(|it| it.parameter.as_ref());
        write!(
            f,
            "{}<{}>{}",
            self.ident,
            list(parameters),
            Marks(&self.lints)
        )
    }
}
