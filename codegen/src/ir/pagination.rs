//! Lists in pages.

use crate::diagnostic::Pointer;

/// The names of the properties that lead to a value in a body, on the wire.
pub type BodyPath = Vec<String>;

/// The pages that the document declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredPages {
    /// The location in the document.
    pub origin: Pointer,
    /// How the list is divided; `None` if it has one page.
    pub pagination: Option<Pagination>,
}

/// How an operation divides a list into pages, by names on the wire. What is `None` follows from the operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pagination {
    /// How the next page is requested.
    pub next: Option<NextPage>,
    /// The list of items; empty if the body itself is the list.
    pub items: Option<BodyPath>,
    /// The parameter with the number of items on a page.
    pub size: Option<String>,
    /// The number of the first page, or the position of the first item.
    pub first: Option<u64>,
    /// The value that tells whether there is another page.
    pub more: Option<MorePages>,
    /// The number of items on all pages.
    pub total: Option<BodyPath>,
    /// The number of pages.
    pub pages: Option<BodyPath>,
}

/// How the next page is requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPage {
    /// A parameter has the number of the page.
    Number(String),
    /// A parameter has the position of the first item.
    Offset(String),
    /// A parameter has a value of the previous page.
    Cursor(String, BodyPath),
    /// A parameter has a value of the last item of the previous page.
    LastItem(String, BodyPath),
    /// The body of the previous page has the URL.
    Url(BodyPath),
    /// The `Link` header of the previous page has the URL (RFC 8288).
    Link,
}

/// A value that tells whether there is another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MorePages {
    /// A boolean that is true if there is.
    Flag(BodyPath),
    /// A boolean that is true if there is none.
    Last(BodyPath),
    /// A value that is missing, null or empty if there is none.
    Present(BodyPath),
    /// A list of links, one of which has the relation `next` if there is.
    Links(BodyPath),
}
