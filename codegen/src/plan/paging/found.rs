//! The properties of a body that may tell about its pages.

use super::super::plain::plain;
use super::body::{Body, WRAPPERS};
use crate::ir::{BodyPath, Note, Primitive, Property, StringFormat, TypeRef};

/// A property about the page.
pub(super) struct Found<'a> {
    /// The way to it.
    pub(super) path: BodyPath,
    /// The names on the way that mean something, in lower case and without symbols, joined by dots.
    pub(super) name: String,
    pub(super) property: &'a Property,
}

/// Objects that only group what tells about the page.
const GROUPS: &[&str] = &[
    "meta",
    "metadata",
    "page",
    "pageinfo",
    "pagination",
    "paging",
    "responsemetadata",
];

/// Objects whose name belongs to the names of their properties.
const PARTS: &[&str] = &["cursors", "links", "next"];

/// The greatest number of properties on the way to a value.
const DEPTH: usize = 3;

/// All properties that may tell about the page, those at the top first.
pub(super) fn found<'a>(body: &Body<'a>) -> Vec<Found<'a>> {
    let mut all = Vec::new();
    collect(body, body.ty, &Vec::new(), "", &mut all);
    all.sort_by_key(|it| it.path.len());
    all
}

fn collect<'a>(
    body: &Body<'a>,
    ty: &'a TypeRef,
    path: &BodyPath,
    prefix: &str,
    all: &mut Vec<Found<'a>>,
) {
    for member in body.members(ty) {
        let property = member.property;
        let key = plain(&property.name);
        let name = format!("{prefix}{key}");
        let mut path = path.clone();
        path.push(property.name.clone());
        if path.len() < DEPTH {
            let is_group = GROUPS.contains(&&*key) || WRAPPERS.contains(&&*key);
            if is_group && prefix.is_empty() {
                collect(body, &property.ty, &path, "", all);
            } else if PARTS.contains(&&*key) {
                collect(body, &property.ty, &path, &format!("{name}."), all);
            }
        }
        all.push(Found {
            path,
            name,
            property,
        });
    }
}

impl<'a> Found<'a> {
    pub(super) fn is_flag(&self) -> bool {
        let flag = TypeRef::Primitive(Primitive::Bool);
        match &self.property.ty {
            TypeRef::Nullable(ty) => **ty == flag,
            ty => *ty == flag,
        }
    }

    /// Whether a response may lack the value.
    pub(super) fn may_be_missing(&self) -> bool {
        !self.property.required || matches!(self.property.ty, TypeRef::Nullable(_))
    }

    /// Whether the format is that of a URL.
    pub(super) fn is_url(&self) -> bool {
        let uri = TypeRef::Primitive(Primitive::String(StringFormat::Uri));
        let is_uri = match &self.property.ty {
            TypeRef::Nullable(ty) => **ty == uri,
            ty => *ty == uri,
        };
        let mut notes = self.property.docs.notes.iter();
        is_uri || notes.any(|note| matches!(note, Note::Format(name) if is_url(name)))
    }

    /// Whether the value is a list of links with relations.
    pub(super) fn is_links(&self, body: &Body<'a>) -> bool {
        let Some(item) = body.list(&self.property.ty) else {
            return false;
        };
        let members = body.members(item);
        let has = |name: &str| {
            let mut texts = members.iter().filter(|it| body.is_text(&it.property.ty));
            texts.any(|it| it.property.name == name)
        };
        has("rel") && has("href")
    }
}

fn is_url(format: &str) -> bool {
    matches!(
        format,
        "uri" | "uri-reference" | "url" | "iri" | "iri-reference"
    )
}
