use proc_macro2::TokenStream;

/// As a documentation attribute: an empty line.
pub const BLANK: &str = "\u{1}blank";

/// Before tokens: statements to be formatted where they stand, in a comment or in Markdown.
const CODE: &str = "\u{1}code ";

/// The line that stands for formatted statements.
pub(crate) fn code(statements: &TokenStream) -> String {
    format!("{CODE}{statements}")
}

/// Replaces every sentinel by what it stands for.
pub(super) fn expand(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for line in text.lines() {
        let sentinel = line.split_once('\u{1}');
        match sentinel.map(|(prefix, rest)| (prefix, rest.strip_prefix(&CODE[1..]))) {
            None => output.push_str(line),
            Some((prefix, Some(tokens))) => output.push_str(&statements(prefix, tokens)),
            // An empty line: the comment that carried the sentinel goes with it.
            Some((_, None)) => {}
        }
        output.push('\n');
    }
    output
}

/// Formats statements; each line gets the prefix, which is what begins a comment, or nothing.
fn statements(prefix: &str, tokens: &str) -> String {
    let file = syn::parse_file(&format!("async fn example() {{ {tokens} }}"));
    let text = file.map_or_else(|_| tokens.to_owned(), |file| prettyplease::unparse(&file));
    let space = if prefix.ends_with(['/', '!']) {
        " "
    } else {
        ""
    };
    let body = text
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .map(|line| {
            if line.contains('\u{1}') {
                prefix.to_owned()
            } else {
                format!("{prefix}{space}{line}")
            }
        });
    body.collect::<Vec<_>>().join("\n")
}
