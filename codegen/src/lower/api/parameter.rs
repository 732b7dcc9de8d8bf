//! Parameters.

use openapiv3::{PathStyle, QueryStyle};

use super::described::{value_docs, value_type};
use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    Direction, Docs, GivenName, Literal, Location, NameHint, Origin, Owner, Parameter, PathSegment,
    Primitive, Reserved, Role, StringFormat, Style, TypeRef,
};
use crate::load::Node;
use crate::lower::context::Context;
use crate::lower::findings::Findings;
use crate::lower::given;
use crate::lower::schemas::Schemas;
use crate::resolve::{self, Bound};

/// Headers that a client derives from other parts of the document (OpenAPI 3.0.3, *Parameter Object*).
const OWN_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// The parameters. Inline types are named after `name`, which is that of the operation.
pub(super) fn parameters<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    name: &str,
) -> Vec<Parameter> {
    let declared = operation.parameters.iter();
    let declared = declared.filter_map(|bound| {
        let owner = owner(operation, name, &bound.node.at);
        parameter(cx, bound, owner)
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
    let item = at.segments().filter(|segment| segment != "parameters");
    let item = item.skip(1).find(|segment| segment != "pathItems");
    Owner::Operation(item.unwrap_or_default())
}

fn parameter<'d>(
    cx: &mut Context<'d, '_>,
    bound: &Bound<'d, openapiv3::Parameter>,
    owner: Owner,
) -> Option<Parameter> {
    let data = bound.value.parameter_data_ref();
    let (location, style) = location(&bound.value);
    if location == Location::Header && !is_sendable(&data.name, &bound.node, &mut cx.findings) {
        return None;
    }
    let given = given::name(&bound.node, &mut cx.findings);
    let name = given.as_ref().map_or(&*data.name, GivenName::as_str);
    let role = Role::Parameter(name.to_owned());
    let component = bound.component().map(NameHint::Component);
    let place = component.unwrap_or_else(|| NameHint::nested(owner, role));
    let (ty, is_json) = value_type(cx, &bound.node, &place);
    let style = if is_json { Style::Json } else { style };
    cx.add_examples(&bound.node, &ty, Some(Direction::Request));
    adopt_example(cx, &bound.node, &ty);
    let schema = bound.node.get("schema");
    let default = schema.and_then(|schema| cx.default(&schema, &ty));
    // Only JSON has a null: elsewhere, a parameter without a value is omitted.
    let (ty, default) = match ty {
        TypeRef::Nullable(inner) if !is_json => (*inner, default.filter(|it| *it != Literal::Null)),
        ty => (ty, default),
    };
    Some(Parameter {
        name: data.name.clone(),
        origin: Origin(bound.node.at.clone()),
        given,
        location,
        style,
        explode: data.explode.unwrap_or(style == Style::Form),
        reserved: match location {
            Location::Query if bound.node.flag("allowReserved") => Reserved::Allowed,
            _ => Reserved::Encoded,
        },
        required: data.required,
        constant: constant(&cx.schemas, &bound.node, &ty),
        default,
        docs: value_docs(&cx.schemas, &bound.node),
        deprecated: data.deprecated.unwrap_or_default(),
        ty,
    })
}

/// The only value of a parameter whose type does not list its values. One that may be null has two.
fn constant<'d>(schemas: &Schemas<'d>, node: &Node<'d>, ty: &TypeRef) -> Option<Literal> {
    if matches!(ty, TypeRef::Nullable(_)) {
        return None;
    }
    let content = node.members("content");
    let in_content = content.first().and_then(|(_, media)| media.get("schema"));
    schemas.constant(&node.get("schema").or(in_content)?)
}

/// Makes the example of a parameter that of its type, which may have none of its own.
fn adopt_example<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, ty: &TypeRef) {
    if let TypeRef::Named(id) = ty {
        let example = &mut cx.types.get_mut(*id).example;
        *example = example.take().or_else(|| node.string("example"));
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

fn location(parameter: &openapiv3::Parameter) -> (Location, Style) {
    match parameter {
        openapiv3::Parameter::Path { style, .. } => {
            let style = match style {
                PathStyle::Matrix => Style::Matrix,
                PathStyle::Label => Style::Label,
                PathStyle::Simple => Style::Simple,
            };
            (Location::Path, style)
        }
        openapiv3::Parameter::Query { style, .. } => {
            let style = match style {
                QueryStyle::Form => Style::Form,
                QueryStyle::SpaceDelimited => Style::SpaceDelimited,
                QueryStyle::PipeDelimited => Style::PipeDelimited,
                QueryStyle::DeepObject => Style::DeepObject,
            };
            (Location::Query, style)
        }
        openapiv3::Parameter::Header { .. } => (Location::Header, Style::Simple),
        openapiv3::Parameter::Cookie { .. } => (Location::Cookie, Style::Form),
    }
}
