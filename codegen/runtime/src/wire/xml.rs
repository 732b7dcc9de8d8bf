//! The representation of objects in XML (OpenAPI 3.0.3, *XML Object*), as tables.

/// An object that can be sent and received as XML.
///
/// Sealed: only types of this crate implement it.
pub trait Xml {
    #[doc(hidden)]
    fn xml() -> &'static XmlObject;
}

/// The form of an object: the name of its root element, and its members.
#[derive(Debug)]
pub struct XmlObject {
    pub root: XmlName,
    pub members: &'static [XmlMember],
    /// The form of other properties, each in an element with the name of the property.
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
    /// Raw JSON.
    Any,
}

/// The form of a list.
#[derive(Debug)]
pub struct XmlList {
    /// The name of the element of an item.
    pub item: XmlName,
    /// Whether an element wraps the items.
    pub is_wrapped: bool,
    pub value: XmlValue,
}

impl XmlName {
    /// Creates a name without a namespace.
    #[must_use]
    pub const fn new(local: &'static str) -> Self {
        Self {
            local,
            prefix: "",
            namespace: "",
        }
    }

    /// Sets the namespace; the prefix is empty for the default namespace.
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
    /// Creates an object with these members.
    #[must_use]
    pub const fn new(root: XmlName, members: &'static [XmlMember]) -> Self {
        Self {
            root,
            members,
            rest: None,
        }
    }

    /// Adds properties that the document does not declare.
    #[must_use]
    pub const fn rest(self, value: XmlValue) -> Self {
        Self {
            rest: Some(value),
            ..self
        }
    }
}

impl XmlMember {
    /// Creates a property in an element.
    #[must_use]
    pub const fn element(key: &'static str, name: XmlName, value: XmlValue) -> Self {
        Self {
            key,
            name,
            is_attribute: false,
            value,
        }
    }

    /// Creates a property in an attribute.
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
    /// Creates a list of items in elements of this name.
    #[must_use]
    pub const fn new(item: XmlName, value: XmlValue) -> Self {
        Self {
            item,
            is_wrapped: false,
            value,
        }
    }

    /// Wraps the items in an element.
    #[must_use]
    pub const fn wrapped(self) -> Self {
        Self {
            is_wrapped: true,
            ..self
        }
    }
}
