use crate::output::{Sentinel, sentinel};

/// Replaces sentinels by the text that they represent.
pub(super) fn expand(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for line in text.lines() {
        match sentinel(line) {
            None => output.push_str(line),
            Some((prefix, Sentinel::Code(tokens))) => output.push_str(&statements(prefix, tokens)),
            // The comment that carried the sentinel is dropped with it.
            Some((_, Sentinel::Blank)) => {}
        }
        output.push('\n');
    }
    output
}

/// Formats statements; each line gets the prefix, which begins a comment or is empty.
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
        .map(|line| match sentinel(line) {
            Some(_) => prefix.to_owned(),
            None => format!("{prefix}{space}{line}"),
        });
    body.collect::<Vec<_>>().join("\n")
}
