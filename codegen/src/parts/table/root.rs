use crate::parts::Part;

/// The files of the root.
pub(super) const PARTS: &[Part] = &[part!("document.rs").crates(&["serde_json"]).root(&[
    "ApiKeyLocation",
    "SecurityKind",
    "SecurityScheme",
])];
