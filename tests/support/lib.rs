//! Shared code of the tests.

pub mod deep;
pub mod documents;
pub mod fixtures;
pub mod front;
pub mod server;
pub mod strings;
pub mod workspace;

/// Compiles the example of the repository's README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
