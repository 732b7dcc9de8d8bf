//! Schemas as the document has them. Nothing here creates a type or reports a finding.
//!
//! Each file uses only earlier ones of this list: `keywords`, `numbers`, `index`, `json_type`, `null`, `strings`,
//! `discriminator`, `form`, `xml`, `listed`, `overlap`, `compose`, `labels`, `place`, `layers`.

mod compose;
mod discriminator;
mod form;
mod index;
mod json_type;
mod keywords;
mod labels;
mod layers;
mod listed;
mod null;
mod numbers;
mod overlap;
mod place;
mod strings;
mod xml;

pub(super) use compose::{Composed, Conflict, DEPTH as COMPOSED_DEPTH, Part};
pub(super) use discriminator::Mapped;
pub(super) use form::{Form, needs_name};
pub(super) use index::Schemas;
pub(super) use json_type::value_type;
pub(super) use keywords::{component_key, has_structure, is_bare, owner, union_keyword};
pub(super) use numbers::{
    as_whole, bounds, integer, is_bounded, is_listable, lists_numbers, number,
};
pub(super) use place::inside_component;
