//! The texts from which a client is generated.

/// A document with overlays.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    /// An OpenAPI document, YAML or JSON.
    pub document: &'a str,
    /// Overlays (Overlay 1.1), YAML or JSON, in the order in which they are applied.
    pub overlays: Vec<&'a str>,
    /// The path of the document relative to the folder of each overlay, with slashes; empty if it is unknown.
    pub document_paths: Vec<String>,
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(document: &'a str) -> Self {
        Self {
            document,
            overlays: Vec::new(),
            document_paths: Vec::new(),
        }
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(document: &'a String) -> Self {
        document.as_str().into()
    }
}
