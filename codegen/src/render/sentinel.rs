use crate::output::{NEXT, Sentinel, sentinel};

/// Replaces sentinels by the text that they represent.
pub(super) fn expand(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for line in text.lines() {
        let mut lines = line.split(NEXT);
        let first = lines.next().unwrap_or_default();
        expand_line(first, &mut output);
        let marker = marker(first);
        for next in lines {
            expand_line(&format!("{marker}{next}"), &mut output);
        }
    }
    output
}

fn expand_line(line: &str, output: &mut String) {
    match sentinel(line) {
        None => output.push_str(line),
        Some((prefix, Sentinel::Code(tokens))) => output.push_str(&statements(prefix, tokens)),
        // The comment that carried the sentinel is dropped with it.
        Some((_, Sentinel::Blank)) => {}
    }
    output.push('\n');
}

/// The indentation and the slashes of a line of documentation.
fn marker(line: &str) -> &str {
    let comment = line.trim_start();
    let slashes = if comment.starts_with("//!") {
        "//!"
    } else {
        "///"
    };
    &line[..line.len() - comment.len() + slashes.len().min(comment.len())]
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
