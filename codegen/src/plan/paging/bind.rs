//! Binds a description of pages to the parameters and properties of an operation.

use super::super::ty::Type;
use super::body::{Body, Presence};
use super::parameter::default;
use super::problem::Problem;
use crate::ir::{BodyPath, MorePages, NextPage, Pagination, Parameter};

/// How a list is divided into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages<'a> {
    /// Why the operation has pages.
    pub source: Source,
    /// The properties that lead to the list; none if the body is the list.
    pub items: Vec<Step<'a>>,
    /// Whether a response has a body.
    pub body: Presence,
    /// The type of an item.
    pub item: Type<'a>,
    /// How the next page is requested.
    pub next: Next<'a>,
    /// The value that tells whether there is another page.
    pub more: Option<More<'a>>,
    /// The number of items on all pages.
    pub total: Option<Vec<&'a str>>,
}

/// Why an operation has pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The document declares them.
    Declared,
    /// The settings do.
    Settings,
    /// Names and types of parameters and properties match a known shape.
    Inferred,
}

/// A property on the way to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// The key.
    pub key: &'a str,
    /// The field.
    pub ident: &'a str,
    /// Whether it may have no value.
    pub is_optional: bool,
}

/// How the next page is requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    /// A parameter has the number of the page.
    Number {
        /// The parameter.
        parameter: &'a str,
        /// The number of the first page.
        first: u64,
        /// The number of items on a page.
        size: Option<Size<'a>>,
        /// The number of pages.
        pages: Option<Vec<&'a str>>,
    },
    /// A parameter has the position of the first item.
    Offset {
        /// The parameter.
        parameter: &'a str,
        /// The position of the first item of all.
        first: u64,
        /// The number of items on a page.
        size: Option<Size<'a>>,
    },
    /// A parameter has a value of the previous page.
    Cursor(&'a str, Vec<&'a str>),
    /// A parameter has a value of the last item of the previous page.
    LastItem(&'a str, Vec<&'a str>),
    /// The body of the previous page has the URL.
    Url(Vec<&'a str>),
    /// The `Link` header of the previous page has the URL.
    Link,
}

/// The parameter with the number of items on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size<'a> {
    /// The parameter.
    pub parameter: &'a str,
    /// The number if the parameter is not set.
    pub default: Option<u64>,
    /// The greatest number.
    pub max: Option<u64>,
}

/// A value that tells whether there is another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum More<'a> {
    /// A boolean that is true if there is.
    Flag(Vec<&'a str>),
    /// A boolean that is true if there is none.
    Last(Vec<&'a str>),
    /// A value that is missing, null or empty if there is none.
    Present(Vec<&'a str>),
    /// A list of links, one of which has the relation `next` if there is.
    Links(Vec<&'a str>),
}

pub(super) fn bind<'a>(
    body: &Body<'a>,
    pagination: &Pagination,
    source: Source,
) -> Result<Pages<'a>, Problem> {
    let (items, item) = items(body, pagination.items.as_ref())?;
    let more = pagination.more.as_ref();
    Ok(Pages {
        source,
        items,
        body: body.presence,
        next: next(body, pagination, &item, source)?,
        item: item.ty,
        more: more.map(|more| self::more(body, more)).transpose()?,
        total: value(body, pagination.total.as_ref())?,
    })
}

/// The type of an item, in Rust and in the document.
struct Item<'a> {
    ty: Type<'a>,
    def: &'a crate::ir::TypeRef,
}

/// The way to the list, and its items.
fn items<'a>(
    body: &Body<'a>,
    path: Option<&BodyPath>,
) -> Result<(Vec<Step<'a>>, Item<'a>), Problem> {
    let path = match path {
        Some(path) => path.clone(),
        None => body.only_list().ok_or(Problem::NoItems)?,
    };
    let members = body.walk(&path)?;
    let list = members.last().map_or(body.ty, |it| &it.property.ty);
    let not_a_list = || Problem::NotAList(path.clone());
    let def = body.list(list).ok_or_else(not_a_list)?;
    let ty = body.model.nullable(def);
    let steps = members.iter().map(|member| {
        Some(Step {
            key: &member.property.name,
            ident: member.ident(),
            is_optional: member.is_optional()?,
        })
    });
    let steps: Option<_> = steps.collect();
    Ok((steps.ok_or_else(not_a_list)?, Item { ty, def }))
}

fn next<'a>(
    body: &Body<'a>,
    pagination: &Pagination,
    item: &Item<'a>,
    source: Source,
) -> Result<Next<'a>, Problem> {
    let size = pagination.size.as_deref();
    let size = size.map(|name| Ok(size_of(body, body.parameter(name)?)));
    let size = size.transpose()?;
    Ok(match pagination.next.as_ref().ok_or(Problem::NoNext)? {
        NextPage::Number(name) => {
            let parameter = body.parameter(name)?;
            let first = pagination.first.or_else(|| body.first(parameter));
            // Extensions count from 1.
            let first = first.or((source == Source::Declared).then_some(1));
            Next::Number {
                parameter: &parameter.name,
                first: first.ok_or_else(|| Problem::NoFirst(name.clone()))?,
                size,
                pages: value(body, pagination.pages.as_ref())?,
            }
        }
        NextPage::Offset(name) => {
            let parameter = body.parameter(name)?;
            let first = pagination.first.or_else(|| body.first(parameter));
            Next::Offset {
                parameter: &parameter.name,
                first: first.unwrap_or(0),
                size,
            }
        }
        NextPage::Cursor(name, token) => {
            Next::Cursor(&body.parameter(name)?.name, keys(body, token)?)
        }
        NextPage::LastItem(name, key) => {
            let parameter = body.parameter(name)?;
            let members = body.walk_from(item.def, key)?;
            Next::LastItem(&parameter.name, names(&members))
        }
        NextPage::Url(path) => Next::Url(keys(body, path)?),
        NextPage::Link => Next::Link,
    })
}

fn size_of<'a>(body: &Body<'a>, parameter: &'a Parameter) -> Size<'a> {
    Size {
        parameter: &parameter.name,
        default: default(parameter),
        max: body.bounds(parameter).1,
    }
}

fn more<'a>(body: &Body<'a>, more: &MorePages) -> Result<More<'a>, Problem> {
    Ok(match more {
        MorePages::Flag(path) => More::Flag(keys(body, path)?),
        MorePages::Last(path) => More::Last(keys(body, path)?),
        MorePages::Present(path) => More::Present(keys(body, path)?),
        MorePages::Links(path) => More::Links(keys(body, path)?),
    })
}

fn value<'a>(body: &Body<'a>, path: Option<&BodyPath>) -> Result<Option<Vec<&'a str>>, Problem> {
    path.map(|path| keys(body, path)).transpose()
}

/// The keys of the properties at a path.
fn keys<'a>(body: &Body<'a>, path: &[String]) -> Result<Vec<&'a str>, Problem> {
    Ok(names(&body.walk(path)?))
}

fn names<'a>(members: &[super::body::Member<'a>]) -> Vec<&'a str> {
    members.iter().map(|it| it.property.name.as_str()).collect()
}
