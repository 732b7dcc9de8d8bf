//! Recognizes pages by the names and types of parameters and properties. Each rule stands for a shape that several APIs
//! share, and a shape that could mean something else has no rule.

use super::super::plain::plain;
use super::body::Body;
use super::found::{Found, found};
use crate::ir::{BodyPath, Method, MorePages, NextPage, Pagination, Parameter};

/// The pages of an operation, if it has one of the known shapes.
pub(super) fn infer(body: &Body<'_>) -> Option<Pagination> {
    if body.operation.def.method != Method::Get {
        return None;
    }
    let items = body.only_list()?;
    let shape = Shape {
        found: found(body),
        body,
    };
    // Rules for parameters, unless the caller has to choose between several kinds of them.
    let own: &[Rule<'_, '_>] = if shape.has_choice() {
        &[]
    } else {
        &[
            Shape::cursor,
            Shape::last_item,
            Shape::number,
            Shape::offset,
        ]
    };
    let pagination = shape.link_header().or_else(|| {
        let own = own.iter().find_map(|rule| rule(&shape));
        own.or_else(|| shape.url())
    })?;
    Some(Pagination {
        items: Some(items),
        ..pagination
    })
}

type Rule<'b, 'a> = fn(&Shape<'b, 'a>) -> Option<Pagination>;

/// Parameters with a token, and the properties from which they get it.
const CURSORS: &[(&str, &[&str])] = &[
    ("after", &["cursors.after", "next.after", "nextafter"]),
    (
        "continuationtoken",
        &["continuationtoken", "nextcontinuationtoken"],
    ),
    ("continue", &["continue"]),
    ("cursor", &["nextcursor"]),
    ("marker", &["nextmarker"]),
    ("nexttoken", &["nexttoken"]),
    ("offset", &["nextoffset"]),
    ("page", &["nextpage"]),
    ("pagecursor", &["nextcursor", "nextpagecursor"]),
    ("pagenumber", &["nextpagenumber"]),
    ("pagetoken", &["nextpage", "nextpagetoken"]),
    ("startingtoken", &["nexttoken"]),
];

const LAST_ITEMS: &[&str] = &["after", "afterid", "startingafter"];

const NUMBERS: &[&str] = &["page", "pageindex", "pageno", "pagenum", "pagenumber"];

const OFFSETS: &[&str] = &["offset", "skip", "startat"];

const SIZES: &[&str] = &[
    "count",
    "itemsperpage",
    "limit",
    "maxitems",
    "maxresults",
    "pagelimit",
    "pagesize",
    "perpage",
    "resultsperpage",
    "size",
    "take",
    "top",
];

const TOTALS: &[&str] = &[
    "total",
    "totalcount",
    "totalelements",
    "totalentries",
    "totalitems",
    "totalrecords",
    "totalresults",
    "totalsize",
];

const PAGES: &[&str] = &[
    "lastpage",
    "numberofpages",
    "numpages",
    "pagecount",
    "totalpages",
];

const MORE: &[&str] = &[
    "hasmore",
    "hasmoreitems",
    "hasnext",
    "hasnextpage",
    "istruncated",
    "more",
];

const LAST: &[&str] = &["islast", "islastpage", "last", "lastpage"];

const URLS: &[&str] = &[
    "links.next",
    "links.next.href",
    "nextlink",
    "nextpagelink",
    "nextpageurl",
    "nexturl",
    "odatanextlink",
];

/// What the rules look at.
struct Shape<'b, 'a> {
    body: &'b Body<'a>,
    found: Vec<Found<'a>>,
}

