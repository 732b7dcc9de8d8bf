//! The hand-written half of every generated client; its files are copied verbatim into the output.
//!
//! This file, `constants.rs` and `tests/` are not copied: the output has its own.

#![allow(dead_code, reason = "what only operations use looks dead where there are none")]

pub mod wire;
