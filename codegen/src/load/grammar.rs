//! The objects of OpenAPI 3.0.3 as data: which fields each has, and of what kind. What 3.1 adds to them is marked;
//! how it writes schemas is rewritten before (see [`super::v31`]).
//!
//! A line of a table declares a field: its keyword, the method that reads it, and the type it is read as, from which its
//! kind follows. So each keyword is spelled once ([`keyword`]), and no stage reads what the grammar does not have.
//!
//! One walk ([`super::visit`]) goes through a document along these tables, and [`super::lint`] holds the values against
//! them. It finds what has the wrong structure, what OpenAPI 3.0 does not know, and what a client has no use for, each
//! with its place.

mod external_docs;
pub(crate) mod keyword;
mod kind;
pub(super) mod newer;
mod objects;
mod overlay;
mod schema;
mod status;
mod view;
mod words;

pub(crate) use external_docs::ExternalDocs;
pub use keyword::KEYWORDS;
pub(super) use kind::{Field, Others, Slot};
pub(crate) use kind::{Kind, Object, Table};
pub(crate) use objects::*;
pub(super) use overlay::{Action, Overlay};
pub(crate) use schema::{Schema, SchemaOrBool};
pub(crate) use status::{StatusCode, status};
pub(crate) use view::{Located, Member, Members, Read, Reusable, View};
pub(crate) use words::*;

use crate::diagnostic::Pointer;

/// The slot at a place that OpenAPI defines.
pub(super) fn slot_at(pointer: &Pointer) -> Option<Slot> {
    let mut segments = pointer.segments();
    let root = Slot::from(Kind::Object(OpenApi::table));
    segments.try_fold(root, |slot, segment| {
        let item = slot.kind.item();
        item.or_else(|| slot.kind.member(&segment))
    })
}
