//! The form of values in XML (OpenAPI 3.0.3, *XML Object*).

use serde_yaml::Value;

use super::form::Form;
use super::index::Schemas;
use super::keywords::component_key;
use crate::ir::Xml;
use crate::load::{Schema, keyword};

/// Lists within lists beyond this depth have the default form.
const DEPTH: usize = 8;

impl<'d> Schemas<'d> {
    /// The form that a schema describes, with that of its items. Behind a reference, the form is that of its target.
    pub(in crate::lower) fn xml(&self, schema: &Schema<'d>) -> Option<Box<Xml>> {
        self.xml_within(schema, DEPTH)
    }

    fn xml_within(&self, schema: &Schema<'d>, depth: usize) -> Option<Box<Xml>> {
        let target = self.follow(schema)?;
        let own = schema.xml().or_else(|| target.xml());
        let items = target.item_schema().filter(|_| depth > 0);
        let item = items.and_then(|items| self.xml_within(&items, depth - 1));
        if own.is_none() && item.is_none() {
            return None;
        }
        let value = |key: &str| Some(own.as_ref()?.get(key)?.value);
        let text = |key| value(key)?.as_str().map(str::to_owned);
        let flag = |key| value(key).and_then(Value::as_bool).unwrap_or_default();
        Some(Box::new(Xml {
            name: text(keyword::NAME),
            namespace: text(keyword::NAMESPACE),
            prefix: text(keyword::PREFIX),
            attribute: flag(keyword::ATTRIBUTE),
            wrapped: flag(keyword::WRAPPED),
            item,
        }))
    }

    /// Whether a schema is an object with a name in XML.
    pub(in crate::lower) fn has_xml(&self, schema: &Schema<'d>) -> bool {
        let Some(target) = self.follow(schema) else {
            return false;
        };
        let name = self.xml(schema).and_then(|xml| xml.name);
        let is_named = name.is_some() || component_key(&target.at).is_some();
        is_named && matches!(self.form(&target), Form::Object)
    }
}
