//! Formats token streams.
//!
//! `prettyplease` formats one item at a time, so that empty lines can separate items. Text that a token stream cannot contain is in
//! sentinels: documentation lines that begin with a control character, which no text of a document contains (the
//! Markdown of the document is stripped of them).

mod numbers;
mod parallel;
mod sentinel;
mod table;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

use crate::output::{Body, FileTree, SourceFile};

/// Formats every file and prepends its marker.
#[must_use]
pub fn render(files: Vec<SourceFile<'_>>) -> FileTree {
    let texts = parallel::map(&files, text);
    files.into_iter().map(|file| file.path).zip(texts).collect()
}

fn text(file: &SourceFile<'_>) -> String {
    let marker = match file.marker.as_str() {
        "" => String::new(),
        line => format!("{line}\n"),
    };
    marker
        + &match &file.body {
            Body::Rust(tokens) => apart(rust(tokens())),
            Body::Verbatim(text) => (*text).to_owned(),
            Body::Text(text) => sentinel::expand(&text()),
        }
}

/// Separates code from the marker by an empty line; documentation follows it directly.
fn apart(text: String) -> String {
    if text.starts_with("//!") {
        return text;
    }
    format!("\n{text}")
}

/// Formats the items of a file.
#[expect(
    clippy::expect_used,
    reason = "emitters build every stream from templates; one that is no Rust file is a bug in a template"
)]
fn rust(tokens: TokenStream) -> String {
    let file: syn::File = syn::parse2(tokens).expect("an emitted file is Rust");
    let header = syn::File {
        shebang: None,
        attrs: file.attrs,
        items: Vec::new(),
        ..file
    };
    let mut text = prettyplease::unparse(&header);
    if !(text.is_empty() || text.ends_with('\n')) {
        text.push('\n');
    }
    let mut previous: Option<Option<Group>> = None;
    for item in file.items {
        let group = Group::of(&item);
        let together = group.is_some() && previous == Some(group.clone());
        if !(text.is_empty() || together) {
            text.push('\n');
        }
        text.push_str(&unparse(item));
        previous = Some(group);
    }
    sentinel::expand(&text)
}

/// Kinds of items without empty lines between them.
#[derive(Clone, PartialEq, Eq)]
enum Group {
    /// `use a::b;`, by the first segment of the path.
    Import(String),
    /// `pub use a::b;`
    Export,
    /// `mod a;` without documentation.
    Module,
}

impl Group {
    /// Other items are separated by empty lines.
    fn of(item: &syn::Item) -> Option<Self> {
        match item {
            syn::Item::Use(item) => Some(match (&item.vis, &item.tree) {
                (syn::Visibility::Inherited, syn::UseTree::Path(path)) => {
                    Self::Import(path.ident.to_string())
                }
                _ => Self::Export,
            }),
            syn::Item::Mod(item) if item.content.is_none() && item.attrs.is_empty() => {
                Some(Self::Module)
            }
            _ => None,
        }
    }
}

fn unparse(item: syn::Item) -> String {
    match item {
        syn::Item::Macro(item) => table::format(&item.mac),
        item => numbers::expand(prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        })),
    }
}
