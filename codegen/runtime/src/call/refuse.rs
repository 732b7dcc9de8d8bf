//! Bodies that cannot be sent.

use super::core::Call;

/// Makes the call fail when it is sent.
pub(super) fn refuse(call: &mut Call, problem: &str) {
    call.problem = Some(format!("the body cannot be sent: {problem}"));
}
