//! Parameters.

use openapiv3::{PathStyle, QueryStyle};

use super::body::{encoding, is_token};
use super::check::Direction;
use super::{Lowerer, docs, nested, place};
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    Docs, Encoding, GivenName, Literal, Location, NameHint, Origin, Owner, Parameter, PathSegment,
    Primitive, Reserved, Role, StringFormat, Style, TypeRef,
};
use crate::load::{JsonType, Node, media_type};
use crate::resolve::{self, Bound};

/// Headers that OpenAPI 3.0.3 (*Parameter Object*) has a client write from elsewhere in the document.
const OWN_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];

impl<'d> Lowerer<'d, '_> {
    /// Inline types are called after `name`, which is that of the operation.
    pub(super) fn parameters(
        &mut self,
        operation: &resolve::Operation<'d>,
        name: &str,
    ) -> Vec<Parameter> {
        let declared = operation.parameters.iter();
        let declared = declared.filter_map(|bound| {
            let owner = place::of_parameter(operation, name, &bound.node.at);
            self.parameter(bound, owner)
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

    fn parameter(
        &mut self,
        bound: &Bound<'d, openapiv3::Parameter>,
        owner: Owner,
    ) -> Option<Parameter> {
        let data = bound.value.parameter_data_ref();
        let (location, style) = location(&bound.value);
        if location == Location::Header && !self.can_be_header(&data.name, &bound.node) {
            return None;
        }
        let given = self.given(&bound.node);
        let name = given.as_ref().map_or(&*data.name, GivenName::as_str);
        let role = Role::Parameter(name.to_owned());
        let component = bound.component().map(NameHint::Component);
        let place = component.unwrap_or_else(|| nested(owner, role));
        let (ty, is_json) = self.value_type(&bound.node, &place);
        let style = if is_json { Style::Json } else { style };
        self.example(&bound.node, &ty, Some(Direction::Request));
        self.adopt_example(&bound.node, &ty);
        let schema = bound.node.get("schema");
        let default = schema.and_then(|schema| self.default(&schema, &ty));
        // Only JSON has a null: elsewhere what has no value is left out.
        let (ty, default) = match ty {
            TypeRef::Nullable(inner) if !is_json => {
                (*inner, default.filter(|it| *it != Literal::Null))
            }
            ty => (ty, default),
        };
        let constant = self.only_value_of(&bound.node, &ty);
        let docs = self.with_value_docs(&bound.node);
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
            constant,
            default,
            docs,
            deprecated: data.deprecated.unwrap_or_default(),
            ty,
        })
    }

    /// The only value of a parameter whose type does not list its values. One that may be null has two.
    fn only_value_of(&self, node: &Node<'d>, ty: &TypeRef) -> Option<Literal> {
        if matches!(ty, TypeRef::Nullable(_)) {
            return None;
        }
        let content = node.members("content");
        let in_content = content.first().and_then(|(_, media)| media.get("schema"));
        self.schemas.constant(&node.get("schema").or(in_content)?)
    }

    /// An example of a parameter is one of its type, which may have none of its own.
    fn adopt_example(&mut self, node: &Node<'d>, ty: &TypeRef) {
        if let TypeRef::Named(id) = ty {
            let example = &mut self.types.get_mut(*id).example;
            *example = example.take().or_else(|| node.string("example"));
        }
    }

    /// The words of a parameter or header, else those of its schema, and the rules for its value.
    pub(super) fn with_value_docs(&self, node: &Node<'d>) -> Docs {
        let mut docs = docs::plain(node);
        if let Some(schema) = node.get("schema") {
            let value = self.value_docs(&schema);
            docs.description = docs.description.or(value.description);
            docs.notes = value.notes;
        }
        docs
    }

    /// Whether a header parameter can be sent, and is not the client's own.
    fn can_be_header(&mut self, name: &str, node: &Node<'d>) -> bool {
        // A name that is none was reported when the document was read.
        if is_token(name) && !OWN_HEADERS.contains(&name.to_ascii_lowercase().as_str()) {
            return true;
        }
        if is_token(name) {
            let message = format!("the parameter is ignored: the client sets the header `{name}`");
            let help = "remove it";
            self.sink.report(
                Diagnostic::warning(Code::UnsupportedParameter, &node.at, message).help(help),
            );
        }
        false
    }

    fn is_text(&self, media: &Node<'d>) -> bool {
        let schema = media.get("schema");
        let kind = schema.and_then(|schema| self.schemas.kind(&schema));
        kind.is_none_or(|kind| kind == JsonType::String)
    }

    fn text_of(&self, media: &Node<'d>) -> TypeRef {
        let schema = media.get("schema");
        let is_secret = schema.is_some_and(|schema| self.schemas.is_password(&schema));
        TypeRef::Primitive(Primitive::String(if is_secret {
            StringFormat::Password
        } else {
            StringFormat::Plain
        }))
    }

    /// The type of a parameter or header, and whether its text is JSON. What is written in another media type is
    /// text to the client.
    pub(super) fn value_type(&mut self, node: &Node<'d>, place: &NameHint) -> (TypeRef, bool) {
        let text = TypeRef::Primitive(Primitive::String(StringFormat::Plain));
        if let Some(schema) = node.get("schema") {
            return (self.schema(&schema, place), false);
        }
        let content = node.members("content");
        let Some((range, media)) = content.first() else {
            return (text, false);
        };
        let essence = range.split(';').next().unwrap_or_default().trim();
        match encoding(&essence.to_ascii_lowercase()) {
            Encoding::Json => {
                let schema = media.get("schema");
                let ty = schema.map_or(TypeRef::Any, |schema| self.schema(&schema, place));
                self.example(media, &ty, None);
                (ty, true)
            }
            Encoding::Text if self.is_text(media) => (self.text_of(media), false),
            // The key was reported when the document was read.
            _ if !media_type::is_sendable(range) => (text, false),
            Encoding::Text | Encoding::Form | Encoding::Multipart | Encoding::Binary => {
                let message = format!(
                    "`{essence}` is not supported in parameters and headers; falling back to text"
                );
                let help = "use `application/json`, or a `schema`";
                self.sink.report(
                    Diagnostic::warning(Code::UnsupportedParameter, &media.at, message).help(help),
                );
                (text, false)
            }
        }
    }
}

/// A parameter of the path that the document does not declare.
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
