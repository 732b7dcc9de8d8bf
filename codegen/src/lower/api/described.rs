//! The values of parameters and headers, which have a `schema` or a `content`.

use super::content::text_format;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Encoding, MediaRange, NameHint, Primitive, StringFormat, TypeRef};
use crate::load::{Content, Header, JsonType, MediaType, Node, Parameter, Schema};
use crate::lower::context::Context;
use crate::lower::docs;
use crate::lower::schemas::Schemas;

/// A parameter or a header.
pub(super) struct Described<'a, 'd> {
    node: &'a Node<'d>,
    schema: Option<Schema<'d>>,
    media_type: Option<(&'d str, MediaType<'d>)>,
}

impl<'a, 'd> From<&'a Parameter<'d>> for Described<'a, 'd> {
    fn from(parameter: &'a Parameter<'d>) -> Self {
        Self::new(parameter, parameter.schema(), parameter.content())
    }
}

impl<'a, 'd> From<&'a Header<'d>> for Described<'a, 'd> {
    fn from(header: &'a Header<'d>) -> Self {
        Self::new(header, header.schema(), header.content())
    }
}

impl<'a, 'd> Described<'a, 'd> {
    fn new(node: &'a Node<'d>, schema: Option<Schema<'d>>, content: Option<Content<'d>>) -> Self {
        let media_types = content.map(|content| content.media_types());
        Self {
            node,
            schema,
            media_type: media_types.and_then(|all| all.into_iter().next()),
        }
    }

    /// The schema of the value, whatever its text is.
    pub(super) fn any_schema(&self) -> Option<Schema<'d>> {
        let in_content = || self.media_type.as_ref()?.1.schema();
        self.schema.clone().or_else(in_content)
    }

    /// The documentation, else that of the schema, and the rules for the value.
    pub(super) fn docs(&self, schemas: &Schemas<'d>) -> Docs {
        let mut docs = docs::plain(self.node);
        if let Some(schema) = &self.schema {
            let value = docs::value(schemas, schema);
            docs.description = docs.description.or(value.description);
            docs.notes = value.notes;
        }
        docs
    }

    /// The type, and whether the text is JSON. Values in other media types are plain text.
    pub(super) fn value_type(&self, cx: &mut Context<'d, '_>, place: &NameHint) -> (TypeRef, bool) {
        let text = |format| TypeRef::Primitive(Primitive::String(format));
        if let Some(schema) = &self.schema {
            return (cx.schema(schema, place), false);
        }
        let Some((name, media)) = &self.media_type else {
            return (text(StringFormat::Plain), false);
        };
        let schema = media.schema();
        let range = MediaRange::new(name);
        match range.encoding() {
            Encoding::Json => {
                let ty = schema.map_or(TypeRef::Any, |schema| cx.schema(&schema, place));
                cx.add_examples(media, &ty, None);
                (ty, true)
            }
            Encoding::Text if is_text(&cx.schemas, schema.as_ref()) => {
                (text(text_format(&cx.schemas, schema.as_ref())), false)
            }
            _ => {
                let message = format!(
                    "`{}` is not supported in parameters and headers; falling back to text",
                    range.essence()
                );
                let help = "use `application/json`, or a `schema`";
                cx.findings.report(
                    Diagnostic::warning(Code::UnsupportedParameter, &media.at, message).help(help),
                );
                (text(StringFormat::Plain), false)
            }
        }
    }
}

fn is_text<'d>(schemas: &Schemas<'d>, schema: Option<&Schema<'d>>) -> bool {
    let kind = schema.and_then(|schema| schemas.kind(schema));
    kind.is_none_or(|kind| kind == JsonType::String)
}
