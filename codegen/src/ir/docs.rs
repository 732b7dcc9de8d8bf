use super::Note;

/// The documentation of an item in the document. Markdown, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// One line: a summary or a title.
    pub summary: Option<String>,
    /// The long form.
    pub description: Option<String>,
    /// A link to further documentation.
    pub external: Option<ExternalDocs>,
    /// Facts that the type does not express.
    pub notes: Vec<Note>,
}

/// A link (OpenAPI 3.0.3, *External Documentation Object*).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExternalDocs {
    /// The URL.
    pub url: String,
    /// The description.
    pub description: Option<String>,
}
