//! Response bodies of XML.

use crate::net::reply::Reply;
#[cfg(feature = "xml")]
use crate::wire::xml_read;
use crate::wire::{Decode, DecodeError, Xml};

impl Reply {
    /// Decodes a body of XML.
    #[cfg(feature = "xml")]
    pub(crate) fn read_xml<T: Decode + Xml>(&self) -> Result<T, DecodeError> {
        let mut body = T::blank();
        xml_read::fill(body.slot(), &self.body, T::xml(), self.memory())?;
        Ok(body)
    }

    /// Fails.
    #[cfg(not(feature = "xml"))]
    pub(crate) fn read_xml<T: Decode + Xml>(&self) -> Result<T, DecodeError> {
        let reason = "a body of XML needs the feature `xml`".to_owned();
        Err(DecodeError::new(String::new(), reason))
    }
}
