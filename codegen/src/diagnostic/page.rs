//! The documentation of a code, with an example that a test runs.

/// The documentation of a code.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The stable text form.
    pub name: &'static str,
    /// The meaning of the code, and its effect on the client.
    pub meaning: &'static str,
    /// The `codegen.toml` of the example; may be empty.
    pub settings: &'static str,
    /// The overlay of the example; may be empty.
    pub overlay: &'static str,
    /// The document of the example; the example has exactly one finding.
    pub document: &'static str,
    /// The line of the finding, counted from 1, and the text that it marks.
    pub finding: (usize, &'static str),
    /// Replacements in the settings, the overlay or the document after which there is no finding.
    pub correction: &'static [(&'static str, &'static str)],
}

impl Page {
    /// The settings, the overlay and the document without the finding.
    #[must_use]
    pub fn corrected(&self) -> [String; 3] {
        [self.settings, self.overlay, self.document].map(|text| {
            let replacements = self.correction.iter();
            replacements.fold(text.to_owned(), |text, (before, after)| {
                text.replace(before, after)
            })
        })
    }
}
