//! The items of the module `api`.

use super::super::spell;
use super::super::surface::{Fact, Item, Kind};
use super::places::{Places, condition};
use crate::ir::Location;
use crate::plan::operation::{
    Alternatives, Attribute, Envelope, Failure, Operation, Outcomes, Row, Sent, SetBody,
    SetParameter, Setter, Target, Written,
};
use crate::plan::streaming::Streamed;
use crate::plan::waiting::{Deletable, Goal};
use crate::plan::{Argument, Group};

pub(super) fn group(group: &Group<'_>, places: &Places<'_>) -> Vec<Item> {
    let when = condition(&group.condition);
    let name = format!("api::{}", group.handle);
    let signature = format!("fn {}(&self) -> {}", group.module, group.handle);
    let handle = Item::new(Kind::Group, name, "", signature)
        .with(Fact::Accessor, group.module)
        .with_some(Fact::When, when);
    let mut items = vec![handle];
    for operation in &group.operations {
        items.push(method(group, operation, places));
        let place = places.at(operation.origin);
        let outcomes = match &operation.failure {
            Some(Failure::ByStatus(outcomes)) => Some(outcomes),
            Some(Failure::Body(..)) | None => None,
        };
        let outcomes = operation.success.iter().chain(outcomes);
        items.extend(outcomes.map(|it| self::outcomes(it, &place)));
        let alternatives = operation.alternatives.iter();
        items.extend(alternatives.map(|it| self::alternatives(it, &place)));
    }
    items
}

fn method(group: &Group<'_>, operation: &Operation<'_>, places: &Places<'_>) -> Item {
    let origin = places.at(operation.origin);
    let name = format!("api::{}::{}", group.handle, operation.ident);
    let mut item = described(Item::new(Kind::Operation, name, &*origin, ""), operation);
    let mut rows = vec![false; operation.parameters.len()];
    for set in &operation.arguments {
        let member = parameter(Kind::Argument, set, operation, &mut rows, places);
        item.members.push(member);
    }
    let body = operation.body.iter();
    let body = body.map(|it| self::body(Kind::Argument, it, operation, &mut rows, places));
    item.members.extend(body);
    let arguments = item.members.iter();
    let arguments: Vec<_> = arguments
        .map(|it| format!(", {}", it.declaration()))
        .collect();
    let (ident, builder) = (operation.ident, operation.builder);
    item.signature = format!("fn {ident}(&self{}) -> {builder}", arguments.concat());
    for setter in &operation.setters {
        let member = match setter {
            Setter::Parameter(_, deprecated, set) => {
                let deprecated = deprecated.as_ref().map(|_| "yes");
                parameter(Kind::Setter, set, operation, &mut rows, places)
                    .with_some(Fact::Deprecated, deprecated)
            }
            Setter::Body(_, set) => body_setter(set, operation, &mut rows, places),
            Setter::OtherBody(_) => {
                let signature = "fn with_body(self, &str, impl Into<bytes::Bytes>) -> Self";
                Item::new(Kind::Method, "with_body", &*origin, signature)
            }
            Setter::SendAs(_) => {
                let signature = "async fn send_as(self, &str) -> Response<bytes::Bytes>";
                Item::new(Kind::Method, "send_as", &*origin, signature)
            }
        };
        item.members.push(member);
    }
    let rest = operation.parameters.iter().zip(rows);
    let rest = rest.filter(|(_, is_set)| !is_set);
    item.members.extend(rest.map(|(row, _)| {
        let signature = row.to_string();
        described_row(Item::new(Kind::Implied, row.name, &*origin, signature), row)
    }));
    item.members.extend(methods(operation, &origin));
    item
}

