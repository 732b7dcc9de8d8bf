use crate::ir::Info;
use crate::output::MARKER;

/// Languages of the files, by their comments.
#[derive(Clone, Copy)]
pub(super) enum Language {
    Rust,
    Toml,
    Markdown,
    /// A text without comments, such as a licence.
    Plain,
}

/// The comment that marks a file as generated.
pub(super) fn line(info: &Info, language: Language) -> String {
    let text = text(info);
    match language {
        Language::Rust => format!("// {text}"),
        Language::Toml => format!("# {text}"),
        Language::Markdown => format!("<!-- {text} -->"),
        Language::Plain => String::new(),
    }
}

/// The marker with the origin of the file. The title is reduced to characters that end a comment in no language.
fn text(info: &Info) -> String {
    let source: String = format!("{} {}", info.title, info.version)
        .chars()
        .filter(|c| c.is_alphanumeric() || " ._+".contains(*c))
        .collect();
    let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{MARKER} from {source}; do not edit.")
}
