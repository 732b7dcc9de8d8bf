use crate::parts::Part;

/// The files of the root.
pub(super) const PARTS: &[Part] =
    &[part!("document.rs").root(&["ApiKeyLocation", "SecurityKind", "SecurityScheme"])];
