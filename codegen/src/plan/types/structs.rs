//! Objects: a struct with a constructor and setters.

use super::super::client::Client;
use super::super::docs::{Doc, MemberPhrase, TypePhrase};
use super::super::lint::Lint;
use super::super::model::{Model, NamedType};
use super::super::operation::Deprecation;
use super::super::required::{Required, RequiredValue};
use super::super::ty::{Argument, Presence, Type};
use super::docs;
use super::xml::{self, Xml};
use crate::analyze::Holding;
use crate::diagnostic::Pointer;
use crate::ir::{self, AdditionalProperties, Constant, Primitive, Property, TypeRef};

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Lints that the document decides about.
    pub lints: Vec<Lint>,
    /// How a value is created.
    pub constructor: Constructor<'a>,
    /// The programs that create values.
    pub creator: Creator,
    /// The fields.
    pub fields: Vec<Field<'a>>,
    /// The properties that the document does not name.
    pub rest: Option<Rest<'a>>,
    /// The properties that have one value.
    pub constants: &'a [Constant],
    /// The setters.
    pub setters: Vec<Setter<'a>>,
    /// Its form in XML, if a body has one.
    pub xml: Option<Box<Xml<'a>>>,
}

/// Whether the reader accepts a value without the key of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPresence {
    /// It does not.
    Required,
    /// It does.
    Optional,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<'a> {
    /// The place of the property in the document.
    pub origin: &'a Pointer,
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Why it is deprecated.
    pub deprecated: Option<Deprecation<'a>>,
    /// Its name.
    pub ident: &'a str,
    /// Its type.
    pub ty: Type<'a>,
    /// The key of the property.
    pub key: &'a str,
    /// Whether the reader accepts a value without the key.
    pub key_presence: KeyPresence,
}

/// The field for properties that the document does not name.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest<'a> {
    /// Its name.
    pub ident: &'a str,
    /// Its type.
    pub ty: Type<'a>,
    /// The type of the map, without its box.
    pub map: Type<'a>,
    /// How the map is held.
    pub holding: Holding,
}

/// The programs that create values of a struct, by its constructor and setters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Creator {
    /// Those that send it.
    Callers,
    /// Tests, since it is only received.
    Tests,
}

impl Creator {
    fn of(model: &Model<'_>, ty: NamedType<'_>) -> Self {
        match Client::of(model) {
            Client::Some if !ty.facts.in_request => Self::Tests,
            // A crate without a client has no feature for tests.
            Client::Some | Client::None => Self::Callers,
        }
    }
}

/// How a value of a struct is created.
#[derive(Clone, Debug, PartialEq)]
pub enum Constructor<'a> {
    /// By `Default`, and by `new` without arguments.
    Empty,
    /// By `new` with the required fields.
    New(New<'a>),
}

/// The function `new` with arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct New<'a> {
    /// Lints that the document decides about.
    pub lints: Vec<Lint>,
    /// The arguments.
    pub arguments: Vec<(&'a str, Argument<'a>)>,
    /// The struct that holds them, if there are many.
    pub required: Option<Required<'a>>,
    /// The value of each field.
    pub fields: Vec<(&'a str, Initial)>,
}

/// The value of a field in a new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// The argument of the same name.
    Argument(Holding),
    /// The same, converted.
    Converted(Holding),
    /// The same, a list whose items are converted.
    Items(Holding),
    /// The same, a map whose values are converted.
    Entries(Holding),
    /// The same, which may be `None`, converted.
    ConvertedOptional(Holding),
    /// `None`
    None,
    /// `wire::Patch::Absent`
    Absent,
}

/// A setter of a struct.
#[derive(Clone, Debug, PartialEq)]
pub enum Setter<'a> {
    /// A field that may be missing.
    Optional {
        /// The field.
        field: SetterOf<'a>,
        /// How the value is held.
        holding: Holding,
    },
    /// A field that may be missing or `null`.
    Patch {
        /// The field.
        field: SetterOf<'a>,
        /// How the value is held.
        holding: Holding,
    },
    /// The properties that the document does not name.
    Rest,
}

/// The field that a setter sets.
#[derive(Clone, Debug, PartialEq)]
pub struct SetterOf<'a> {
    /// The documentation of the setter.
    pub docs: Doc<'a>,
    /// Why the field is deprecated.
    pub deprecated: Option<Deprecation<'a>>,
    /// Lints that the document decides about.
    pub lints: Vec<Lint>,
    /// The field.
    pub ident: &'a str,
    /// The argument.
    pub argument: Argument<'a>,
}

/// A property with its name and representation.
struct Planned<'a> {
    property: &'a Property,
    ident: &'a str,
    presence: Presence,
    holding: Holding,
    index: usize,
}

impl Planned<'_> {
    fn is_flag(&self) -> bool {
        let flag = TypeRef::Primitive(Primitive::Bool);
        self.presence == Presence::Required && self.property.ty == flag
    }
}

pub(super) fn plan<'a>(model: &Model<'a>, ty: NamedType<'a>, shape: &'a ir::Struct) -> Struct<'a> {
    let properties = shape.properties.iter().enumerate();
    let planned = properties.map(|(index, property)| Planned {
        property,
        ident: ty.member(index),
        presence: Presence::of(property, ty.facts.in_request),
        holding: ty.holding(index),
        index,
    });
    let planned: Vec<_> = planned.collect();
    let flags = planned.iter().filter(|it| it.is_flag());
    let rest = rest(model, ty, shape);
    let constants = shape.constants.iter();
    Struct {
        docs: docs::of(ty).with_all(constants.map(|it| TypePhrase::Constant(&it.name, &it.value))),
        ident: ty.ident(),
        lints: Vec::from_iter(Lint::many_flags(flags)),
        constructor: constructor(model, ty, &planned),
        creator: Creator::of(model, ty),
        fields: planned.iter().map(|it| field(model, ty, it)).collect(),
        setters: setters(model, &planned, rest.is_some()),
        rest,
        constants: &shape.constants,
        xml: xml::plan(model, ty, shape).map(Box::new),
    }
}