impl<'a> Shape<'_, 'a> {
    /// The property with one of these names for which `is` holds.
    fn property(&self, names: &[&str], is: impl Fn(&Found<'a>) -> bool) -> Option<&Found<'a>> {
        let mut found = self.found.iter();
        found.find(|it| names.contains(&&*it.name) && is(it))
    }

    fn path(&self, names: &[&str], is: impl Fn(&Found<'a>) -> bool) -> Option<BodyPath> {
        Some(self.property(names, is)?.path.clone())
    }

    fn number_at(&self, names: &[&str]) -> Option<BodyPath> {
        self.path(names, |it| self.body.is_number(&it.property.ty))
    }

    fn flag_at(&self, names: &[&str]) -> Option<BodyPath> {
        self.path(names, Found::is_flag)
    }

    fn number_parameter(&self, names: &[&str]) -> Option<&'a Parameter> {
        let parameter = self.body.query(names)?;
        self.body.is_number(&parameter.ty).then_some(parameter)
    }

    fn text_parameter(&self, names: &[&str]) -> Option<&'a Parameter> {
        let parameter = self.body.query(names)?;
        self.body.is_text(&parameter.ty).then_some(parameter)
    }

    fn size(&self) -> Option<String> {
        Some(self.number_parameter(SIZES)?.name.clone())
    }

    /// Whether the request has several ways to select a page.
    fn has_choice(&self) -> bool {
        let is_token = |name: &str| {
            let mut cursors = CURSORS.iter().map(|(parameter, _)| *parameter);
            cursors.any(|it| it == name) || LAST_ITEMS.contains(&name)
        };
        let mut parameters = self.body.parameters();
        let has_token =
            parameters.any(|it| is_token(&plain(&it.name)) && self.body.is_text(&it.ty));
        let ways = [
            has_token,
            self.number_parameter(NUMBERS).is_some(),
            self.number_parameter(OFFSETS).is_some(),
        ];
        ways.into_iter().filter(|way| *way).count() > 1
    }

    /// The value that tells whether there is another page.
    fn more(&self) -> Option<MorePages> {
        let flag = self.flag_at(MORE).map(MorePages::Flag);
        let last = || self.flag_at(LAST).map(MorePages::Last);
        let links = || {
            let path = self.path(&["links"], |it| it.is_links(self.body));
            path.map(MorePages::Links)
        };
        let next = || self.next_url().map(MorePages::Present);
        flag.or_else(last).or_else(links).or_else(next)
    }

    /// The URL of the next page. `next` alone may be anything.
    fn next_url(&self) -> Option<BodyPath> {
        let is_text = |it: &Found<'a>| self.body.is_text(&it.property.ty);
        let by_name = self.path(URLS, is_text);
        by_name.or_else(|| {
            let next = self.property(&["next", "nextpage"], is_text)?;
            let is_beside = |names: &[&str]| self.property(names, is_text).is_some();
            let is_pair = || next.name == "next" && is_beside(&["prev", "previous"]);
            let has_count = || self.number_at(&["count"]).is_some() || is_beside(&["href"]);
            (next.is_url() || is_pair() && has_count()).then(|| next.path.clone())
        })
    }

    /// A token of the response is the parameter of the next request.
    fn cursor(&self) -> Option<Pagination> {
        let of_names = CURSORS.iter().find_map(|(parameter, tokens)| {
            let parameter = self.body.query(&[parameter])?;
            let is_number = self.body.is_number(&parameter.ty);
            let is_token = |it: &Found<'a>| {
                let ty = &it.property.ty;
                let is_text = self.body.is_text(&parameter.ty) && self.body.is_text(ty);
                let may_be_missing = it.may_be_missing();
                (is_text && !it.is_url())
                    || (is_number && self.body.is_number(ty) && may_be_missing)
            };
            let token = self.path(tokens, is_token)?;
            Some(NextPage::Cursor(parameter.name.clone(), token))
        });
        let of_last_id = || {
            let parameter = self.text_parameter(&["after", "afterid"])?;
            self.flag_at(MORE)?;
            let token = self.path(&["lastid"], |it| self.body.is_text(&it.property.ty))?;
            Some(NextPage::Cursor(parameter.name.clone(), token))
        };
        Some(Pagination {
            next: Some(of_names.or_else(of_last_id)?),
            size: self.size(),
            more: self.flag_at(MORE).map(MorePages::Flag),
            total: self.number_at(TOTALS),
            ..Pagination::default()
        })
    }

    /// The id of the last item is the parameter of the next request.
    fn last_item(&self) -> Option<Pagination> {
        let parameter = self.text_parameter(LAST_ITEMS)?;
        let more = self.flag_at(&["hasmore"])?;
        let items = self.body.only_list()?;
        let members = self.body.walk(&items).ok()?;
        let list = members.last().map_or(self.body.ty, |it| &it.property.ty);
        let members = self.body.members(self.body.list(list)?);
        let id = members.iter().find(|it| it.property.name == "id")?;
        let is_usable = self.body.is_text(&id.property.ty) && id.property.required;
        is_usable.then(|| Pagination {
            next: Some(NextPage::LastItem(
                parameter.name.clone(),
                vec![id.property.name.clone()],
            )),
            size: self.size(),
            more: Some(MorePages::Flag(more)),
            total: self.number_at(TOTALS),
            ..Pagination::default()
        })
    }

    /// The response documents a `Link` header, and the request has a page or its size.
    fn link_header(&self) -> Option<Pagination> {
        let responses = self.body.operation.def.successes();
        let mut headers = responses.flat_map(|response| &response.headers);
        let is_documented = headers.any(|header| header.name.eq_ignore_ascii_case("link"));
        let is_paged = self.body.query(NUMBERS).is_some() || self.size().is_some();
        (is_documented && is_paged).then(|| Pagination {
            next: Some(NextPage::Link),
            size: self.size(),
            total: self.number_at(TOTALS),
            ..Pagination::default()
        })
    }

    /// The request has the number of the page, and the response tells where the list ends.
    fn number(&self) -> Option<Pagination> {
        let parameter = self.number_parameter(NUMBERS)?;
        let (more, total) = (self.more(), self.number_at(TOTALS));
        let pages = self.number_at(PAGES);
        let has_end = more.is_some() || total.is_some() || pages.is_some();
        let first = self.body.first(parameter).filter(|_| has_end)?;
        Some(Pagination {
            next: Some(NextPage::Number(parameter.name.clone())),
            size: self.size(),
            first: Some(first),
            more,
            total,
            pages,
            ..Pagination::default()
        })
    }

    /// The request has the position of the first item, and the response tells where the list ends.
    fn offset(&self) -> Option<Pagination> {
        let parameter = self.number_parameter(OFFSETS)?;
        let (more, total) = (self.more(), self.number_at(TOTALS));
        let size = self.size()?;
        // A position that begins with another number is one of something else.
        let (least, _) = self.body.bounds(parameter);
        let begins = [super::parameter::default(parameter), least];
        let is_position = begins.into_iter().flatten().all(|first| first == 0);
        (is_position && (more.is_some() || total.is_some())).then(|| Pagination {
            next: Some(NextPage::Offset(parameter.name.clone())),
            size: Some(size),
            first: Some(0),
            more,
            total,
            ..Pagination::default()
        })
    }

    /// The response has the URL of the next page.
    fn url(&self) -> Option<Pagination> {
        Some(Pagination {
            next: Some(NextPage::Url(self.next_url()?)),
            size: self.size(),
            total: self.number_at(TOTALS),
            ..Pagination::default()
        })
    }
}
