//! Bodies of requests: how a call takes one, and the enum of one that can be sent in several media types.

use super::super::docs::{Doc, ItemPhrase};
use super::super::model::{Model, NamedOperation};
use super::super::ty::{Argument, Type};
use super::link::link;
use super::parameter::{Row, Target, fields, target};
use crate::analyze::Conversion;
use crate::diagnostic::Pointer;
use crate::ir::{Encoding, MediaType, RequestBody, TypeRef};

/// How a call takes its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetBody<'a> {
    /// The place of the body in the document.
    pub origin: &'a Pointer,
    /// The argument that holds the body.
    pub ident: &'a str,
    /// The type of the argument.
    pub argument: Argument<'a>,
    /// How the body is written.
    pub written: Written<'a>,
}

/// How a body is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written<'a> {
    /// By the enum of this name.
    Alternatives(&'a str),
    /// As the caller gives it.
    Raw,
    /// From a value.
    Value {
        /// The type to which the argument is converted first.
        convert: Option<Type<'a>>,
        /// The parameter that repeats the discriminator of the body.
        tag: Option<Target<'a>>,
        /// The format.
        format: Format<'a>,
    },
}

/// The format in which a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format<'a> {
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A form, with these unusual fields.
    Form(Vec<Row<'a>>),
    /// A multipart form, with the media types of these parts.
    Multipart(Vec<(&'a str, &'a str)>),
}

/// The enum of a body that can be sent in several media types.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternatives<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// A variant for each media type, the default first.
    pub variants: Vec<Alternative<'a>>,
}

/// A media type of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// The type of the body.
    pub ty: Type<'a>,
    /// The types that convert into the variant.
    pub conversion: Conversion,
    /// How the body is written.
    pub format: Format<'a>,
    /// The media type, unless it follows from the description of the operation or from the format.
    pub range: Option<&'a str>,
}

/// The body of the requests that a test sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent<'a> {
    /// No body.
    Nothing,
    /// A value.
    Value(Type<'a>),
    /// Bytes.
    Bytes,
}

impl<'a> NamedOperation<'a> {
    /// The media types that a body is written in, the default first.
    pub(super) fn written(self) -> Vec<&'a MediaType> {
        let Some((body, default)) = self.body() else {
            return Vec::new();
        };
        let alternatives = self.facts.alternatives.iter().skip(1);
        let others = alternatives.map(|it| body.media_type(it.media));
        std::iter::once(default).chain(others).collect()
    }
}

pub(super) fn set<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    (body, media): (&'a RequestBody, &'a MediaType),
) -> SetBody<'a> {
    let ident = operation.names.body.as_str();
    let (argument, written) = match (&operation.names.alternatives, format(media)) {
        (Some(names), _) => (
            Argument::IntoEnum(&names.ident),
            Written::Alternatives(&names.ident),
        ),
        (None, None) => (Argument::Into(Type::Body), Written::Raw),
        (None, Some(format)) => {
            let rust = model.nullable(&media.ty);
            let is_copy = model.is_copy(&media.ty);
            let convert = (!is_copy).then(|| rust.clone());
            let tag = operation.facts.tag_parameter;
            let tag = tag.map(|id| target(operation.parameter(id)));
            let argument = if is_copy {
                Argument::Value(rust)
            } else {
                model.items(&media.ty).unwrap_or(Argument::Into(rust))
            };
            let written = Written::Value {
                convert,
                tag,
                format,
            };
            (argument, written)
        }
    };
    SetBody {
        origin: &body.origin.0,
        ident,
        argument,
        written,
    }
}

/// The format of a media type; `None` if the caller writes the body.
fn format(media: &MediaType) -> Option<Format<'_>> {
    match media.encoding {
        Encoding::Json => Some(Format::Json),
        Encoding::Xml => Some(Format::Xml),
        Encoding::Form => Some(Format::Form(fields(media))),
        Encoding::Multipart => Some(Format::Multipart(part_types(media))),
        Encoding::Text | Encoding::Binary => None,
    }
}

/// The media types of parts.
fn part_types(media: &MediaType) -> Vec<(&str, &str)> {
    let properties = media.properties.iter();
    properties
        .filter_map(|property| Some((property.name.as_str(), property.content_type()?.as_str())))
        .collect()
}

pub(super) fn alternatives<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
) -> Option<Alternatives<'a>> {
    let names = operation.names.alternatives.as_ref()?;
    let facts = operation.facts.alternatives.iter();
    let media = operation.written();
    let all = facts.zip(&names.variants).zip(media).enumerate();
    let variants = all.map(|(position, ((facts, ident), media))| {
        let range = media.range.as_str();
        let phrase = match position {
            0 => ItemPhrase::DefaultMediaType(range),
            _ => ItemPhrase::MediaType(range),
        };
        // The parts of a form need a boundary, and the default is in the description of the operation.
        let is_known = position == 0 || media.encoding == Encoding::Multipart;
        Some(Alternative {
            docs: Doc::phrase(phrase),
            ident,
            ty: model.nullable(&media.ty),
            conversion: facts.conversion,
            format: format(media)?,
            range: (!is_known).then_some(range),
        })
    });
    Some(Alternatives {
        docs: Doc::phrase(ItemPhrase::BodyOf(link(model, operation))),
        ident: &names.ident,
        variants: variants.collect::<Option<_>>()?,
    })
}

pub(super) fn sent<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Sent<'a> {
    let Some((body, media)) = operation.body() else {
        return Sent::Nothing;
    };
    if media.encoding != Encoding::Json {
        return Sent::Bytes;
    }
    let rust = model.nullable(&media.ty);
    Sent::Value(match (body, &media.ty) {
        (RequestBody { required: true, .. }, _) | (_, TypeRef::Nullable(_)) => rust,
        _ => Type::Optional(Box::new(rust)),
    })
}