fn field<'a>(model: &Model<'a>, ty: NamedType<'a>, planned: &Planned<'a>) -> Field<'a> {
    let Planned { property, .. } = *planned;
    let default = property.default.as_ref().map(MemberPhrase::Default);
    let value = ty.held(planned.index, model.ty(&property.ty));
    Field {
        origin: &property.origin.0,
        docs: field_docs(property, planned.ident).with_all(default),
        deprecated: deprecated(property),
        ident: planned.ident,
        ty: match planned.presence {
            Presence::Required => value,
            Presence::Nullable | Presence::Optional => Type::Optional(Box::new(value)),
            Presence::Patch => Type::Patch(Box::new(value)),
        },
        key: &property.name,
        key_presence: if property.required {
            KeyPresence::Required
        } else {
            KeyPresence::Optional
        },
    }
}

/// A field without documentation says only which key it is, if the name does not.
fn field_docs<'a>(property: &'a Property, ident: &str) -> Doc<'a> {
    if ident == property.name {
        Doc::said(&property.docs)
    } else {
        Doc::of(&property.docs, MemberPhrase::Key(&property.name))
    }
}

fn deprecated<'a>(property: &Property) -> Option<Deprecation<'a>> {
    property.deprecated.then_some(Deprecation::Property)
}

/// The place of the properties without names is behind all others.
fn rest<'a>(model: &Model<'a>, ty: NamedType<'a>, shape: &'a ir::Struct) -> Option<Rest<'a>> {
    let AdditionalProperties::Kept(values) = &shape.additional else {
        return None;
    };
    let index = shape.properties.len();
    let map = Type::Map(Box::new(model.nullable(values)));
    Some(Rest {
        ident: &ty.names.rest,
        ty: ty.held(index, map.clone()),
        map,
        holding: ty.holding(index),
    })
}

fn constructor<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    planned: &[Planned<'a>],
) -> Constructor<'a> {
    if ty.facts.defaultable {
        Constructor::Empty
    } else {
        Constructor::New(new(model, ty, planned))
    }
}

fn new<'a>(model: &Model<'a>, ty: NamedType<'a>, planned: &[Planned<'a>]) -> New<'a> {
    let needed = planned.iter().filter(|it| it.presence.is_argument());
    let values = needed.map(|it| RequiredValue {
        name: &it.property.name,
        ident: it.ident,
        argument: model.owned_argument(&it.property.ty),
    });
    let values: Vec<_> = values.collect();
    let arguments = values.iter().map(|it| (it.ident, it.argument.clone()));
    let arguments = arguments.collect();
    let required = ty.names.required.as_deref().map(|ident| {
        let docs = Doc::phrase(TypePhrase::RequiredOf(ty.ident()));
        Required::new(ident, docs, values)
    });
    let has_deprecated = planned.iter().any(|it| it.property.deprecated);
    let flags = planned.iter().filter(|it| it.is_flag());
    let flags = Lint::many_flags(flags).filter(|_| required.is_none());
    let lints = [
        has_deprecated.then_some(Lint::Deprecated),
        flags.map(|_| Lint::ManyFlagParameters),
    ];
    New {
        lints: lints.into_iter().flatten().collect(),
        arguments,
        required,
        fields: planned
            .iter()
            .map(|it| (it.ident, initial(model, it)))
            .collect(),
    }
}

fn initial(model: &Model<'_>, planned: &Planned<'_>) -> Initial {
    let holding = planned.holding;
    let argument = || model.owned_argument(&planned.property.ty);
    match planned.presence {
        Presence::Optional => Initial::None,
        Presence::Patch => Initial::Absent,
        Presence::Nullable => Initial::ConvertedOptional(holding),
        Presence::Required => match argument() {
            Argument::Value(_) => Initial::Argument(holding),
            Argument::Items(..) => Initial::Items(holding),
            Argument::Entries(..) => Initial::Entries(holding),
            _ => Initial::Converted(holding),
        },
    }
}

fn setters<'a>(model: &Model<'a>, planned: &[Planned<'a>], has_rest: bool) -> Vec<Setter<'a>> {
    let rest = has_rest.then_some(Setter::Rest);
    let fields = planned.iter().filter_map(|it| setter(model, it));
    fields.chain(rest).collect()
}

fn setter<'a>(model: &Model<'a>, planned: &Planned<'a>) -> Option<Setter<'a>> {
    let Planned {
        property, holding, ..
    } = *planned;
    let rust = model.ty(&property.ty);
    let field = |argument| SetterOf {
        docs: Doc::phrase(MemberPhrase::Sets(&property.name)),
        deprecated: deprecated(property),
        lints: Vec::from_iter(property.deprecated.then_some(Lint::Deprecated)),
        ident: planned.ident,
        argument,
    };
    match planned.presence {
        Presence::Required | Presence::Nullable => None,
        Presence::Optional => {
            let argument = if model.is_copy(&property.ty) {
                Argument::Value(rust)
            } else {
                let items = model.items(&property.ty);
                items.unwrap_or(Argument::Into(rust))
            };
            let field = field(argument);
            Some(Setter::Optional { field, holding })
        }
        Presence::Patch => {
            let field = field(Argument::Into(Type::Patch(Box::new(rust))));
            Some(Setter::Patch { field, holding })
        }
    }
}
