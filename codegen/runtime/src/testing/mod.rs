//! Utilities for testing code that uses this crate, without a network.
//!
//! [`InMemory`] replaces the network. It returns the answers that a test has queued for each operation and records
//! every request. Everything above it is production code: credentials, retries, decoding and errors.
//!
//! The documentation of the crate has an example.

pub(crate) mod answer;
pub(crate) mod answer_xml;
pub(crate) mod described;
pub(crate) mod in_memory;
pub(crate) mod operation;
pub(crate) mod operation_macro;
pub(crate) mod recorded;
pub(crate) mod stub;

pub use answer::Answer;
pub(crate) use described::{described, description};
pub use in_memory::InMemory;
pub(crate) use in_memory::clock;
pub use operation::Operation;
pub(crate) use operation_macro::operation;
pub use recorded::Recorded;
pub use stub::{Raw, Stub};
