//! Tables: macro invocations with one row per line, which `prettyplease` would join.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;

const INDENT: &str = "    ";

/// `path!(head { row, row } tail);`
pub(super) fn format(mac: &syn::Macro) -> String {
    let path = line(mac.path.to_token_stream());
    let mut text = format!("{path}!(");
    for token in mac.tokens.clone() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                text.push_str(if text.ends_with('(') { "{" } else { " {" });
                text.push_str(&rows(group.stream()));
                text.push_str("} ");
            }
            token => {
                let glued = text.ends_with(['(', ' ']) || clings(&text, &token) || opens(&text);
                text.push_str(if glued { "" } else { " " });
                text.push_str(&line(token.into()));
            }
        }
    }
    format!("{});\n", text.trim_end())
}

fn rows(tokens: TokenStream) -> String {
    let mut text = String::from("\n");
    let mut row = TokenStream::new();
    for token in tokens {
        let ends = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        row.extend([token]);
        if ends {
            push_row(&mut text, std::mem::take(&mut row));
        }
    }
    push_row(&mut text, row);
    text
}

fn push_row(text: &mut String, row: TokenStream) {
    if !row.is_empty() {
        text.push_str(INDENT);
        text.push_str(&line(row));
        text.push('\n');
    }
}

/// Tokens on one line, spaced like rustfmt for the contents of tables: names, literals, paths, types and `key: value`.
fn line(tokens: TokenStream) -> String {
    let mut text = String::new();
    for token in tokens {
        if !(text.is_empty() || clings(&text, &token) || opens(&text)) {
            text.push(' ');
        }
        match &token {
            TokenTree::Group(group) => push_group(&mut text, group),
            token => text.push_str(&token.to_string()),
        }
    }
    text
}

fn push_group(text: &mut String, group: &Group) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{ ", " }"),
        Delimiter::None => ("", ""),
    };
    text.push_str(open);
    text.push_str(&line(group.stream()));
    text.push_str(close);
}

/// Whether a token follows the previous one without a space.
fn clings(text: &str, token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => {
            group.delimiter() == Delimiter::Parenthesis && !text.ends_with("->")
        }
        TokenTree::Punct(punct) => matches!(punct.as_char(), ',' | ';' | ':' | '<' | '>' | '.'),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    }
}

/// Whether the next token follows this text without a space.
fn opens(text: &str) -> bool {
    ["::", "<", "&", "-", ".", "..=", "'"]
        .iter()
        .any(|end| text.ends_with(end))
}
