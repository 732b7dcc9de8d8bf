//! Uses of types.

use std::ops::RangeInclusive;

use super::TypeId;

/// A use of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeRef {
    /// A type without a name of its own.
    Primitive(Primitive),
    /// A named type.
    Named(TypeId),
    /// An array.
    List(Box<TypeRef>),
    /// An array with a type for each position: two to twelve of them.
    Tuple(Vec<TypeRef>),
    /// An object whose keys are data.
    Map(Box<TypeRef>),
    /// `null`, or the type.
    Nullable(Box<TypeRef>),
    /// Any JSON value.
    Any,
}

impl TypeRef {
    /// The type, or a nullable one. Any JSON value includes null.
    #[must_use]
    pub fn nullable_if(self, is_nullable: bool) -> Self {
        match self {
            Self::Nullable(_) | Self::Any => self,
            _ if is_nullable => Self::Nullable(Box::new(self)),
            _ => self,
        }
    }
}

/// A type without a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Primitive {
    /// `boolean`
    Bool,
    /// `integer`
    Integer(Integer),
    /// `number`
    Number(Number),
    /// `string`
    String(StringFormat),
    /// A part of `multipart/form-data` that is a file: raw bytes, which the caller may stream.
    File,
}

/// The width of an integer (`format`; the default is 64 bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Integer {
    /// `int8`
    I8,
    /// `int16`
    I16,
    /// `int32`
    I32,
    /// `int64` or no format.
    I64,
    /// `uint8`, a nonstandard format.
    U8,
    /// `uint16`, a nonstandard format.
    U16,
    /// `uint32`, a nonstandard format.
    U32,
    /// `uint64`, a nonstandard format, or no format and a bound beyond `int64`.
    U64,
}

impl Integer {
    /// The numbers of this width.
    #[must_use]
    pub fn range(self) -> RangeInclusive<i128> {
        match self {
            Self::I8 => i8::MIN.into()..=i8::MAX.into(),
            Self::I16 => i16::MIN.into()..=i16::MAX.into(),
            Self::I32 => i32::MIN.into()..=i32::MAX.into(),
            Self::I64 => i64::MIN.into()..=i64::MAX.into(),
            Self::U8 => 0..=u8::MAX.into(),
            Self::U16 => 0..=u16::MAX.into(),
            Self::U32 => 0..=u32::MAX.into(),
            Self::U64 => 0..=u64::MAX.into(),
        }
    }
}

/// The width of a number (`format`; the default is 64 bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// `float`
    F32,
    /// `double` or no format.
    F64,
    /// `decimal`: all digits are significant.
    Decimal,
}

/// `format` of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StringFormat {
    /// None, or one without effect.
    Plain,
    /// `date-time` (RFC 3339)
    DateTime,
    /// `date` (RFC 3339 full-date)
    Date,
    /// `time` (RFC 3339 full-time)
    Time,
    /// `duration` (ISO 8601)
    Duration,
    /// `uuid` (RFC 9562)
    Uuid,
    /// `ip`: an address of either version, a nonstandard format.
    Ip,
    /// `ipv4`
    Ipv4,
    /// `ipv6`
    Ipv6,
    /// `decimal`: a number in a string.
    Decimal,
    /// `uri` (RFC 3986)
    Uri,
    /// `byte`: base64 (RFC 4648)
    Byte,
    /// `base64url`: base64 for URLs (RFC 4648, section 5)
    Base64Url,
    /// `binary`: raw bytes
    Binary,
    /// `password`: a secret, which is never printed
    Password,
}
