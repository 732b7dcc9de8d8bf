//! Secrets in debug output.

/// Printed in place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";
