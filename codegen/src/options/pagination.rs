//! `[pagination]`: corrects how operations divide lists into pages.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, de};

use super::pointer;
use crate::ir::{BodyPath, MorePages, NextPage, Pagination};

/// The pages of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaginationOption {
    /// It has none.
    Off,
    /// It has these. What the table lacks is as it would be without the setting.
    Pages(Box<PaginationOptions>),
}

/// How an operation divides a list into pages. Parameters are names, and values in the body are JSON Pointers (RFC 6901).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct PaginationOptions {
    /// The parameter with the number of the page.
    pub page: Option<String>,
    /// The parameter with the position of the first item.
    pub offset: Option<String>,
    /// The parameter with a token: a value of the previous page (`token`) or of its last item (`last-item`).
    pub cursor: Option<String>,
    /// The token in the body.
    pub token: Option<String>,
    /// The token in the last item.
    pub last_item: Option<String>,
    /// The URL of the next page in the body.
    pub url: Option<String>,
    /// Whether the `Link` header has the URL of the next page.
    pub link_header: bool,
    /// The list of items; empty if the body itself is the list.
    pub items: Option<String>,
    /// The parameter with the number of items on a page.
    pub size: Option<String>,
    /// The number of the first page, or the position of the first item.
    pub first: Option<u64>,
    /// The boolean that is true if there is another page.
    pub more: Option<String>,
    /// The boolean that is true on the last page.
    pub last_page: Option<String>,
    /// The number of items on all pages.
    pub total: Option<String>,
    /// The number of pages.
    pub pages: Option<String>,
}

impl PaginationOptions {
    /// The pages that `base` describes, with the corrections of this table.
    #[must_use]
    pub fn correct(&self, base: Option<Pagination>) -> Pagination {
        let base = base.unwrap_or_default();
        let path = |pointer: &Option<String>| pointer.as_deref().map(path);
        let more = path(&self.more).map(MorePages::Flag);
        let last = path(&self.last_page).map(MorePages::Last);
        // The first number belongs to its parameter.
        let is_same = self.page.is_none() && self.offset.is_none();
        let first = base.first.filter(|_| is_same);
        Pagination {
            next: self.next(base.next),
            items: path(&self.items).or(base.items),
            size: self.size.clone().or(base.size),
            first: self.first.or(first),
            more: more.or(last).or(base.more),
            total: path(&self.total).or(base.total),
            pages: path(&self.pages).or(base.pages),
        }
    }

    fn next(&self, base: Option<NextPage>) -> Option<NextPage> {
        if self.link_header {
            return Some(NextPage::Link);
        }
        if let Some(url) = &self.url {
            return Some(NextPage::Url(path(url)));
        }
        if let Some(page) = &self.page {
            return Some(NextPage::Number(page.clone()));
        }
        if let Some(offset) = &self.offset {
            return Some(NextPage::Offset(offset.clone()));
        }
        let cursor = match &base {
            Some(NextPage::Cursor(name, _) | NextPage::LastItem(name, _)) => Some(name.clone()),
            _ => None,
        };
        match (self.cursor.clone().or(cursor), &self.token, &self.last_item) {
            (Some(cursor), Some(token), _) => Some(NextPage::Cursor(cursor, path(token))),
            (Some(cursor), None, Some(key)) => Some(NextPage::LastItem(cursor, path(key))),
            (Some(cursor), None, None) => match base {
                Some(NextPage::Cursor(_, token)) => Some(NextPage::Cursor(cursor, token)),
                Some(NextPage::LastItem(_, key)) => Some(NextPage::LastItem(cursor, key)),
                other => other,
            },
            (None, ..) => base,
        }
    }

    /// Why the table is not valid.
    fn problem(&self) -> Option<String> {
        let ways = [
            self.page.is_some(),
            self.offset.is_some(),
            self.cursor.is_some() || self.token.is_some() || self.last_item.is_some(),
            self.url.is_some(),
            self.link_header,
        ];
        let pointers = [
            &self.token,
            &self.last_item,
            &self.url,
            &self.items,
            &self.more,
            &self.last_page,
            &self.total,
            &self.pages,
        ];
        let mut pointers = pointers.into_iter().flatten();
        if ways.into_iter().filter(|way| *way).count() > 1 {
            let message =
                "at most one of `page`, `offset`, `cursor`, `url` and `link-header` is possible";
            return Some(message.to_owned());
        }
        if self.token.is_some() && self.last_item.is_some() {
            return Some("at most one of `token` and `last-item` is possible".to_owned());
        }
        pointers.find_map(|it| pointer::problem(it))
    }
}

/// The properties that a JSON Pointer names.
fn path(pointer: &str) -> BodyPath {
    let keys = pointer.split('/').skip(1);
    keys.map(|key| key.replace("~1", "/").replace("~0", "~"))
        .collect()
}

impl<'de> Deserialize<'de> for PaginationOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = PaginationOption;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`false` or a table")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<PaginationOption, E> {
        if value {
            return Err(E::custom(
                "the pages of an operation are `false` or a table",
            ));
        }
        Ok(PaginationOption::Off)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<PaginationOption, A::Error> {
        let options = PaginationOptions::deserialize(MapAccessDeserializer::new(map))?;
        match options.problem() {
            Some(problem) => Err(de::Error::custom(problem)),
            None => Ok(PaginationOption::Pages(Box::new(options))),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn invalid_tables_are_refused() {
        for (text, expected) in [
            (
                "a = true",
                "the pages of an operation are `false` or a table",
            ),
            (
                "a = { page = \"p\", url = \"/next\" }",
                "at most one of `page`, `offset`, `cursor`, `url` and `link-header` is possible",
            ),
            (
                "a = { token = \"/a\", last-item = \"/b\" }",
                "at most one of `token` and `last-item` is possible",
            ),
            (
                "a = { items = \"data\" }",
                "`data` is not a JSON Pointer, which begins with `/`",
            ),
        ] {
            let error = Options::parse(&format!("[pagination]\n{text}\n")).unwrap_err();
            assert_eq!(error.message, expected);
        }
        let unknown = Options::parse("[pagination]\na = { item = \"/data\" }\n").unwrap_err();
        assert!(unknown.message.starts_with("unknown field `item`"));
    }
}
