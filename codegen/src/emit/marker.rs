use serde_json::Value;

use crate::plan::Crate;

/// Languages of the files, by their comments.
#[derive(Clone, Copy)]
pub(super) enum Language {
    Rust,
    Toml,
    Markdown,
    /// An object, whose first key is this comment.
    Json,
    /// A text without comments, such as a licence.
    Plain,
}

/// The comment that marks a file as generated.
pub(super) fn line(plan: &Crate<'_>, language: Language) -> String {
    let text = plan.marker();
    match language {
        Language::Rust => format!("// {text}"),
        Language::Toml => format!("# {text}"),
        Language::Markdown => format!("<!-- {text} -->"),
        Language::Json => format!("{{ \"$comment\": {},", Value::from(text)),
        Language::Plain => String::new(),
    }
}