/// The facts about an operation.
fn described(item: Item, operation: &Operation<'_>) -> Item {
    let security = operation.security.iter();
    let security: Vec<_> = security.map(ToString::to_string).collect();
    let security = (!security.is_empty()).then(|| security.join(" | "));
    let envelope = match operation.envelope {
        Envelope::None => None,
        Envelope::Requested => Some("requested"),
    };
    let failure = operation.failure.as_ref().map(|failure| match failure {
        Failure::Body(ty, _) => spell::ty(ty),
        Failure::ByStatus(outcomes) => format!("api::{}", outcomes.ident),
    });
    let statuses = match &operation.failure {
        Some(Failure::Body(_, spans)) => Some(format!("{spans:?}")),
        _ => None,
    };
    let waiting = operation.waiting.to_string();
    let request = format!("{} {}", operation.method.as_str(), operation.path);
    item.with(Fact::Builder, operation.builder)
        .with_some(Fact::Named, operation.required.as_ref().map(|it| it.ident))
        .with(Fact::Id, &*operation.id)
        .with(Fact::Request, request)
        .with(Fact::Result, spell::payload(&operation.payload))
        .with_some(Fact::Reads, spell::reading(&operation.payload))
        .with_some(Fact::Failure, failure)
        .with_some(Fact::Statuses, statuses)
        .with(Fact::Sends, sends(operation))
        .with_some(Fact::ContentType, operation.content_type)
        .with_some(Fact::Accept, operation.accept.as_deref())
        .with_some(Fact::Envelope, envelope)
        .with_some(Fact::Security, security)
        .with_some(Fact::Url, operation.server.as_deref())
        .with_some(
            Fact::Redirects,
            operation.redirects.map(|it| format!("{it:?}")),
        )
        .with_some(Fact::IdempotencyKey, operation.idempotency_key.as_deref())
        .with_some(
            Fact::Deprecated,
            operation.deprecated.as_ref().map(|_| "yes"),
        )
        .with_some(
            Fact::Paging,
            operation
                .pages
                .as_ref()
                .map(|it| without_source(&it.to_string())),
        )
        .with_some(
            Fact::Waiting,
            (!waiting.is_empty()).then(|| without_source(waiting.trim())),
        )
        .with_some(
            Fact::Streaming,
            operation.stream.as_ref().map(ToString::to_string),
        )
}

/// The text of a plan item without the reason why the item exists, which users do not see.
fn without_source(text: &str) -> String {
    let (before, _) = text.rsplit_once(" (").unwrap_or((text, ""));
    before.to_owned()
}

fn sends(operation: &Operation<'_>) -> String {
    match &operation.sent {
        Sent::Nothing => "()".to_owned(),
        Sent::Value(ty) => spell::ty(ty),
        Sent::Bytes => "bytes::Bytes".to_owned(),
    }
}

/// The position of the description of a parameter.
fn position(operation: &Operation<'_>, target: &Target<'_>) -> Option<usize> {
    let mut rows = operation.parameters.iter();
    target
        .position
        .or_else(|| rows.position(|row| row.name == target.name))
}

fn parameter(
    kind: Kind,
    set: &SetParameter<'_>,
    operation: &Operation<'_>,
    rows: &mut [bool],
    places: &Places<'_>,
) -> Item {
    let place = places.at(set.target.origin);
    let width = match &set.argument {
        Argument::Integer(width) => Some(spell::integer(*width)),
        _ => None,
    };
    let item = Item::new(kind, set.ident, place, spell::argument(&set.argument))
        .with_some(Fact::Width, width);
    let Some(at) = position(operation, &set.target) else {
        return item;
    };
    rows[at] = true;
    let item = described_row(item, &operation.parameters[at]);
    match operation.path.find(&format!("{{{}}}", set.target.name)) {
        Some(found) if operation.parameters[at].location == Location::Path => {
            // The position identifies the parameter, whose name is not sent.
            let position = operation.path[..found].matches('{').count();
            item.with(Fact::Parameter, format!("path {position}"))
        }
        _ => item,
    }
}

fn described_row(item: Item, row: &Row<'_>) -> Item {
    let location = format!("{:?}", row.location).to_lowercase();
    let style = row.attributes.iter().filter_map(|it| match it {
        Attribute::Style(style) => Some(format!("{style:?}")),
        Attribute::Explode(explode) => Some(if *explode { "exploded" } else { "joined" }.into()),
        Attribute::Reserved => Some("reserved".to_owned()),
        Attribute::Required | Attribute::Default(_) | Attribute::JsonDefault(_) => None,
    });
    let style: Vec<_> = style.collect();
    let implied = row.attributes.iter().find_map(|it| match it {
        Attribute::Default(value) | Attribute::JsonDefault(value) => Some(*value),
        _ => None,
    });
    let style = (!style.is_empty()).then(|| style.join(" "));
    item.with(Fact::Parameter, format!("{location} {}", row.name))
        .with_some(Fact::Style, style)
        .with_some(Fact::Implied, implied)
}

fn body_setter(
    set: &SetBody<'_>,
    operation: &Operation<'_>,
    rows: &mut [bool],
    places: &Places<'_>,
) -> Item {
    body(Kind::Setter, set, operation, rows, places)
}

