//! Redirects that are successes.

use super::core::Call;

impl Call {
    /// Sets which redirects are successes.
    pub(crate) fn redirects(&mut self, is_success: fn(u16) -> bool) {
        self.options.redirects = Some(is_success);
    }
}
