//! What the tests of this package share.

pub mod deep;
pub mod documents;
pub mod fixtures;
pub mod front;
pub mod server;
pub mod strings;
pub mod workspace;

/// The example of the repository's README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
