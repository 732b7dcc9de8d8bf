//! Parameters.

use openapiv3::{PathStyle, QueryStyle};

use super::check::Direction;
use super::{Lowerer, docs, nested, place};
use crate::diagnostic::Code;
use crate::ir::{
    Docs, GivenName, Location, NameHint, Owner, Parameter, Primitive, Role, StringFormat, Style,
    TypeRef,
};
use crate::load::Node;
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
        let parameters = operation.parameters.iter();
        parameters
            .filter_map(|bound| {
                let owner = place::of_parameter(operation, name, &bound.node.at);
                self.parameter(bound, owner)
            })
            .collect()
    }

    fn parameter(
        &mut self,
        bound: &Bound<'d, openapiv3::Parameter>,
        owner: Owner,
    ) -> Option<Parameter> {
        let data = bound.value.parameter_data_ref();
        let (location, style) = location(&bound.value);
        let own = OWN_HEADERS.contains(&data.name.to_ascii_lowercase().as_str());
        if location == Location::Header && own {
            let message = format!("the client writes the header `{}` itself", data.name);
            let help = "OpenAPI ignores such a parameter: remove it";
            self.sink
                .warn(Code::UnsupportedParameter, &bound.node.at, message, help);
            return None;
        }
        let given = self.given(&bound.node);
        let name = given.as_ref().map_or(&*data.name, GivenName::as_str);
        let role = Role::Parameter(name.to_owned());
        let component = bound.component().map(NameHint::Component);
        let place = component.unwrap_or_else(|| nested(owner, role));
        let ty = self.content_or_schema(&bound.node, &place);
        self.example(&bound.node, &ty, Some(Direction::Request));
        self.adopt_example(&bound.node, &ty);
        let schema = bound.node.get("schema");
        let docs = self.with_value_docs(&bound.node);
        Some(Parameter {
            name: data.name.clone(),
            given,
            location,
            style,
            explode: data.explode.unwrap_or(style == Style::Form),
            required: data.required,
            default: schema.and_then(|schema| self.default(&schema, &ty)),
            docs,
            deprecated: data.deprecated.unwrap_or_default(),
            ty,
        })
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

    /// The type of a parameter or header. One that is written in a media type is left to the caller, as a string.
    pub(super) fn content_or_schema(&mut self, node: &Node<'d>, place: &NameHint) -> TypeRef {
        if let Some(schema) = node.get("schema") {
            return self.schema(&schema, place);
        }
        let message = "a value that is written in a media type is not supported here";
        let help = "the caller writes it as a string; give it a `schema` if that is enough";
        self.sink
            .warn(Code::UnsupportedParameter, &node.at, message, help);
        TypeRef::Primitive(Primitive::String(StringFormat::Plain))
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
