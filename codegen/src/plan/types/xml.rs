//! How a struct is written in XML.

use super::super::model::{Model, NamedType};
use crate::ir::{
    self, AdditionalProperties, EnumValues, Literal, Primitive, Scalar, Shape, TypeDef, TypeRef,
};

/// The form of a struct in XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Xml<'a> {
    /// The name of the element if the struct is a body.
    pub root: XmlName<'a>,
    /// The properties.
    pub members: Vec<XmlMember<'a>>,
    /// The values of other properties.
    pub rest: Option<XmlValue<'a>>,
}

/// The name of an element or an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct XmlName<'a> {
    /// Without a prefix.
    pub local: &'a str,
    /// The prefix and the URI of its namespace.
    pub namespace: Option<(&'a str, &'a str)>,
}

/// A property in XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlMember<'a> {
    /// The key in JSON.
    pub key: &'a str,
    /// The name in XML.
    pub name: XmlName<'a>,
    /// Its place in the element of the object.
    pub place: XmlPlace,
    /// Its value.
    pub value: XmlValue<'a>,
}

/// The place of a property in the element of its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum XmlPlace {
    /// An element of its own.
    Element,
    /// An attribute.
    Attribute,
}

/// Whether a list is an element around those of its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// It is.
    Wrapped,
    /// It is only the elements of its items.
    Bare,
}

/// A value in XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlValue<'a> {
    /// Text.
    Text,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// The struct of this name.
    Object(&'a str),
    /// A list: the name of an item, whether an element is around the items, and the value of an item.
    List(XmlName<'a>, Wrapping, Box<Self>),
    /// A map.
    Map(Box<Self>),
    /// Any JSON.
    Any,
}

impl<'a> XmlValue<'a> {
    /// The struct of the value, or of the values in it.
    pub(in crate::plan) fn object(&self) -> Option<&'a str> {
        match self {
            Self::Object(name) => Some(name),
            Self::List(_, _, inner) | Self::Map(inner) => inner.object(),
            Self::Text | Self::Boolean | Self::Number | Self::Any => None,
        }
    }
}

pub(super) fn plan<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    shape: &'a ir::Struct,
) -> Option<Xml<'a>> {
    if !model.facts.in_xml.contains(&ty.def.id) {
        return None;
    }
    let constants = shape.constants.iter().map(|constant| XmlMember {
        key: &constant.name,
        name: name(None, &constant.name),
        place: XmlPlace::Element,
        value: literal(&constant.value),
    });
    let properties = shape.properties.iter().map(|property| {
        let xml = property.xml.as_deref();
        let name = name(xml, &property.name);
        XmlMember {
            key: &property.name,
            name,
            place: place(xml),
            value: value(model, &property.ty, xml, name),
        }
    });
    Some(Xml {
        root: name(ty.def.xml.as_deref(), key(ty.def)),
        members: constants.chain(properties).collect(),
        rest: match &shape.additional {
            AdditionalProperties::Ignored => None,
            AdditionalProperties::Kept(ty) => Some(value(model, ty, None, name(None, "item"))),
        },
    })
}

fn place(xml: Option<&ir::Xml>) -> XmlPlace {
    match xml {
        Some(xml) if xml.attribute => XmlPlace::Attribute,
        _ => XmlPlace::Element,
    }
}

/// The key of a component, which is the name of its element.
fn key(def: &TypeDef) -> &str {
    match &def.hint {
        ir::NameHint::Component(key) => key,
        ir::NameHint::Nested { .. } => "root",
    }
}

fn name<'a>(xml: Option<&'a ir::Xml>, key: &'a str) -> XmlName<'a> {
    let text = |text: Option<&'a String>| text.map(String::as_str);
    let namespace = xml.and_then(|xml| text(xml.namespace.as_ref()));
    let prefix = xml.and_then(|xml| text(xml.prefix.as_ref()));
    XmlName {
        local: xml.and_then(|xml| text(xml.name.as_ref())).unwrap_or(key),
        namespace: namespace.map(|uri| (prefix.unwrap_or_default(), uri)),
    }
}

/// A value in elements of a name, which are those of the items of a list.
fn value<'a>(
    model: &Model<'a>,
    ty: &'a TypeRef,
    xml: Option<&'a ir::Xml>,
    of: XmlName<'a>,
) -> XmlValue<'a> {
    match ty {
        TypeRef::Primitive(primitive) => scalar(*primitive),
        TypeRef::Nullable(inner) => value(model, inner, xml, of),
        TypeRef::List(item) => {
            let item_xml = xml.and_then(|xml| xml.item.as_deref());
            let item_name = name(item_xml, of.local);
            let wrapping = if xml.is_some_and(|xml| xml.wrapped) {
                Wrapping::Wrapped
            } else {
                Wrapping::Bare
            };
            let held = value(model, item, item_xml, item_name);
            XmlValue::List(item_name, wrapping, Box::new(held))
        }
        TypeRef::Map(held) => XmlValue::Map(Box::new(value(model, held, None, of))),
        TypeRef::Tuple(_) | TypeRef::Any => XmlValue::Any,
        TypeRef::Named(id) => {
            let ty = model.get(*id);
            match &ty.def.shape {
                Shape::Struct(_) => XmlValue::Object(ty.ident()),
                Shape::Alias(target) => value(model, target, xml, of),
                Shape::Scalar(Scalar::Integer(..)) => XmlValue::Number,
                Shape::Scalar(Scalar::Text(..)) => XmlValue::Text,
                Shape::Enum(listed) => match listed.values {
                    EnumValues::Strings(_) => XmlValue::Text,
                    EnumValues::Integers(..) => XmlValue::Number,
                },
                Shape::Union(_) => XmlValue::Any,
            }
        }
    }
}

fn scalar<'a>(primitive: Primitive) -> XmlValue<'a> {
    match primitive {
        Primitive::Bool => XmlValue::Boolean,
        Primitive::Integer(_) | Primitive::Number(_) => XmlValue::Number,
        Primitive::String(_) | Primitive::File => XmlValue::Text,
    }
}

fn literal<'a>(value: &Literal) -> XmlValue<'a> {
    match value {
        Literal::Bool(_) => XmlValue::Boolean,
        Literal::Integer(_) | Literal::Number(_) => XmlValue::Number,
        Literal::String(_) | Literal::Json(_) | Literal::Null => XmlValue::Text,
    }
}
