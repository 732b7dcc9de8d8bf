//! The values of parameters and headers, which have a `schema` or a `content`.

use super::content::text_format;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Encoding, MediaRange, NameHint, Primitive, StringFormat, TypeRef};
use crate::load::{JsonType, Node, media_type};
use crate::lower::context::Context;
use crate::lower::docs;
use crate::lower::schemas::Schemas;

/// The documentation of a parameter or header, else that of its schema, and the rules for its value.
pub(super) fn value_docs<'d>(schemas: &Schemas<'d>, node: &Node<'d>) -> Docs {
    let mut docs = docs::plain(node);
    if let Some(schema) = node.get("schema") {
        let value = docs::value(schemas, &schema);
        docs.description = docs.description.or(value.description);
        docs.notes = value.notes;
    }
    docs
}

/// The type of a parameter or header, and whether its text is JSON. Values in other media types are plain text.
pub(super) fn value_type<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
    place: &NameHint,
) -> (TypeRef, bool) {
    let text = |format| TypeRef::Primitive(Primitive::String(format));
    if let Some(schema) = node.get("schema") {
        return (cx.schema(&schema, place), false);
    }
    let content = node.members("content");
    let Some((name, media)) = content.first() else {
        return (text(StringFormat::Plain), false);
    };
    let schema = media.get("schema");
    let range = MediaRange::new(name);
    match range.encoding() {
        Encoding::Json => {
            let ty = schema.map_or(TypeRef::Any, |schema| cx.schema(&schema, place));
            cx.add_examples(media, &ty, None);
            return (ty, true);
        }
        Encoding::Text if is_text(&cx.schemas, schema.as_ref()) => {
            return (text(text_format(&cx.schemas, schema.as_ref())), false);
        }
        // The key was reported when the document was read.
        _ if !media_type::is_sendable(name) => {}
        Encoding::Text | Encoding::Form | Encoding::Multipart | Encoding::Binary => {
            let message = format!(
                "`{}` is not supported in parameters and headers; falling back to text",
                range.essence()
            );
            let help = "use `application/json`, or a `schema`";
            cx.findings.report(
                Diagnostic::warning(Code::UnsupportedParameter, &media.at, message).help(help),
            );
        }
    }
    (text(StringFormat::Plain), false)
}

fn is_text<'d>(schemas: &Schemas<'d>, schema: Option<&Node<'d>>) -> bool {
    let kind = schema.and_then(|schema| schemas.kind(schema));
    kind.is_none_or(|kind| kind == JsonType::String)
}
