/// How a value is written in XML (OpenAPI 3.0.3, *XML Object*).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Xml {
    /// The name of its element or attribute, if that is not the name of its property.
    pub name: Option<String>,
    /// The URI of the namespace.
    pub namespace: Option<String>,
    /// The prefix of the namespace.
    pub prefix: Option<String>,
    /// Whether a property is an attribute.
    pub attribute: bool,
    /// Whether an element is around the items of a list.
    pub wrapped: bool,
    /// The items of a list.
    pub item: Option<Box<Self>>,
}
