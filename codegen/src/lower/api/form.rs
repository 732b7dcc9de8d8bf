//! The Encoding Objects of a form.

use super::token::is_token;
use crate::ir::{MediaRange, PropertyEncoding, Reserved, Style};
use crate::load::Node;

/// The encodings of the properties of a form.
pub(super) fn properties(media: &Node<'_>) -> Vec<PropertyEncoding> {
    let encodings = media.members("encoding").into_iter();
    encodings
        .map(|(name, node)| {
            let style = node.str("style").and_then(style);
            let is_exploded = style.is_none_or(|style| style == Style::Form);
            let explode = node.get("explode").and_then(|node| node.value.as_bool());
            PropertyEncoding {
                name: name.to_owned(),
                content_types: list(node.str("contentType").unwrap_or_default()),
                headers: headers(&node),
                style: style.or(explode.map(|_| Style::Form)),
                explode: explode.unwrap_or(is_exploded),
                reserved: if node.flag("allowReserved") {
                    Reserved::Allowed
                } else {
                    Reserved::Encoded
                },
            }
        })
        .collect()
}

/// The media types of a list; empty entries are ignored.
fn list(text: &str) -> Vec<MediaRange> {
    let entries = text.split(',').map(str::trim);
    let entries = entries.filter(|it| !it.is_empty());
    entries.map(MediaRange::new).collect()
}

/// The headers that the caller gives to a part. `Content-Type` is `contentType`.
fn headers(encoding: &Node<'_>) -> Vec<String> {
    let names = encoding.members("headers").into_iter();
    let names = names.map(|(name, _)| name);
    let names = names.filter(|name| is_token(name) && !name.eq_ignore_ascii_case("content-type"));
    names.map(str::to_owned).collect()
}

fn style(word: &str) -> Option<Style> {
    match word {
        "form" => Some(Style::Form),
        "spaceDelimited" => Some(Style::SpaceDelimited),
        "pipeDelimited" => Some(Style::PipeDelimited),
        "deepObject" => Some(Style::DeepObject),
        _ => None,
    }
}
