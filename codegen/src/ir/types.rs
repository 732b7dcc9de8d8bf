use super::{
    ApiVersion, Docs, GivenName, Integer, IntegerBounds, Literal, Origin, Status, StringFormat,
    TextRules, TypeId, TypeRef, Union, Xml,
};
use crate::diagnostic::Pointer;

/// All types of an API, in the order of first use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeTable(Vec<TypeDef>);

impl TypeTable {
    /// Adds the type that `make` builds for the new id.
    pub fn add(&mut self, make: impl FnOnce(TypeId) -> TypeDef) -> TypeId {
        let id = TypeId::new(self.0.len());
        self.0.push(make(id));
        id
    }

    /// Returns the type with this id.
    ///
    /// # Panics
    ///
    /// When `id` comes from another table.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.0[id.index()]
    }

    /// Returns the type with this id, mutable.
    ///
    /// # Panics
    ///
    /// When `id` comes from another table.
    pub fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.0[id.index()]
    }

    /// All types in order.
    pub fn iter(&self) -> std::slice::Iter<'_, TypeDef> {
        self.0.iter()
    }

    /// The number of elements.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a TypeTable {
    type Item = &'a TypeDef;
    type IntoIter = std::slice::Iter<'a, TypeDef>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A named type.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDef {
    /// Its id in the table.
    pub id: TypeId,
    /// The location in the document.
    pub origin: Pointer,
    /// The source of its name.
    pub hint: NameHint,
    /// The name in Rust that the document gives, if any.
    pub given: Option<GivenName>,
    /// The documentation in the document.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
    /// A string that the document gives as an example of a value (OpenAPI 3.0.3, *Schema Object*: `example`).
    pub example: Option<String>,
    /// Its name in XML.
    pub xml: Option<Box<Xml>>,
    /// Its shape.
    pub shape: Shape,
}

/// The place of a type, from which the stage `name` derives its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameHint {
    /// A key of `components/schemas`, or of another component (parameter, header, body, response) that has an inline
    /// schema.
    Component(String),
    /// An inline schema.
    Nested {
        /// Its owner.
        owner: Owner,
        /// The place in the owner.
        role: Role,
    },
}

impl NameHint {
    /// The place of an inline schema.
    #[must_use]
    pub fn nested(owner: Owner, role: Role) -> Self {
        Self::Nested { owner, role }
    }
}

/// The owner of an inline schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Another type.
    Type(TypeId),
    /// An operation, by its name, or a path whose operations share a parameter.
    Operation(String),
    /// A component that is not a type, by its key: a response, or a base merged by `allOf`.
    Component(String),
}

/// The place of an inline schema in its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The value of a property.
    Property(String),
    /// An item of an array.
    Item,
    /// An item of a tuple at one of these, by position.
    Position(Box<Role>, usize),
    /// A value of a map (`additionalProperties`).
    Value,
    /// A member of a `oneOf` or `anyOf`, by its tag or label.
    Variant(String),
    /// A request body.
    RequestBody,
    /// The body of a response.
    Response(Status),
    /// A parameter, by name.
    Parameter(String),
    /// A value of a body that is a sequence.
    Event,
    /// A response header, by name.
    Header(String),
    /// The form of the owner in requests, if it differs.
    Request,
    /// The form of the owner in responses, if it differs.
    ResponseForm,
    /// The form of the owner in a merge patch, if it differs.
    MergePatch,
    /// One of these, in one of several versions.
    InVersion(Box<Role>, ApiVersion),
}

/// The shape of a named type.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An object with known properties.
    Struct(Struct),
    /// An enum of strings or numbers, always open.
    Enum(Enum),
    /// A union.
    Union(Union),
    /// A string or number with rules.
    Scalar(Scalar),
    /// Another name for a type.
    Alias(TypeRef),
}

/// An object with known properties.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// The properties in document order.
    pub properties: Vec<Property>,
    /// The properties with one value, which callers do not set.
    pub constants: Vec<Constant>,
    /// The type of other keys.
    pub additional: AdditionalProperties,
}

/// A required property with one value: an `enum` of one, or the discriminator of the union
/// that the object is a variant of.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// The location in the document.
    pub origin: Origin,
    /// The key on the wire.
    pub name: String,
    /// The value: a string, a number or a boolean.
    pub value: Literal,
    /// Who may write it.
    pub access: Access,
}

/// The type of other keys (`additionalProperties`).
#[derive(Clone, Debug, PartialEq)]
pub enum AdditionalProperties {
    /// Unknown keys are ignored.
    Ignored,
    /// A map of values of this type.
    Kept(TypeRef),
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The key on the wire.
    pub name: String,
    /// The location of its schema; of several, the last one.
    pub origin: Origin,
    /// The name in Rust that the document gives, if any.
    pub given: Option<GivenName>,
    /// The type of its value if it is present.
    pub ty: TypeRef,
    /// Whether it is required.
    pub required: bool,
    /// The only value (an `enum` of one) of a boolean or a number, whose type does not list its values.
    pub constant: Option<Literal>,
    /// Who may write it.
    pub access: Access,
    /// The default of the server.
    pub default: Option<Literal>,
    /// The documentation in the document.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
    /// Its form in XML, if the document describes it.
    pub xml: Option<Box<Xml>>,
}

/// Who may write a property (`readOnly`, `writeOnly`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everyone.
    ReadWrite,
    /// The server: not part of a request.
    ReadOnly,
    /// The client: not part of a response.
    WriteOnly,
}

/// An enum of strings or integers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Enum {
    /// The values.
    pub values: EnumValues,
}

/// The values of an enum, all of one JSON type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EnumValues {
    /// Strings.
    Strings(Vec<EnumVariant<String>>),
    /// Integers of this width.
    Integers(Integer, Vec<EnumVariant<i64>>),
}

impl EnumValues {
    /// The value of an enum of one.
    #[must_use]
    pub fn only(&self) -> Option<Literal> {
        match self {
            Self::Strings(values) => match values.as_slice() {
                [only] => Some(Literal::String(only.value.clone())),
                _ => None,
            },
            Self::Integers(_, values) => match values.as_slice() {
                [only] => Some(Literal::Integer(only.value.into())),
                _ => None,
            },
        }
    }
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EnumVariant<T> {
    /// The value on the wire.
    pub value: T,
    /// The location in the document.
    pub origin: Origin,
    /// The name in Rust that the document gives, if any.
    pub given: Option<GivenName>,
    /// The description, if any.
    pub description: Option<String>,
}

/// A string or number with rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// A string.
    Text(TextRules, StringFormat),
    /// An integer.
    Integer(IntegerBounds, Integer),
}
