//! What the tests of this package share.

pub mod front;
pub mod server;
pub mod strings;
