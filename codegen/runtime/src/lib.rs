//! The hand-written half of every generated client; its files are copied verbatim into the output.
//!
//! This file, `constants.rs` and `tests/` are not copied: the output has its own.

#![allow(
    dead_code,
    reason = "what only operations use looks dead where there are none"
)]

pub mod wire;

// Stands where emitted code stands in a generated crate, as it names its neighbours by the same paths.
#[cfg(test)]
#[path = "tests/target/types/mod.rs"]
pub mod types;

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macros are for types that are public")]
mod tests;
