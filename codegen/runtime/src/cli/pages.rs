//! All pages of a list, one item on each line.

use http::HeaderMap;
use serde_json::Value;

use super::failure::{Class, Failure};
use super::output::Output;
use super::table::{list, text, texts};
use crate::call::{Call, given};
use crate::error::call_error::Error;
use crate::net::reply::Reply;

/// The pages of a command.
pub(crate) struct Pages {
    pub(crate) pages: &'static Value,
    pub(crate) flags: &'static [Value],
}

/// The place of the next page.
enum Next {
    Parameter(Value),
    Url(String),
}

/// The pages so far.
#[derive(Clone, Copy)]
struct Seen {
    items: u64,
    /// Whether the last page has fewer items than a full one.
    is_short: bool,
}

impl Pages {
    /// Sends the requests of all pages, and prints the items.
    ///
    /// # Errors
    ///
    /// If a request or the output fails, or the pages repeat.
    pub(crate) async fn print(
        &self,
        mut call: Box<Call>,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let failed = |error: Error| Failure::call(&error);
        let mut places: Vec<Value> = Vec::new();
        let mut before = 0;
        let mut place = self.parameter().and_then(|it| given::value(&call, it));
        loop {
            let response = call.clone().send_for_response(Reply::read_any::<Value>);
            let response = response.await.map_err(failed)?;
            let body = response.body();
            let items = self.items(body);
            items.iter().try_for_each(|item| output.item(item))?;
            before += items.len();
            let seen = Seen {
                items: u64::try_from(before).unwrap_or(u64::MAX),
                is_short: self.is_short(&call, items.len()),
            };
            let Some(next) = self.next(body, response.headers(), place.as_ref(), seen) else {
                return Ok(());
            };
            let shown = match &next {
                Next::Parameter(value) => value.clone(),
                Next::Url(url) => Value::from(url.as_str()),
            };
            if places.contains(&shown) {
                let message = "the pages repeat: a page refers to itself or to an earlier one";
                return Err(Failure::new(Class::Other, message));
            }
            places.push(shown);
            match next {
                Next::Parameter(value) => {
                    if let Some(index) = self.parameter() {
                        given::parameter(&mut call, index, value.clone(), false);
                    }
                    place = Some(value);
                }
                Next::Url(url) => given::replace_query(&mut call, &url).map_err(Failure::usage)?,
            }
        }
    }

    /// The position of the parameter with the place of a page.
    fn parameter(&self) -> Option<usize> {
        self.index(text(self.pages, "parameter")?)
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.flags
            .iter()
            .position(|flag| text(flag, "name") == Some(name))
    }

    fn items<'v>(&self, body: &'v Value) -> &'v [Value] {
        let list = follow(body, texts(self.pages, "items"));
        list.and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The place of the page after this one, if there is one.
    fn next(
        &self,
        body: &Value,
        headers: &HeaderMap,
        place: Option<&Value>,
        seen: Seen,
    ) -> Option<Next> {
        let items = self.items(body);
        let path = || texts(self.pages, "path");
        match text(self.pages, "next")? {
            "link" => link(headers).map(Next::Url),
            "url" => Some(Next::Url(follow(body, path())?.as_str()?.to_owned())),
            _ if self.more(body) == Some(false) || items.is_empty() => None,
            "cursor" => {
                let value = follow(body, path())?;
                let is_empty = value.is_null() || value.as_str() == Some("");
                (!is_empty).then(|| Next::Parameter(value.clone()))
            }
            "last-item" => {
                let value = follow(items.last()?, path())?;
                (!seen.is_short).then(|| Next::Parameter(value.clone()))
            }
            kind => {
                let first = self
                    .pages
                    .get("first")
                    .and_then(Value::as_u64)
                    .unwrap_or_default();
                let current = place.and_then(number).unwrap_or(first);
                if self.is_last(body, current.saturating_sub(first), seen) {
                    return None;
                }
                let count = u64::try_from(items.len()).unwrap_or_default();
                let step = if kind == "offset" { count } else { 1 };
                Some(Next::Parameter(current.saturating_add(step).into()))
            }
        }
    }

    /// Whether a page is the last one, by what the response or the document tells about their number.
    fn is_last(&self, body: &Value, number: u64, seen: Seen) -> bool {
        let at = |key: &str| {
            let path = self.pages.get(key).map(|_| texts(self.pages, key))?;
            follow(body, path)?.as_u64()
        };
        if self.more(body) == Some(true) {
            return false;
        }
        if let Some(pages) = at("pages") {
            return number.saturating_add(1) >= pages;
        }
        if let Some(total) = at("total") {
            return seen.items >= total;
        }
        seen.is_short
    }

    /// Whether a page has fewer items than a full one, which a request or the document gives the size of.
    fn is_short(&self, call: &Call, count: usize) -> bool {
        let Some(size) = self.pages.get("size") else {
            return false;
        };
        let index = text(size, "parameter").and_then(|it| self.index(it));
        let limit = size.get("max").and_then(Value::as_u64);
        let full = match index.and_then(|index| given::value(call, index)) {
            // A server may reduce a number that is greater than it allows.
            Some(own) => number(&own).filter(|own| limit.is_some_and(|limit| *own <= limit)),
            None => size.get("default").and_then(Value::as_u64),
        };
        full.is_some_and(|full| u64::try_from(count).is_ok_and(|count| count < full))
    }

    /// Whether the response says that there is another page.
    fn more(&self, body: &Value) -> Option<bool> {
        let more = list(self.pages, "more");
        let (kind, path) = (more.first()?.as_str()?, more.get(1)?.as_array()?);
        let value = follow(body, path.iter().filter_map(Value::as_str));
        match kind {
            "flag" => value?.as_bool(),
            "last" => value?.as_bool().map(|is_last| !is_last),
            "present" => Some(value.is_some_and(|it| !it.is_null() && it.as_str() != Some(""))),
            _ => {
                let links = value.and_then(Value::as_array).into_iter().flatten();
                let mut relations = links.filter_map(|link| link.get("rel")?.as_str());
                Some(relations.any(|relation| relation == "next"))
            }
        }
    }
}

/// The value at some keys.
fn follow(value: &Value, keys: impl Iterator<Item = &'static str>) -> Option<&Value> {
    keys.into_iter()
        .try_fold(value, |value, key| value.get(key))
}

/// A whole number, which a parameter may have as text.
fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

/// The URL of the next page in a `Link` header (RFC 8288).
fn link(headers: &HeaderMap) -> Option<String> {
    let links = headers
        .get_all("link")
        .into_iter()
        .filter_map(|it| it.to_str().ok());
    let mut links = links.flat_map(|it| it.split(",<").map(|it| it.trim_start_matches([' ', ','])));
    let next = links.find(|it| it.contains("rel=\"next\"") || it.contains("rel=next"))?;
    let (url, _) = next.trim_start_matches('<').split_once('>')?;
    Some(url.to_owned())
}
