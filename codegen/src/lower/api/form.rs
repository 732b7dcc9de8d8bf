//! The Encoding Objects of a form.

use super::token::is_token;
use crate::ir::{MediaRange, PropertyEncoding, Reserved, Style};
use crate::load::{self, FormStyle, MediaType};

/// The encodings of the properties of a form.
pub(super) fn properties(media: &MediaType<'_>) -> Vec<PropertyEncoding> {
    let encodings = media.encoding().into_iter();
    encodings
        .map(|(name, encoding)| {
            let style = encoding.style().map(style);
            let is_exploded = style.is_none_or(|style| style == Style::Form);
            let explode = encoding.explode();
            PropertyEncoding {
                name: name.to_owned(),
                content_types: list(encoding.content_type().unwrap_or_default()),
                headers: headers(&encoding),
                style: style.or(explode.map(|_| Style::Form)),
                explode: explode.unwrap_or(is_exploded),
                reserved: if encoding.allow_reserved() {
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
fn headers(encoding: &load::Encoding<'_>) -> Vec<String> {
    let names = encoding.headers().into_iter();
    let names = names.map(|(name, _)| name);
    let names = names.filter(|name| is_token(name) && !name.eq_ignore_ascii_case("content-type"));
    names.map(str::to_owned).collect()
}

fn style(style: FormStyle) -> Style {
    match style {
        FormStyle::Form => Style::Form,
        FormStyle::SpaceDelimited => Style::SpaceDelimited,
        FormStyle::PipeDelimited => Style::PipeDelimited,
        FormStyle::DeepObject => Style::DeepObject,
    }
}
