//! Entries of maps as callers give them.

/// A key and a value that become an entry of a map.
///
/// Sealed: only pairs implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a pair of a string and a `{V}`",
    label = "expected pairs such as `(\"key\", value)`, or a map"
)]
pub trait Entry<V>: sealed::Sealed {
    /// The entry.
    #[doc(hidden)]
    fn into_entry(self) -> (String, V);
}

/// Keeps other crates from implementing the trait.
mod sealed {
    pub trait Sealed {}
}

impl<K, T> sealed::Sealed for (K, T) {}

impl<K: Into<String>, T: Into<V>, V> Entry<V> for (K, T) {
    fn into_entry(self) -> (String, V) {
        (self.0.into(), self.1.into())
    }
}
