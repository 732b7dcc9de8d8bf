//! Parameters.

use super::described::Described;
use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    Direction, Docs, GivenName, Literal, Location, NameHint, Origin, Owner, Parameter, PathSegment,
    Primitive, Reserved, Role, StringFormat, Style, TypeRef,
};
use crate::load::{self, Node, ParameterLocation, ParameterStyle, keyword};
use crate::lower::context::Context;
use crate::lower::findings::Findings;
use crate::lower::given;
use crate::lower::schemas::Schemas;
use crate::resolve::{self, component};

/// Headers that a client derives from other parts of the document (OpenAPI 3.0.3, *Parameter Object*).
const OWN_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// The parameters. Inline types are named after `name`, which is that of the operation.
pub(super) fn parameters<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    name: &str,
) -> Vec<Parameter> {
    let declared = operation.parameters.iter();
    let declared = declared.filter_map(|it| {
        let owner = owner(operation, name, &it.at);
        parameter(cx, it, owner)
    });
    let mut parameters: Vec<Parameter> = declared.collect();
    for segment in &operation.path.0 {
        if let PathSegment::Parameter(name) = segment
            && !parameters
                .iter()
                .any(|it| it.location == Location::Path && it.name == *name)
        {
            parameters.push(undeclared(name, &operation.node.at));
        }
    }
    parameters
}

/// The owner of a parameter: the operation, by `name`, or the path item whose operations share it.
fn owner(operation: &resolve::Operation<'_>, name: &str, at: &Pointer) -> Owner {
    let own = format!("{}/", operation.node.at);
    if at.as_str().starts_with(&own) {
        return Owner::Operation(name.to_owned());
    }
    let item = at
        .segments()
        .filter(|segment| segment != keyword::PARAMETERS);
    let item = item.skip(1).find(|segment| segment != keyword::PATH_ITEMS);
    Owner::Operation(item.unwrap_or_default())
}

fn parameter<'d>(
    cx: &mut Context<'d, '_>,
    parameter: &load::Parameter<'d>,
    owner: Owner,
) -> Option<Parameter> {
    let declared = parameter.name()?;
    let (location, style) = location(parameter)?;
    if location == Location::Header && !is_sendable(declared, parameter, &mut cx.findings) {
        return None;
    }
    let described = Described::from(parameter);
    let given = given::name(parameter, &mut cx.findings);
    let name = given.as_ref().map_or(declared, GivenName::as_str);
    let role = Role::Parameter(name.to_owned());
    let component = component(parameter).map(NameHint::Component);
    let place = component.unwrap_or_else(|| NameHint::nested(owner, role));
    let (ty, is_json) = described.value_type(cx, &place);
    let style = if is_json { Style::Json } else { style };
    cx.add_examples(parameter, &ty, Some(Direction::Request));
    adopt_example(cx, parameter, &ty);
    let schema = parameter.schema();
    let default = schema.and_then(|schema| cx.default(&schema, &ty));
    // Only JSON has a null: elsewhere, a parameter without a value is omitted.
    let (ty, default) = match ty {
        TypeRef::Nullable(inner) if !is_json => (*inner, default.filter(|it| *it != Literal::Null)),
        ty => (ty, default),
    };
    Some(Parameter {
        name: declared.to_owned(),
        origin: Origin(parameter.at.clone()),
        given,
        location,
        style,
        explode: parameter.explode().unwrap_or(style == Style::Form),
        reserved: match location {
            Location::Query if parameter.allow_reserved() => Reserved::Allowed,
            _ => Reserved::Encoded,
        },
        required: parameter.required() || location == Location::Path,
        constant: constant(&cx.schemas, &described, &ty),
        default,
        docs: described.docs(&cx.schemas),
        deprecated: parameter.deprecated(),
        ty,
    })
}

/// The only value of a parameter whose type does not list its values. One that may be null has two.
fn constant<'d>(
    schemas: &Schemas<'d>,
    parameter: &Described<'_, 'd>,
    ty: &TypeRef,
) -> Option<Literal> {
    if matches!(ty, TypeRef::Nullable(_)) {
        return None;
    }
    schemas.constant(&parameter.any_schema()?)
}

/// Makes the example of a parameter that of its type, which may have none of its own.
fn adopt_example<'d>(cx: &mut Context<'d, '_>, parameter: &load::Parameter<'d>, ty: &TypeRef) {
    if let TypeRef::Named(id) = ty {
        let example = &mut cx.types.get_mut(*id).example;
        let own = || Some(parameter.example()?.value.as_str()?.to_owned());
        *example = example.take().or_else(own);
    }
}

/// Whether a header parameter can be sent, and is not set by the client itself.
fn is_sendable(name: &str, node: &Node<'_>, findings: &mut Findings<'_>) -> bool {
    // An invalid name was reported when the document was read.
    let is_token = is_token(name);
    let is_own = OWN_HEADERS.contains(&name.to_ascii_lowercase().as_str());
    if is_token && is_own {
        let message = format!("the parameter is ignored: the client sets the header `{name}`");
        let finding = Diagnostic::warning(Code::UnsupportedParameter, &node.at, message);
        findings.report(finding.help("remove it"));
    }
    is_token && !is_own
}

/// An undeclared parameter of the path.
fn undeclared(name: &str, operation: &Pointer) -> Parameter {
    Parameter {
        name: name.to_owned(),
        origin: Origin(operation.clone()),
        given: None,
        location: Location::Path,
        style: Style::Simple,
        explode: false,
        reserved: Reserved::Encoded,
        required: true,
        constant: None,
        default: None,
        docs: Docs::default(),
        deprecated: false,
        ty: TypeRef::Primitive(Primitive::String(StringFormat::Plain)),
    }
}

fn location(parameter: &load::Parameter<'_>) -> Option<(Location, Style)> {
    let (location, default) = match parameter.location()? {
        ParameterLocation::Path => (Location::Path, Style::Simple),
        ParameterLocation::Query => (Location::Query, Style::Form),
        ParameterLocation::Header => (Location::Header, Style::Simple),
        ParameterLocation::Cookie => (Location::Cookie, Style::Form),
    };
    let style = parameter.style().map(|style| match style {
        ParameterStyle::Matrix => Style::Matrix,
        ParameterStyle::Label => Style::Label,
        ParameterStyle::Form => Style::Form,
        ParameterStyle::Simple => Style::Simple,
        ParameterStyle::SpaceDelimited => Style::SpaceDelimited,
        ParameterStyle::PipeDelimited => Style::PipeDelimited,
        ParameterStyle::DeepObject => Style::DeepObject,
    });
    Some((location, style.unwrap_or(default)))
}
