use super::{
    ApiVersion, Docs, GivenName, Integer, IntegerBounds, Literal, Origin, Status, StringFormat,
    TextRules, TypeId, TypeRef, Union,
};
use crate::diagnostic::Pointer;

/// All types of an API, in the order in which they were first met.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeTable(Vec<TypeDef>);

impl TypeTable {
    /// Adds the type that `make` builds for the new id.
    pub fn add(&mut self, make: impl FnOnce(TypeId) -> TypeDef) -> TypeId {
        // A document of 4 billion schemas does not fit into memory; saturating keeps this total.
        let id = TypeId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(make(id));
        id
    }

    /// The type behind `id`.
    ///
    /// # Panics
    ///
    /// When `id` comes from another table.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.0[id.index()]
    }

    /// The type behind `id`, to change it.
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

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
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

/// A type that gets a name of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDef {
    /// Its id in the table.
    pub id: TypeId,
    /// Where the document says it.
    pub origin: Pointer,
    /// What it may be called.
    pub hint: NameHint,
    /// What the document calls it in Rust.
    pub given: Option<GivenName>,
    /// What the document tells its readers.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
    /// A string that the document gives as an example of a value (OpenAPI 3.0.3, *Schema Object*: `example`).
    pub example: Option<String>,
    /// What it is.
    pub shape: Shape,
}

/// Where a type stands, for a later stage to make a name from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameHint {
    /// A key of `components/schemas`, or of another component (parameter, header, body, response) that has an inline
    /// schema.
    Component(String),
    /// An inline schema: the thing it stands in, and its place there.
    Nested {
        /// What it stands in.
        owner: Owner,
        /// Its place there.
        role: Role,
    },
}

/// What an inline schema stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Another type.
    Type(TypeId),
    /// An operation, by its name, or a path whose operations share a parameter.
    Operation(String),
    /// A component that is no type itself, by its key: a response, or a base that `allOf` took in.
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
    /// A member of a `oneOf` or `anyOf`, by its tag or by what distinguishes it.
    Variant(String),
    /// A request body.
    RequestBody,
    /// The body of a response.
    Response(Status),
    /// A parameter, by name.
    Parameter(String),
    /// A response header, by name.
    Header(String),
    /// The form of the owner that requests send, where it differs from what responses carry.
    Request,
    /// The form of the owner that responses carry, where it differs from what requests send.
    ResponseForm,
    /// One of these, in this version of several.
    InVersion(Box<Role>, ApiVersion),
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An object with known properties.
    Struct(Struct),
    /// One of some strings or numbers; always open, a server may invent another.
    Enum(Enum),
    /// One of some types.
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
    /// The properties that have one value, which no caller gives.
    pub constants: Vec<Constant>,
    /// What other keys may hold.
    pub additional: AdditionalProperties,
}

/// A property that is always there and always has one value: a required `enum` of one, or the required discriminator of the
/// union that the object is a variant of.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// Its place in the document.
    pub origin: Origin,
    /// The key on the wire.
    pub name: String,
    /// The value: a string, a number or a boolean.
    pub value: Literal,
    /// Who may write it.
    pub access: Access,
}

/// What the keys that no property names may hold (`additionalProperties`).
#[derive(Clone, Debug, PartialEq)]
pub enum AdditionalProperties {
    /// Nothing that a client keeps: unknown keys are ignored.
    Ignored,
    /// Values of this type, kept in a map.
    Kept(TypeRef),
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The key on the wire.
    pub name: String,
    /// The place of its schema; of several, the last one.
    pub origin: Origin,
    /// What the document calls it in Rust.
    pub given: Option<GivenName>,
    /// The type of its value, without the optionality that `required` says.
    pub ty: TypeRef,
    /// Whether the key has to be there.
    pub required: bool,
    /// The only value (an `enum` of one), where the type does not list its values: of a boolean or a number.
    pub constant: Option<Literal>,
    /// Who may write it.
    pub access: Access,
    /// What the server assumes when it is absent.
    pub default: Option<Literal>,
    /// What the document tells its readers.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
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

/// One of some strings or whole numbers.
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
    /// Whole numbers of this width.
    Integers(Integer, Vec<EnumVariant<i64>>),
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EnumVariant<T> {
    /// As on the wire.
    pub value: T,
    /// The place of the value in the document.
    pub origin: Origin,
    /// What the document calls it in Rust.
    pub given: Option<GivenName>,
    /// What it means, where the document says so.
    pub description: Option<String>,
}

/// A string or number with rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// A string.
    Text(TextRules, StringFormat),
    /// A whole number.
    Integer(IntegerBounds, Integer),
}
