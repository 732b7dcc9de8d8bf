//! Sequences of values: which operations return one, and how a call requests it.
//!
//! The media type of a response shows that it is a sequence. The settings have been applied to the document, except for
//! those about requests and the end of a sequence.

mod check;
mod flag;
mod overview;
#[cfg(test)]
mod tests;

pub(crate) use check::check;
pub use flag::{Flag, Source};
pub use overview::Overview;
pub(super) use overview::overview;

use super::model::{Model, NamedOperation};
use super::settings;
use super::ty::Type;
use crate::ir::{MediaType, Method, RecordPart, Sequence};
use crate::options::{StreamOptions, Switch};

/// The end of server-sent events of most APIs. It is not JSON, so no value is lost.
const DONE: &str = "[DONE]";

/// The sequence of values that an operation returns.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream<'a> {
    /// The media type that a call requests.
    pub media_type: &'a str,
    /// How the body is divided.
    pub sequence: Sequence,
    /// The type of each value.
    pub value: Streamed<'a>,
    /// What is set in a request for a sequence.
    pub flag: Option<Flag<'a>>,
    /// Whether the flag is inferred from its name and type.
    pub source: Source,
    /// The data that ends the sequence.
    pub terminator: Option<&'a str>,
}

/// The values of a sequence.
#[derive(Clone, Debug, PartialEq)]
pub enum Streamed<'a> {
    /// Events with data of JSON.
    Events(Type<'a>),
    /// Events that are objects with their type and data.
    WholeEvents(Type<'a>),
    /// Events with text.
    Texts,
    /// Values of JSON.
    Values(Type<'a>),
}

/// The sequence that an operation returns, if it returns one.
pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Stream<'a>> {
    let setting = settings::of(&model.options.streams, operation.def);
    let options = match setting {
        Some(Switch::Off) => return None,
        Some(Switch::On(options)) => Some(options),
        None => None,
    };
    let media = media(operation, options)?;
    let sequence = media.range.sequence()?;
    let value = value(model, media, sequence);
    let (flag, source) = flag::flag(model, operation, options);
    Some(Stream {
        media_type: media.range.as_str(),
        sequence,
        flag,
        source,
        terminator: terminator(&value, options),
        value,
    })
}

/// The first sequence of a success; one with values comes before text.
fn media<'a>(
    operation: NamedOperation<'a>,
    options: Option<&StreamOptions>,
) -> Option<&'a MediaType> {
    if operation.def.method == Method::Head {
        return None;
    }
    let is_meant = |media: &&MediaType| {
        let range = &media.range;
        range.sequence().is_some() && options.is_none_or(|it| it.fits(range.as_str()))
    };
    let content = operation.def.successes().flat_map(|it| &it.content);
    content.filter(is_meant).min_by_key(|it| it.items.is_none())
}

fn value<'a>(model: &Model<'a>, media: &'a MediaType, sequence: Sequence) -> Streamed<'a> {
    let items = media.items.as_ref();
    let items = items.map(|items| (items.part, model.nullable(&items.ty)));
    match (sequence, items) {
        (Sequence::Events, Some((RecordPart::Data, ty))) => Streamed::Events(ty),
        (Sequence::Events, Some((RecordPart::Event, ty))) => Streamed::WholeEvents(ty),
        (Sequence::Events, None) => Streamed::Texts,
        (_, Some((_, ty))) => Streamed::Values(ty),
        (_, None) => Streamed::Values(Type::Json),
    }
}

fn terminator<'a>(value: &Streamed<'_>, options: Option<&'a StreamOptions>) -> Option<&'a str> {
    match options.and_then(|it| it.terminator.as_ref()) {
        Some(Switch::On(text)) => Some(text),
        Some(Switch::Off) => None,
        None => is_json_event(value).then_some(DONE),
    }
}

fn is_json_event(value: &Streamed<'_>) -> bool {
    matches!(value, Streamed::Events(_) | Streamed::WholeEvents(_))
}

impl<'a> Streamed<'a> {
    /// The type of JSON, if the values are JSON.
    #[must_use]
    pub fn json(&self) -> Option<&Type<'a>> {
        match self {
            Self::Events(ty) | Self::WholeEvents(ty) | Self::Values(ty) => Some(ty),
            Self::Texts => None,
        }
    }
}
