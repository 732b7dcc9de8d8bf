//! Tests of code that uses this crate, without a network.
//!
//! [`InMemory`] stands where the network is. It answers each operation with what a test has given
//! it, and keeps every request. Everything above it is what runs in production: credentials,
//! retries, decoding and errors.
//!
//! The documentation of the crate has an example.

mod answer;
mod in_memory;
mod operation;
mod recorded;
mod stub;

pub use answer::Answer;
pub use in_memory::InMemory;
pub(crate) use in_memory::clock;
pub use operation::Operation;
#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use operation::{json, operation, sealed};
pub use recorded::Recorded;
pub(crate) use recorded::{Described, Seen, described};
pub use stub::{Raw, Stub};
