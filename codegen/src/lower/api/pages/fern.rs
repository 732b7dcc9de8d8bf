//! `x-fern-pagination`: properties of the request and the response; `true` for those of the document.

use super::declared::{Declared, Malformed, malformed};
use super::path::{self, Value};
use crate::ir::{MorePages, NextPage, Pagination};
use crate::load::Node;

pub(super) fn pages<'d>(node: &Node<'d>, defaults: Option<&Node<'d>>) -> Declared<'d> {
    let node = match (node.value.as_bool(), defaults) {
        (Some(false), _) => return Ok(None),
        (Some(true), Some(defaults)) => defaults,
        (Some(true), None) => {
            return Err(malformed(
                node,
                "the document has no `x-fern-pagination` to refer to",
            ));
        }
        (None, _) => node,
    };
    let next = match (node.get("cursor"), node.get("offset"), node.get("next_uri")) {
        (Some(cursor), ..) => {
            let missing = || malformed(node, "`next_cursor` is missing");
            let token = node.get("next_cursor").ok_or_else(missing)?;
            NextPage::Cursor(parameter(&cursor)?, response(&token)?.path)
        }
        (None, Some(offset), _) if node.has("step") => NextPage::Offset(parameter(&offset)?),
        (None, Some(offset), _) => NextPage::Number(parameter(&offset)?),
        (None, None, Some(url)) => NextPage::Url(response(&url)?.path),
        (None, None, None) => {
            let reason = "none of `cursor`, `offset` and `next_uri` is there";
            return Err(malformed(node, reason));
        }
    };
    let missing = || malformed(node, "`results` is missing");
    let results = node.get("results").ok_or_else(missing)?;
    let more = node.get("has-next-page");
    let more = more.map(|more| response(&more)).transpose()?;
    let step = node.get("step");
    Ok(Some(Pagination {
        next: Some(next),
        items: Some(response(&results)?.path),
        size: step.map(|step| parameter(&step)).transpose()?,
        more: more.map(|more| MorePages::Flag(more.path)),
        ..Pagination::default()
    }))
}

/// The parameter of `$request.name`.
fn parameter<'d>(node: &Node<'d>) -> Result<String, Malformed<'d>> {
    let name = node.value.as_str();
    let name = name.and_then(|text| text.strip_prefix("$request."));
    let name = name.ok_or_else(|| malformed(node, "the value is not such as `$request.page`"))?;
    if name.starts_with("body.") {
        return Err(malformed(node, "a property of the body is not supported"));
    }
    Ok(name.to_owned())
}

/// The value of `$response.data`.
fn response<'d>(node: &Node<'d>) -> Result<Value, Malformed<'d>> {
    let text = node.value.as_str();
    let text = text.and_then(|text| text.strip_prefix("$response"));
    let value = text.and_then(|text| path::json_path(&format!("${text}")));
    value.ok_or_else(|| malformed(node, "the value is not such as `$response.data`"))
}
