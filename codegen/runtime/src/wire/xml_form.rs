//! Encodes XML, if the feature is enabled.

use std::io;

use super::encode::Encode;
use super::xml::Xml;

/// Encodes a value as an XML document.
///
/// # Errors
///
/// If XML cannot represent the value: a key of a map is not a valid name, or a text contains a control character.
#[cfg(feature = "xml")]
pub fn to_xml<T: Encode + Xml>(value: &T) -> io::Result<Vec<u8>> {
    super::xml_write::write(value, T::xml())
        .map_err(|reason| io::Error::new(io::ErrorKind::InvalidData, reason))
}

/// Fails, because the feature `xml` is disabled.
///
/// # Errors
///
/// Always.
#[cfg(not(feature = "xml"))]
pub fn to_xml<T: Encode + Xml>(_value: &T) -> io::Result<Vec<u8>> {
    let reason = "a body of XML needs the feature `xml`";
    Err(io::Error::new(io::ErrorKind::Unsupported, reason))
}
