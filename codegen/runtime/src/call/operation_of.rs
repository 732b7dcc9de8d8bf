//! The operation of a call.

use super::core::Call;
use super::operation::Operation;

/// The operation of a call.
pub(crate) fn operation_of(call: &Call) -> &'static Operation {
    call.operation
}
