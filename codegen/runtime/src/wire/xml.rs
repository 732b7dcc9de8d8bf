//! How objects are written in XML (OpenAPI 3.0.3, *XML Object*), as tables.

/// An object that can be sent and received as XML.
///
/// Sealed: only types of this crate implement it.
pub trait Xml {
    #[doc(hidden)]
    fn xml() -> &'static XmlObject;
}

/// The form of an object: the name of an element that is the root, and the members.
#[derive(Debug)]
pub struct XmlObject {
    pub root: XmlName,
    pub members: &'static [XmlMember],
    /// The values of other properties, each in an element with the name of the property.
    pub rest: Option<XmlValue>,
}

/// The name of an element or an attribute.
#[derive(Clone, Copy, Debug)]
pub struct XmlName {
    pub local: &'static str,
    /// The prefix and the URI; both are empty if the name is in no namespace.
    pub prefix: &'static str,
    pub namespace: &'static str,
}

/// A property.
#[derive(Debug)]
pub struct XmlMember {
    /// The key in JSON.
    pub key: &'static str,
    pub name: XmlName,
    pub is_attribute: bool,
    pub value: XmlValue,
}

/// The form of a value.
#[derive(Clone, Copy, Debug)]
pub enum XmlValue {
    /// Text.
    Text,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// The members of an object. A function, since objects may contain themselves.
    Object(fn() -> &'static XmlObject),
    /// An element for each item.
    List(&'static XmlList),
    /// An element for each entry, with the name of its key.
    Map(&'static XmlValue),
    /// Whatever the JSON is.
    Any,
}

/// The form of a list.
#[derive(Debug)]
pub struct XmlList {
    /// The name of the element of an item.
    pub item: XmlName,
    /// Whether an element is around the items.
    pub is_wrapped: bool,
    pub value: XmlValue,
}

impl XmlName {
    /// A name in no namespace.
    #[must_use]
    pub const fn new(local: &'static str) -> Self {
        Self {
            local,
            prefix: "",
            namespace: "",
        }
    }

    /// The same name in a namespace; the prefix is empty if the namespace is the default one.
    #[must_use]
    pub const fn of(self, prefix: &'static str, namespace: &'static str) -> Self {
        Self {
            prefix,
            namespace,
            ..self
        }
    }
}

impl XmlObject {
    /// An object with these members.
    #[must_use]
    pub const fn new(root: XmlName, members: &'static [XmlMember]) -> Self {
        Self {
            root,
            members,
            rest: None,
        }
    }

    /// Adds properties that the document does not name.
    #[must_use]
    pub const fn rest(self, value: XmlValue) -> Self {
        Self {
            rest: Some(value),
            ..self
        }
    }
}

impl XmlMember {
    /// A property in an element.
    #[must_use]
    pub const fn element(key: &'static str, name: XmlName, value: XmlValue) -> Self {
        Self {
            key,
            name,
            is_attribute: false,
            value,
        }
    }

    /// A property in an attribute.
    #[must_use]
    pub const fn attribute(key: &'static str, name: XmlName, value: XmlValue) -> Self {
        Self {
            key,
            name,
            is_attribute: true,
            value,
        }
    }
}

impl XmlList {
    /// A list of items in elements of this name.
    #[must_use]
    pub const fn new(item: XmlName, value: XmlValue) -> Self {
        Self {
            item,
            is_wrapped: false,
            value,
        }
    }

    /// Puts an element around the items.
    #[must_use]
    pub const fn wrapped(self) -> Self {
        Self {
            is_wrapped: true,
            ..self
        }
    }
}
