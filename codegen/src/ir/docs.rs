use super::Note;

/// What the document says to its readers about one thing. Markdown, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// One line: a summary or a title.
    pub summary: Option<String>,
    /// The long form.
    pub description: Option<String>,
    /// More to read elsewhere.
    pub external: Option<ExternalDocs>,
    /// Facts that the type does not express.
    pub notes: Vec<Note>,
}

/// A link (OpenAPI 3.0.3, *External Documentation Object*).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExternalDocs {
    /// Where it leads.
    pub url: String,
    /// What stands there.
    pub description: Option<String>,
}
