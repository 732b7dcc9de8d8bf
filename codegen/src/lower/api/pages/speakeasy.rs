//! `x-speakeasy-pagination`: inputs and outputs with their roles.

use super::declared::{Declared, Malformed, malformed};
use super::path::{self, Value};
use crate::ir::{BodyPath, NextPage, Pagination};
use crate::load::{Node, keyword};

pub(super) fn pages<'d>(node: &Node<'d>) -> Declared<'d> {
    let outputs = node.get("outputs");
    let output = |name: &str| {
        let output = outputs.as_ref().and_then(|it| it.get(name));
        output.map(|it| value(&it)).transpose()
    };
    let next = match node.str(keyword::TYPE) {
        Some("offsetLimit") => match (input(node, "page")?, input(node, "offset")?) {
            (Some(page), _) => NextPage::Number(page),
            (None, Some(offset)) => NextPage::Offset(offset),
            (None, None) => return Err(malformed(node, "no input is `page` or `offset`")),
        },
        Some("cursor") => {
            let missing = || malformed(node, "no input is `cursor`");
            let parameter = input(node, "cursor")?.ok_or_else(missing)?;
            let missing = || malformed(node, "the output `nextCursor` is missing");
            let Value { path, in_last_item } = output("nextCursor")?.ok_or_else(missing)?;
            match in_last_item {
                Some(key) => NextPage::LastItem(parameter, key),
                None => NextPage::Cursor(parameter, path),
            }
        }
        Some("url") => {
            let missing = || malformed(node, "the output `nextUrl` is missing");
            NextPage::Url(output("nextUrl")?.ok_or_else(missing)?.path)
        }
        _ => {
            let reason = "`type` is none of `offsetLimit`, `cursor` and `url`";
            return Err(malformed(node, reason));
        }
    };
    let path = |value: Option<Value>| -> Option<BodyPath> { Some(value?.path) };
    Ok(Some(Pagination {
        next: Some(next),
        items: path(output("results")?),
        size: input(node, "limit")?,
        pages: path(output("numPages")?),
        ..Pagination::default()
    }))
}

/// The name of the parameter with a role.
fn input<'d>(node: &Node<'d>, role: &str) -> Result<Option<String>, Malformed<'d>> {
    let inputs = node.get("inputs").map(|inputs| inputs.items());
    let mut inputs = inputs.into_iter().flatten();
    let Some(input) = inputs.find(|input| input.str(keyword::TYPE) == Some(role)) else {
        return Ok(None);
    };
    match (input.str(keyword::IN), input.str(keyword::NAME)) {
        (Some("parameters"), Some(name)) => Ok(Some(name.to_owned())),
        (Some("requestBody"), _) => Err(malformed(&input, "an input in the body is not supported")),
        _ => Err(malformed(
            &input,
            "an input has no `name` or no `in: parameters`",
        )),
    }
}

fn value<'d>(node: &Node<'d>) -> Result<Value, Malformed<'d>> {
    let value = node.value.as_str().and_then(path::json_path);
    value.ok_or_else(|| malformed(node, "an output is not a path such as `$.data`"))
}
