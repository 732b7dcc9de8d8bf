//! Lists that the server divides into pages, on tables as the emitter writes them.

mod counted;
mod limits;
mod link_header;
mod resume;
mod tokens;
mod urls;

use http::Method;

use super::script::{Answer, Script, with_body};
use crate::call::{self, Call, Operation};
use crate::paging::{
    Cursor, LastItem, NextLink, NextUrl, Offset, PageNumber, Paging, counted::Size, flag, last,
    links, paged, present,
};
use crate::{Client, Error, Items, Pages, Retry, wire};

#[derive(Clone, Default)]
pub(super) struct Thing {
    pub(super) id: Option<String>,
}
wire::object!(Thing { id: "id" });

#[derive(Clone, Default)]
struct Meta {
    next: Option<String>,
    total: Option<i64>,
    pages: Option<i64>,
}
wire::object!(Meta {
    next: "next",
    total: "total",
    pages: "pages",
});

#[derive(Clone, Default)]
struct Link {
    rel: Option<String>,
}
wire::object!(Link { rel: "rel" });

#[derive(Clone, Default)]
struct Things {
    data: Option<Vec<Thing>>,
    meta: Option<Meta>,
    more: Option<bool>,
    links: Vec<Link>,
}
wire::object!(Things {
    data: "data",
    meta: "meta",
    more: "more",
    links: "links",
});

static LIST: Operation = Operation {
    id: "listThings",
    method: Method::GET,
    path: "/things",
    parameters: &[
        &call::query("page"),
        &call::query("size"),
        &call::query("offset"),
        &call::query("after"),
    ],
    content_type: None,
    accept: None,
    security: &[&["ServiceAccounts"]],
    envelope: None,
};

const SIZE: Size = Size {
    parameter: "size",
    default: Some(2),
    max: Some(10),
};

/// A list of things with one way to the next page.
macro_rules! lists {
    ($($name:ident: $next:expr, $more:expr;)*) => {$(
        #[derive(Clone)]
        struct $name {
            call: Box<Call>,
        }

        impl $name {
            fn of(script: &Script) -> Self {
                Self::with(&script.client(Retry::off()))
            }

            fn with(client: &Client) -> Self {
                Self { call: Call::new(client, &LIST) }
            }

            fn set(mut self, name: &str, value: i64) -> Self {
                self.call.set(name, &value);
                self
            }
        }

        paged!($name: Things => Thing, body => body.data, Paging {
            items: &["data"],
            next: &$next,
            more: $more,
            total: Some(&["meta", "total"]),
        });
    )*};
}

lists! {
    ByNumber: PageNumber { parameter: "page", first: 1, size: Some(SIZE), pages: Some(&["meta", "pages"]) }, None;
    ByLinks: PageNumber { parameter: "page", first: 0, size: None, pages: None }, Some(links(&["links"]));
    ByOffset: Offset { parameter: "offset", first: 0, size: Some(SIZE) }, Some(flag(&["more"]));
    ByCursor: Cursor { parameter: "after", token: &["meta", "next"] }, None;
    ByLast: LastItem { parameter: "after", key: &["id"] }, Some(flag(&["more"]));
    ByUrl: NextUrl { url: &["meta", "next"] }, None;
    ByHeader: NextLink, None;
    UntilLast: PageNumber { parameter: "page", first: 1, size: None, pages: None }, Some(last(&["more"]));
    WhilePresent: PageNumber { parameter: "page", first: 1, size: None, pages: None }, Some(present(&["meta", "next"]));
}

/// The pages of a list by number.
pub(super) fn numbered(client: &Client) -> Pages<Thing> {
    ByNumber::with(client).pages()
}

/// The paths and queries of all requests.
fn targets(script: &Script) -> Vec<String> {
    let requests = script.requests();
    let targets = requests.iter().map(|request| {
        let uri = request.uri().path_and_query();
        uri.map(ToString::to_string).unwrap_or_default()
    });
    targets.collect()
}

fn script(bodies: &[&'static str]) -> Script {
    let answers: Vec<Answer> = bodies.iter().map(|body| with_body(200, body)).collect();
    Script::new(answers)
}

/// The ids of all items, separated by spaces.
async fn ids(items: Items<Thing>) -> Result<String, Error> {
    let things = items.into_vec().await?;
    let ids: Vec<_> = things.into_iter().filter_map(|thing| thing.id).collect();
    Ok(ids.join(" "))
}
