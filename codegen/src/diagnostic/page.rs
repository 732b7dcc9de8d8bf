//! The documentation of a code, with an example that a test runs.

/// The documentation of a code.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The stable text form.
    pub name: &'static str,
    /// What the code means, and what the client does then.
    pub meaning: &'static str,
    /// The `codegen.toml` of the example; may be empty.
    pub settings: &'static str,
    /// The document of the example, which has exactly one finding.
    pub document: &'static str,
    /// The line of the finding, counted from 1, and the text that it marks.
    pub finding: (usize, &'static str),
    /// Replacements in the settings or the document after which there is no finding.
    pub correction: &'static [(&'static str, &'static str)],
}

impl Page {
    /// The settings and the document without the finding.
    #[must_use]
    pub fn corrected(&self) -> (String, String) {
        let correct = |text: &str| {
            let replacements = self.correction.iter();
            replacements.fold(text.to_owned(), |text, (before, after)| {
                text.replace(before, after)
            })
        };
        (correct(self.settings), correct(self.document))
    }
}
