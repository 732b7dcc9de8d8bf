//! How a request tells which event it is about.

use std::collections::BTreeSet;

use crate::ir::{EnumValues, Literal, Property, Shape, Struct, TypeRef, Webhook};
use crate::plan::model::Model;
use crate::plan::plain::plain;

/// Where a request has the name of its event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<'a> {
    /// The header, in lower case.
    pub header: Option<String>,
    /// The property of the body.
    pub field: Option<&'a str>,
    /// Where that is known from.
    pub source: Source,
}

impl Selection<'_> {
    /// The header and the property, if they are inferred: ``header `x-event` and property `action` ``.
    #[must_use]
    pub fn inferred(&self) -> Option<String> {
        if self.source != Source::Inferred {
            return None;
        }
        let header = self.header.as_ref().map(|it| format!("header `{it}`"));
        let field = self.field.map(|it| format!("property `{it}`"));
        let both: Vec<_> = header.into_iter().chain(field).collect();
        Some(both.join(" and "))
    }
}

/// The origin of a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// There is one event.
    One,
    /// The settings.
    Settings,
    /// Names and types.
    Inferred,
    /// Nothing is known.
    Unknown,
}

/// Properties with the name of an event, in lower case and without symbols.
const FIELDS: &[&str] = &[
    "type",
    "event",
    "eventtype",
    "eventname",
    "kind",
    "topic",
    "action",
];

/// The last words of headers with the name of an event.
const HEADERS: &[&str] = &["event", "eventtype", "eventkey", "eventname", "topic"];

/// The property with the rest of a name that a header begins.
const ACTION: &str = "action";

/// The settings, or else a header that all requests have, or a constant property in all bodies.
pub(super) fn selection<'a>(model: &Model<'a>) -> Selection<'a> {
    let options = &model.options.webhooks;
    if options.header.is_some() || options.field.is_some() {
        return Selection {
            header: options.header.as_ref().map(|it| it.to_ascii_lowercase()),
            field: options.field.as_deref(),
            source: Source::Settings,
        };
    }
    let webhooks = &model.api.webhooks;
    let header = header(webhooks);
    let field = match &header {
        Some(_) => {
            let mut webhooks = webhooks.iter();
            let has_action = webhooks.any(|it| !values(model, it, ACTION).is_empty());
            has_action.then_some(ACTION)
        }
        None => field(model),
    };
    let source = match (&header, field) {
        (None, None) if webhooks.len() == 1 => Source::One,
        (None, None) => Source::Unknown,
        _ => Source::Inferred,
    };
    Selection {
        header,
        field,
        source,
    }
}

/// The names of an event in requests: the values of the property, and the name of the webhook.
pub(super) fn names(
    model: &Model<'_>,
    webhook: &Webhook,
    selection: &Selection<'_>,
) -> Vec<String> {
    let mut names = vec![plain(&webhook.name)];
    if let (None, Some(field)) = (&selection.header, selection.field) {
        names.extend(values(model, webhook, field).iter().map(|it| plain(it)));
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// The header that all requests have, if its name is that of a header with events.
fn header(webhooks: &[Webhook]) -> Option<String> {
    let (first, others) = webhooks.split_first()?;
    let is_event = |name: &&String| HEADERS.iter().any(|it| plain(name).ends_with(it));
    let mut headers = first.headers.iter().filter(is_event);
    let has = |webhook: &Webhook, name: &str| {
        let mut headers = webhook.headers.iter();
        headers.any(|it| it.eq_ignore_ascii_case(name))
    };
    let header = headers.find(|name| others.iter().all(|it| has(it, name)))?;
    Some(header.to_ascii_lowercase())
}

/// The property that has a value of its own in each body.
fn field<'a>(model: &Model<'a>) -> Option<&'a str> {
    let webhooks = &model.api.webhooks;
    let [first, _, ..] = webhooks.as_slice() else {
        return None;
    };
    let Some(Shape::Struct(object)) = model.shape(&first.ty) else {
        return None;
    };
    let is_distinct = |name: &&str| {
        let mut seen = BTreeSet::new();
        webhooks.iter().all(|webhook| {
            let values = values(model, webhook, name);
            !values.is_empty() && values.into_iter().all(|it| seen.insert(it))
        })
    };
    let properties = || object.properties.iter().map(|it| it.name.as_str());
    let constants = || object.constants.iter().map(|it| it.name.as_str());
    let names = || properties().chain(constants());
    let usual = FIELDS.iter();
    let mut usual = usual.flat_map(|usual| names().filter(move |name| plain(name) == *usual));
    usual.find(is_distinct)
}

/// The only values of a property in the body of a request.
fn values(model: &Model<'_>, webhook: &Webhook, name: &str) -> Vec<String> {
    let Some(Shape::Struct(object)) = model.shape(&webhook.ty) else {
        return Vec::new();
    };
    if let Some(constant) = constant(object, name) {
        return vec![constant];
    }
    let mut properties = object.properties.iter();
    let property = properties.find(|property| property.name == name);
    property.map(|it| listed(model, it)).unwrap_or_default()
}

fn constant(object: &Struct, name: &str) -> Option<String> {
    let mut constants = object.constants.iter();
    match &constants.find(|it| it.name == name)?.value {
        Literal::String(text) => Some(text.clone()),
        _ => None,
    }
}

fn listed(model: &Model<'_>, property: &Property) -> Vec<String> {
    let ty: &TypeRef = match &property.ty {
        TypeRef::Nullable(ty) => ty,
        ty => ty,
    };
    match model.shape(ty) {
        Some(Shape::Enum(values)) => match &values.values {
            EnumValues::Strings(values) => values.iter().map(|it| it.value.clone()).collect(),
            EnumValues::Integers(..) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
