//! The requests and reads that can follow a response: further pages, polls, and the values of a sequence.

use serde::Serialize;

use crate::ir;
use crate::plan::model::{Model, NamedOperation};
use crate::plan::paging::{self, More, Next, Size};
use crate::plan::streaming::{self, Flag};
use crate::plan::waiting::{self, Goal, Place, Start, Value, Waiter};

/// The requests and reads that can follow the response to a request.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Following<'a> {
    /// Its pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Pages<'a>>,
    /// Its polls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait: Option<Polling<'a>>,
    /// Its values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Sequence<'a>>,
}

/// How the list is divided into pages.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pages<'a> {
    /// The keys that lead to the list.
    pub items: Vec<&'a str>,
    /// How the next page is requested.
    pub next: &'static str,
    /// The parameter with the place of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<&'a str>,
    /// The keys that lead to the place of the next page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Vec<&'a str>>,
    /// The number of the first page, or the position of the first item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,
    /// The parameter with the number of items on a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<PageSize<'a>>,
    /// The keys that lead to the number of pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Vec<&'a str>>,
    /// The value that tells whether there is another page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<(&'static str, Vec<&'a str>)>,
    /// The number of items on all pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Vec<&'a str>>,
}

/// The parameter with the number of items on a page.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PageSize<'a> {
    /// The parameter.
    pub parameter: &'a str,
    /// The number if the parameter is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<u64>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u64>,
}

/// How to wait for the end of work.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Polling<'a> {
    /// The id of the operation that polls.
    pub operation: &'a str,
    /// Its arguments: parameters of the operation that starts the work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<(&'a str, &'a str)>,
    /// Its arguments: places in the response of the operation that starts the work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub response: Vec<(&'a str, Vec<PlaceOf<'a>>)>,
    /// The list whose items have the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<&'a str>,
    /// The state.
    pub state: Vec<PlaceOf<'a>>,
    /// The reason of a failure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reason: Vec<PlaceOf<'a>>,
    /// The states of success.
    pub success: &'a [String],
    /// The states of failure.
    pub failure: &'a [String],
    /// The states of a resource that is deleted, if the end of the wait is its deletion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<&'a [String]>,
    /// The pause between polls, in seconds.
    pub interval: u64,
    /// The time limit, in seconds.
    pub at_most: u64,
}

/// A JSON Pointer, with the property and the value that select the variant of a union.
pub type PlaceOf<'a> = (String, Option<(&'a str, &'a str)>);

/// A sequence of values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sequence<'a> {
    /// The media type that a call requests.
    pub accept: &'a str,
    /// How the body is divided.
    pub framing: &'static str,
    /// The parameter that is set in a request for a sequence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<&'a str>,
    /// The property of the body that is set in a request for a sequence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property: Option<&'a str>,
    /// The data that ends the sequence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terminator: Option<&'a str>,
}

pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Following<'a> {
    Following {
        pages: paging::plan(model, operation).map(pages),
        wait: polling(model, operation),
        stream: streaming::plan(model, operation).as_ref().map(sequence),
    }
}

fn pages(pages: paging::Pages<'_>) -> Pages<'_> {
    let usual = Pages {
        items: pages.items.iter().map(|step| step.key).collect(),
        more: pages.more.map(more),
        total: pages.total,
        ..Pages::default()
    };
    match pages.next {
        Next::Number {
            parameter,
            first,
            size,
            pages,
        } => Pages {
            next: "number",
            parameter: Some(parameter),
            first: Some(first),
            size: size.map(self::size),
            pages,
            ..usual
        },
        Next::Offset {
            parameter,
            first,
            size,
        } => Pages {
            next: "offset",
            parameter: Some(parameter),
            first: Some(first),
            size: size.map(self::size),
            ..usual
        },
        Next::Cursor(parameter, path) => at("cursor", Some(parameter), path, usual),
        Next::LastItem(parameter, path) => at("last-item", Some(parameter), path, usual),
        Next::Url(path) => at("url", None, path, usual),
        Next::Link => Pages {
            next: "link",
            ..usual
        },
    }
}

fn at<'a>(
    next: &'static str,
    parameter: Option<&'a str>,
    path: Vec<&'a str>,
    usual: Pages<'a>,
) -> Pages<'a> {
    Pages {
        next,
        parameter,
        path: Some(path),
        ..usual
    }
}

fn size(size: Size<'_>) -> PageSize<'_> {
    PageSize {
        parameter: size.parameter,
        default: size.default,
        max: size.max,
    }
}

fn more(more: More<'_>) -> (&'static str, Vec<&str>) {
    match more {
        More::Flag(path) => ("flag", path),
        More::Last(path) => ("last", path),
        More::Present(path) => ("present", path),
        More::Links(path) => ("links", path),
    }
}

/// The poll after an operation that starts work, or the repetition of an operation that polls.
fn polling<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Polling<'a>> {
    let waiting = waiting::plan(model, operation);
    if let Some(start) = waiting.start {
        let mut polls = model.operations().filter(|it| it.def.id == start.poll.id);
        let waiter = polls.find_map(|it| waiting::plan(model, it).waiter)?;
        return Some(after(&waiter, start));
    }
    let same = |parameter: &'a ir::Parameter| (parameter.name.as_str(), parameter.name.as_str());
    let parameters = operation.def.parameters.iter().map(same);
    let waiter = waiting.waiter?;
    Some(Polling {
        parameters: parameters.collect(),
        ..of(&waiter, &operation.def.id)
    })
}

fn after<'a>(waiter: &Waiter<'a>, start: Start<'a>) -> Polling<'a> {
    let mut polling = of(waiter, start.poll.id);
    for argument in start.arguments {
        match argument.value {
            Value::Parameter(name) => polling.parameters.push((argument.parameter, name)),
            Value::Response(found) => {
                let found = found.into_iter().map(place).collect();
                polling.response.push((argument.parameter, found));
            }
        }
    }
    let deleted = waiter_states(waiter);
    Polling {
        deleted: (start.goal == Goal::Deleted).then_some(deleted),
        ..polling
    }
}

fn of<'a>(waiter: &Waiter<'a>, operation: &'a str) -> Polling<'a> {
    Polling {
        operation,
        parameters: Vec::new(),
        response: Vec::new(),
        items: waiter.items,
        state: waiter.state.iter().cloned().map(place).collect(),
        reason: waiter.reason.iter().cloned().map(place).collect(),
        success: waiter.success,
        failure: waiter.failure,
        deleted: None,
        interval: waiter.interval,
        at_most: waiter.at_most,
    }
}

fn waiter_states<'a>(waiter: &Waiter<'a>) -> &'a [String] {
    match waiter.deletable {
        waiting::Deletable::No => &[],
        waiting::Deletable::Yes(states) => states,
    }
}

fn place(place: Place<'_>) -> PlaceOf<'_> {
    (place.pointer, place.variant)
}

fn sequence<'a>(stream: &streaming::Stream<'a>) -> Sequence<'a> {
    Sequence {
        accept: stream.media_type,
        framing: match stream.sequence {
            ir::Sequence::Events => "events",
            ir::Sequence::Lines => "lines",
            ir::Sequence::Texts => "texts",
        },
        parameter: match stream.flag {
            Some(Flag::Parameter(name)) => Some(name),
            Some(Flag::Property(_)) | None => None,
        },
        property: match stream.flag {
            Some(Flag::Property(name)) => Some(name),
            Some(Flag::Parameter(_)) | None => None,
        },
        terminator: stream.terminator,
    }
}
