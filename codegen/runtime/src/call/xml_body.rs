//! Bodies of XML.

use super::body;
use super::core::Call;
use super::refuse::refuse;
use crate::net::body::Body;
use crate::wire::{Encode, Xml, to_xml, violation};

impl Call {
    /// Sets a body of XML.
    pub(crate) fn xml_body<T: Encode + Xml>(&mut self, value: &T) {
        match to_xml(value) {
            Ok(xml) => body::set(self, Body::from(xml)),
            Err(error) => refuse(self, &violation::explain(value, false, &error)),
        }
    }
}
