//! Parameters: their description, and how a call takes their values.

use super::super::model::{Model, NamedOperation, NamedParameter};
use super::super::representation::Passing;
use super::super::ty::{Argument, Type};
use crate::analyze::Arguments;
use crate::diagnostic::Pointer;
use crate::ir::{
    Encoding, Location, MediaType, ParameterId, Primitive, PropertyEncoding, Reserved, Style,
    TypeRef,
};

/// The description of a parameter, or of a field of a form, as far as it is not the usual one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Its location.
    pub location: Location,
    /// Its name on the wire.
    pub name: &'a str,
    /// Its other attributes.
    pub attributes: Vec<Attribute<'a>>,
}

/// An attribute of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute<'a> {
    /// It is required.
    Required,
    /// Its style.
    Style(Style),
    /// Whether lists and objects become several parameters.
    Explode(bool),
    /// Reserved characters are not encoded.
    Reserved,
    /// The value that is sent unless the caller sets one.
    Default(&'a str),
    /// The same, as JSON.
    JsonDefault(&'a str),
}

/// The parameter that a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// The place of the parameter in the document.
    pub origin: &'a Pointer,
    /// Its name.
    pub name: &'a str,
    /// Its position in the description of the operation, if another parameter has the same name.
    pub position: Option<usize>,
}

/// How a call takes a value for a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetParameter<'a> {
    /// The parameter.
    pub target: Target<'a>,
    /// The argument that holds the value.
    pub ident: &'a str,
    /// The type of the argument.
    pub argument: Argument<'a>,
    /// The type to which the value is converted first.
    pub convert: Option<Type<'a>>,
}

/// The description of a parameter of an operation.
pub(super) fn row(named: NamedParameter<'_>) -> Row<'_> {
    let parameter = named.def;
    let style = parameter.style;
    let usual = usual_style(parameter.location);
    // A path parameter is always required.
    let is_required = parameter.required && parameter.location != Location::Path;
    let can_explode = !matches!(style, Style::DeepObject | Style::Json);
    let is_unusual = parameter.explode != (usual == Style::Form);
    let default = named.facts.implied.as_deref();
    let attributes = [
        is_required.then_some(Attribute::Required),
        (style != usual).then_some(Attribute::Style(style)),
        (can_explode && is_unusual).then_some(Attribute::Explode(parameter.explode)),
        reserved(parameter.reserved),
        default.map(match style {
            Style::Json => Attribute::JsonDefault,
            _ => Attribute::Default,
        }),
    ];
    Row {
        location: parameter.location,
        name: &parameter.name,
        attributes: attributes.into_iter().flatten().collect(),
    }
}

/// The fields of a form that have another style than the default.
pub(super) fn fields(media: &MediaType) -> Vec<Row<'_>> {
    unusual_fields(media).map(field).collect()
}

/// The properties of a form that have another style than the default, with their styles.
pub(in crate::plan) fn unusual_fields(
    media: &MediaType,
) -> impl Iterator<Item = (&PropertyEncoding, Style)> {
    let is_form = media.encoding == Encoding::Form;
    let properties = media.properties.iter().filter(move |_| is_form);
    let unusual = properties.filter(|property| {
        property.style.is_some() || property.is_json() || property.reserved == Reserved::Allowed
    });
    unusual.map(|property| {
        let usual = if property.is_json() {
            Style::Json
        } else {
            Style::Form
        };
        // A style takes precedence over a media type.
        (property, property.style.unwrap_or(usual))
    })
}

fn field((property, style): (&PropertyEncoding, Style)) -> Row<'_> {
    let attributes = [
        (style != Style::Form).then_some(Attribute::Style(style)),
        (!property.explode).then_some(Attribute::Explode(false)),
        reserved(property.reserved),
    ];
    Row {
        location: Location::Query,
        name: &property.name,
        attributes: attributes.into_iter().flatten().collect(),
    }
}

fn reserved<'a>(reserved: Reserved) -> Option<Attribute<'a>> {
    (reserved == Reserved::Allowed).then_some(Attribute::Reserved)
}

/// The style of a parameter that does not name one (OpenAPI 3.0.3, *Parameter Object*, `style`).
fn usual_style(location: Location) -> Style {
    match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::Cookie => Style::Form,
    }
}

pub(super) fn target(parameter: NamedParameter<'_>) -> Target<'_> {
    let shares_name = parameter.facts.shares_name;
    Target {
        origin: &parameter.def.origin.0,
        name: &parameter.def.name,
        position: shares_name.then_some(parameter.id.index()),
    }
}

pub(super) fn set<'a>(model: &Model<'a>, parameter: NamedParameter<'a>) -> SetParameter<'a> {
    let (argument, convert) = argument(model, &parameter.def.ty);
    SetParameter {
        target: target(parameter),
        ident: parameter.ident,
        argument,
        convert,
    }
}

/// The same for an argument; a struct of arguments has no references.
pub(super) fn required<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    id: ParameterId,
) -> SetParameter<'a> {
    let set = set(model, operation.parameter(id));
    match (set.argument, operation.facts.required) {
        (Argument::Reference(ty), Arguments::Named) => SetParameter {
            argument: Argument::Value(ty),
            ..set
        },
        (argument, _) => SetParameter { argument, ..set },
    }
}

fn argument<'a>(model: &Model<'a>, ty: &TypeRef) -> (Argument<'a>, Option<Type<'a>>) {
    let rust = model.ty(ty);
    match model.passing(ty) {
        Passing::Text => (Argument::Text, None),
        Passing::Copied => match model.api.types.resolve_value(ty) {
            TypeRef::Primitive(Primitive::Integer(width)) => (Argument::Integer(*width), None),
            _ => (Argument::Value(rust), None),
        },
        Passing::Borrowed => (Argument::Reference(rust), None),
        Passing::Converted => {
            let items = model.items(ty);
            (items.unwrap_or(Argument::Into(rust.clone())), Some(rust))
        }
    }
}
