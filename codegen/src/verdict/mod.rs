//! What a change means for users of a client crate.
//!
//! ```text
//! plan::Crate ── Surface::of ──> Surface ─┐
//! bindings.json ── Surface::parse ────────┴─ compare(old, new) ──> Vec<Change> ── render
//! ```
//!
//! | file | task |
//! |---|---|
//! | `surface.rs`, `collect/` | every public item of a crate, with its signature and its behaviour on the wire, as flat data |
//! | `pair.rs` | finds out what has become of each item; renames by place, shape and use |
//! | `differ/`, `rules.rs` | one difference for each member or fact, with its effects and verdicts |
//! | `group.rs` | joins differences with one cause into one change |
//! | `causes.rs` | tells changes of the document, the settings and the generator apart |
//! | `render/` | text, Markdown, JSON, and an entry of a changelog |
//! | `version.rs` | the version that a verdict requires |
//!
//! A surface is also a part of `bindings.json`, so that a client can be compared without its document. Each line is an
//! item: `k` is the kind, `n` the path, `p` the pointer, `s` the signature, `f` the facts and `m` the members, whose pointers begin
//! with `+` if they are relative to the item.
//!
//! If it is unclear whether existing code compiles, the verdict is `major`.

mod canonical;
mod causes;
mod change;
mod collect;
mod differ;
mod group;
mod pair;
pub mod render;
mod rules;
mod spell;
mod surface;
mod version;

pub use causes::attribute;
pub use change::{Axis, Cause, Change, Effect, Verdict};
pub use surface::{Fact, Item, Kind, Surface};
pub use version::{is_enough, required};

/// The changes from one surface to another, the greatest verdicts first.
#[must_use]
pub fn compare(old: &Surface, new: &Surface) -> Vec<Change> {
    let sides = differ::Sides::of(old, new);
    group::changes(&sides)
}
