//! Sequences of values as data: how a call requests one, and how its body is divided.

use super::framing::Framing;
use crate::call::core::Call;

/// How an operation returns a sequence of values.
pub(crate) struct Streaming {
    /// The media type that a call requests.
    pub(crate) media_type: &'static str,
    /// How the body is divided into records.
    pub(crate) framing: fn() -> Box<dyn Framing>,
    /// The part of the request that asks for a sequence.
    pub(crate) flag: Option<&'static dyn Flag>,
    /// The data that ends the sequence.
    pub(crate) terminator: Option<&'static str>,
}

/// A part of the request that asks for a sequence.
pub(crate) trait Flag: Sync {
    fn set(&self, call: &mut Call);
}
