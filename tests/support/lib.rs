//! What the tests of this package share.

pub mod server;
pub mod strings;