fn body(
    kind: Kind,
    set: &SetBody<'_>,
    operation: &Operation<'_>,
    rows: &mut [bool],
    places: &Places<'_>,
) -> Item {
    let written = match &set.written {
        Written::Alternatives(_) => "by media type".to_owned(),
        Written::Raw => "bytes".to_owned(),
        Written::Value { format, tag, .. } => {
            let at = tag.as_ref().and_then(|tag| position(operation, tag));
            let tag = at.map(|at| {
                rows[at] = true;
                let row = &operation.parameters[at];
                format!(", its tag to {row}")
            });
            format!("{format}{}", tag.unwrap_or_default())
        }
    };
    let place = places.at(set.origin);
    Item::new(kind, set.ident, place, spell::argument(&set.argument)).with(Fact::Writes, written)
}

/// The methods of a builder that macros declare.
fn methods(operation: &Operation<'_>, origin: &str) -> Vec<Item> {
    let mut all = Vec::new();
    let mut add = |name: &str, signature: String| {
        all.push(Item::new(Kind::Method, name, origin, signature));
    };
    if let Some(pages) = &operation.pages {
        let item = spell::ty(&pages.item);
        add("pages", format!("fn pages(self) -> Pages<{item}>"));
        add("items", format!("fn items(self) -> Items<{item}>"));
    }
    let wait = |name: &str, result: &str| {
        format!("async fn {name}(self, wait: Wait) -> Response<{result}>")
    };
    let waiting = &operation.waiting;
    if let Some(waiter) = &waiting.waiter {
        let name = "wait_until_done";
        add(name, wait(name, &spell::ty(&waiter.polled.ty())));
        if let Deletable::Yes(_) = waiter.deletable {
            let name = "wait_until_deleted";
            add(name, wait(name, "()"));
        }
    }
    let name = "send_and_wait";
    if let Some(start) = &waiting.start {
        let result = match start.goal {
            Goal::Done => spell::ty(&start.poll.polled.ty()),
            Goal::Deleted => "()".to_owned(),
        };
        add(name, wait(name, &result));
    }
    if let Some(work) = &waiting.work {
        add(name, wait(name, &spell::payload(&work.result)));
    }
    if let Some(stream) = &operation.stream {
        let value = match &stream.value {
            Streamed::Events(data) | Streamed::WholeEvents(data) => {
                format!("Event<{}>", spell::ty(data))
            }
            Streamed::Texts => "Event<String>".to_owned(),
            Streamed::Values(value) => spell::ty(value),
        };
        let signature = format!("async fn send_events(self) -> Events<{value}>");
        add("send_events", signature);
    }
    all
}

fn outcomes(outcomes: &Outcomes<'_>, place: &str) -> Item {
    let name = format!("api::{}", outcomes.ident);
    let signature = format!("enum {}", outcomes.ident);
    let mut item = Item::new(Kind::Outcomes, name, place, signature);
    item.members.extend(outcomes.variants.iter().map(|variant| {
        let payload = variant.payload.as_ref();
        let signature = payload.map(|it| spell::ty(&it.ty())).unwrap_or_default();
        let reads = payload.and_then(spell::reading);
        Item::new(Kind::Variant, variant.ident, place, signature)
            .with(Fact::Statuses, format!("{:?}", variant.statuses))
            .with_some(Fact::Reads, reads)
    }));
    if outcomes.rest.is_some() {
        let rest = Item::new(Kind::Variant, "Unknown", place, "UnknownResponse");
        item.members.push(rest);
    }
    item
}

fn alternatives(item: &Alternatives<'_>, place: &str) -> Item {
    let name = format!("api::{}", item.ident);
    let mut all = Item::new(
        Kind::Alternatives,
        name,
        place,
        format!("enum {}", item.ident),
    );
    for variant in &item.variants {
        let payload = spell::ty(&variant.ty);
        let written = variant.range.unwrap_or_default();
        let written = format!("{} {written}", variant.format);
        let member = Item::new(Kind::Variant, variant.ident, place, &*payload);
        all.members.push(member.with(Fact::Writes, written.trim()));
        if variant.conversion != crate::analyze::Conversion::None {
            let name = format!("From<{payload}>");
            all.members
                .push(Item::new(Kind::From, name, place, payload));
        }
    }
    all
}
