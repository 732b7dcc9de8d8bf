//! All pages of a list, one item on each line.

use serde_json::Value;

use super::failure::Failure;
use super::output::Output;
use super::table::{list, text, texts};
use crate::call::Call;
use crate::net::reply::Reply;
use crate::paging::counted::Size;
use crate::paging::look::Path;
use crate::paging::pages::{Look, Pages};
use crate::paging::table::{More, Next};
use crate::paging::{
    Cursor, LastItem, NextLink, NextUrl, Offset, PageNumber, Paging, flag, last, links, present,
};
use crate::wire::DecodeError;

/// Sends the requests of all pages, and prints the items.
///
/// # Errors
///
/// If a request or the output fails, or the pages repeat.
pub(crate) async fn print(
    call: Box<Call>,
    declared: &'static Value,
    output: &mut Output,
) -> Result<(), Failure> {
    let paging = paging(declared);
    let mut pages = Pages::new(call, paging, body);
    loop {
        let page = pages.try_next().await;
        let Some(page) = page.map_err(|error| Failure::later(&error))? else {
            return output.finish();
        };
        for body in page.items() {
            items(paging, body).try_for_each(|item| output.item(item))?;
        }
    }
}

/// The items of a page.
pub(crate) fn items<'v>(paging: &Paging, body: &'v Value) -> impl Iterator<Item = &'v Value> {
    let mut keys = paging.items.iter();
    let list = keys.try_fold(body, |it, key| it.get(key));
    list.and_then(Value::as_array).into_iter().flatten()
}

/// The whole body of a page, from which the items are taken without copies.
pub(crate) fn body(reply: &Reply, look: Look<'_>) -> Result<Vec<Value>, DecodeError> {
    let body: Value = reply.read_any()?;
    look(&body);
    Ok(vec![body])
}

/// The pages of a command, which are kept until the program ends.
pub(crate) fn paging(declared: &'static Value) -> &'static Paging {
    Box::leak(Box::new(Paging {
        items: path(declared, "items"),
        next: next(declared),
        more: more(list(declared, "more")),
        total: some_path(declared, "total"),
    }))
}

fn next(declared: &'static Value) -> &'static dyn Next {
    let parameter = text(declared, "parameter").unwrap_or_default();
    let first = declared.get("first").and_then(Value::as_u64);
    let first = first.unwrap_or_default();
    let size = declared.get("size").map(size);
    match text(declared, "next").unwrap_or_default() {
        "link" => &NextLink,
        "url" => Box::leak(Box::new(NextUrl {
            url: path(declared, "path"),
        })),
        "cursor" => Box::leak(Box::new(Cursor {
            parameter,
            token: path(declared, "path"),
        })),
        "last-item" => Box::leak(Box::new(LastItem {
            parameter,
            key: path(declared, "path"),
        })),
        "offset" => Box::leak(Box::new(Offset {
            parameter,
            first,
            size,
        })),
        _ => Box::leak(Box::new(PageNumber {
            parameter,
            first,
            size,
            pages: some_path(declared, "pages"),
        })),
    }
}

fn size(declared: &'static Value) -> Size {
    Size {
        parameter: text(declared, "parameter").unwrap_or_default(),
        default: declared.get("default").and_then(Value::as_u64),
        max: declared.get("max").and_then(Value::as_u64),
    }
}

/// The value that tells whether there is another page: its kind, and the keys that lead to it.
fn more(declared: &'static [Value]) -> Option<More> {
    let keys = declared.get(1)?.as_array()?.iter();
    let path = leaked(keys.filter_map(Value::as_str));
    Some(match declared.first()?.as_str()? {
        "flag" => flag(path),
        "last" => last(path),
        "present" => present(path),
        _ => links(path),
    })
}

fn some_path(declared: &'static Value, key: &str) -> Option<Path> {
    declared.get(key).map(|_| path(declared, key))
}

fn path(declared: &'static Value, key: &str) -> Path {
    leaked(texts(declared, key))
}

fn leaked(keys: impl Iterator<Item = &'static str>) -> Path {
    Box::leak(keys.collect::<Vec<_>>().into_boxed_slice())
}
