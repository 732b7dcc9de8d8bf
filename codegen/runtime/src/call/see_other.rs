//! Calls that follow redirects themselves.

use super::core::Call;

/// Makes redirects to another resource successes of a call (302, 303).
pub(crate) fn see_other(call: &mut Call) {
    call.options.redirects = Some(|status| matches!(status, 302 | 303));
}
