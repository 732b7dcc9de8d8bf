//! `x-ms-pageable`: the body has the items and the URL of the next page.

use super::declared::{Declared, malformed};
use crate::ir::{NextPage, Pagination};
use crate::load::Node;

const NEXT: &str = "nextLinkName";
const ITEMS: &str = "itemName";

pub(super) fn pages<'d>(node: &Node<'d>) -> Declared<'d> {
    let items = match node.get(ITEMS) {
        None => "value",
        Some(name) if name.value.is_null() => "value",
        Some(name) => match name.value.as_str() {
            Some(name) => name,
            None => return Err(malformed(&name, "`itemName` is not a string")),
        },
    };
    let Some(next) = node.get(NEXT) else {
        return Err(malformed(node, "`nextLinkName` is missing"));
    };
    if next.value.is_null() {
        return Ok(None);
    }
    let Some(url) = next.value.as_str() else {
        return Err(malformed(
            &next,
            "`nextLinkName` is neither a string nor null",
        ));
    };
    Ok(Some(Pagination {
        next: Some(NextPage::Url(vec![url.to_owned()])),
        items: Some(vec![items.to_owned()]),
        ..Pagination::default()
    }))
}
