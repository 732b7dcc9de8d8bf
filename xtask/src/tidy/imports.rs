//! Collects every path in a file, including imports and macro calls.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{File, Item, ItemExternCrate, ItemMod, ItemUse, Macro, UseTree};

/// A path of at least one segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) line: usize,
    /// As written, `self` and `super` resolved to a path from `crate`.
    pub(super) segments: Vec<String>,
}

/// All mentions of `file`, which is the module `module` of its crate (empty for the root).
pub(super) fn of(file: &File, module: &[String]) -> Vec<Mention> {
    let mut visitor = Visitor {
        module: module.to_vec(),
        mentions: Vec::new(),
    };
    visitor.visit_file(file);
    visitor.mentions
}

/// The imported names of `file` with their paths, and whatever is imported as a module.
pub(super) fn aliases(file: &File, module: &[String]) -> BTreeMap<String, Vec<String>> {
    let mut aliases = BTreeMap::new();
    for item in &file.items {
        if let Item::Use(item) = item {
            add_aliases(module, &[], &item.tree, &mut aliases);
        }
    }
    aliases
}

fn add_aliases(
    module: &[String],
    prefix: &[String],
    tree: &UseTree,
    aliases: &mut BTreeMap<String, Vec<String>>,
) {
    let extended = |ident: &syn::Ident| [prefix, &[ident.to_string()]].concat();
    match tree {
        UseTree::Path(path) => add_aliases(module, &extended(&path.ident), &path.tree, aliases),
        UseTree::Group(group) => {
            for tree in &group.items {
                add_aliases(module, prefix, tree, aliases);
            }
        }
        UseTree::Name(name) if name.ident == "self" => {
            if let Some(last) = prefix.last() {
                aliases.insert(last.clone(), resolve(module, prefix));
            }
        }
        UseTree::Name(name) => {
            let path = resolve(module, &extended(&name.ident));
            aliases.insert(name.ident.to_string(), path);
        }
        UseTree::Rename(rename) => {
            let path = resolve(module, &extended(&rename.ident));
            aliases.insert(rename.rename.to_string(), path);
        }
        UseTree::Glob(_) => {}
    }
}

/// These macros contain code of the client, not of the generator.
const TEMPLATES: &[&str] = &[
    "parse_quote",
    "parse_quote_spanned",
    "quote",
    "quote_spanned",
];

struct Visitor {
    module: Vec<String>,
    mentions: Vec<Mention>,
}

impl Visitor {
    fn note(&mut self, span: Span, segments: &[String]) {
        self.mentions.push(Mention {
            line: span.start().line,
            segments: resolve(&self.module, segments),
        });
    }

    fn note_tree(&mut self, prefix: &[String], tree: &UseTree) {
        let extended = |ident: &syn::Ident| [prefix, &[ident.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.note_tree(&extended(&path.ident), &path.tree),
            UseTree::Name(name) => self.note(name.ident.span(), &extended(&name.ident)),
            UseTree::Rename(rename) => self.note(rename.ident.span(), &extended(&rename.ident)),
            UseTree::Glob(glob) => self.note(glob.star_token.span, prefix),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.note_tree(prefix, tree);
                }
            }
        }
    }

    /// The arguments of a macro are not parsed; a path is a name, `::` and so on.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let mut path = Vec::new();
        let mut start = Span::call_site();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.note_path(start, &mut path);
                        start = ident.span();
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                other => {
                    self.note_path(start, &mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.note_tokens(group.stream());
                    }
                }
            }
        }
        self.note_path(start, &mut path);
    }

    fn note_path(&mut self, start: Span, path: &mut Vec<String>) {
        if path.len() > 1 {
            self.note(start, path);
        }
        path.clear();
    }
}

impl<'ast> Visit<'ast> for Visitor {
    /// The scope of `pub(in a::b)` is not an import.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.note_tree(&[], &item.tree);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast ItemExternCrate) {
        self.note(item.ident.span(), &[item.ident.to_string()]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let idents = path.segments.iter().map(|segment| &segment.ident);
        let segments: Vec<_> = idents.clone().map(ToString::to_string).collect();
        // A single name is a local one, or an import that has been seen.
        if let Some(first) = idents.clone().next().filter(|_| segments.len() > 1) {
            self.note(first.span(), &segments);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        let name = call.path.segments.last().map(|last| last.ident.to_string());
        if !name.is_some_and(|name| TEMPLATES.contains(&name.as_str())) {
            self.note_tokens(call.tokens.clone());
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        // Unit tests inside a file are always a module of this name.
        if item.ident == "tests" {
            return;
        }
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }
}

/// Resolves `segments` that begin with `self` or `super` from the root.
pub(super) fn resolve(module: &[String], segments: &[String]) -> Vec<String> {
    let ups = segments.iter().take_while(|name| *name == "super").count();
    let is_relative = ups > 0 || segments.first().is_some_and(|name| name == "self");
    if !is_relative {
        return segments.to_vec();
    }
    let rest = segments
        .iter()
        .skip_while(|name| *name == "super" || *name == "self");
    let kept = module.len().saturating_sub(ups);
    std::iter::once("crate".to_owned())
        .chain(module[..kept].iter().cloned())
        .chain(rest.cloned())
        .collect()
}
