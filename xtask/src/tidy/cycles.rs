//! The files of the generator do not import each other in circles.
//!
//! A re-export is not an import: who imports a name depends on the file that declares it.

use std::collections::BTreeMap;

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use syn::spanned::Spanned;
use syn::{Item, ItemUse, UseTree, Visibility};

use super::borders::{GENERATOR, module};
use super::imports::{self, resolve};
use super::stages::is_for_tests;
use super::{Findings, RustFile};

/// The files of the generator and what they import.
#[derive(Default)]
pub(super) struct Modules(BTreeMap<Vec<String>, Module>);

struct Module {
    path: String,
    /// The paths of the names that it re-exports.
    exports: BTreeMap<String, Vec<String>>,
    imports: Vec<Vec<String>>,
}

impl Modules {
    /// Adds a file, if it belongs to the generator and is not for tests.
    pub(super) fn add(&mut self, file: &RustFile<'_>) {
        let Some(place) = file.path.strip_prefix(GENERATOR) else {
            return;
        };
        let name = module(place);
        if is_for_tests(&name) {
            return;
        }
        let mut exports = BTreeMap::new();
        let mut lines = Vec::new();
        for item in &file.syntax.items {
            if let Item::Use(item) = item
                && !matches!(item.vis, Visibility::Inherited)
            {
                lines.push(item.span().start().line..=item.span().end().line);
                note_exports(item, &name, &mut exports);
            }
        }
        let mentions = imports::of(&file.syntax, &name).into_iter();
        let imports = mentions.filter(|it| !lines.iter().any(|lines| lines.contains(&it.line)));
        let module = Module {
            path: file.path.to_owned(),
            exports,
            imports: imports.map(|mention| mention.segments).collect(),
        };
        self.0.insert(name, module);
    }

    /// Notes each circle once, at its first file.
    pub(super) fn check(&self, findings: &mut Findings) {
        let mut graph = DiGraphMap::<&str, ()>::new();
        for (name, module) in &self.0 {
            for target in module.imports.iter().filter_map(|it| self.target(name, it)) {
                if target != module.path {
                    graph.add_edge(module.path.as_str(), target, ());
                }
            }
        }
        for mut circle in tarjan_scc(&graph) {
            circle.sort_unstable();
            if let [first, _, ..] = circle.as_slice() {
                let message = format!("these files import each other: {}", circle.join(", "));
                findings.add(first, 1, message);
            }
        }
    }

    /// The file that declares what a path names.
    fn target(&self, from: &[String], path: &[String]) -> Option<&str> {
        let is_child = path.first().is_some_and(|first| {
            let child = [from, std::slice::from_ref(first)].concat();
            self.0.contains_key(&child)
        });
        let absolute = match path.split_first() {
            Some((first, rest)) if first == "crate" => rest.to_vec(),
            _ if is_child => [from, path].concat(),
            _ => return None,
        };
        self.declaration(&absolute, 0)
    }

    fn declaration(&self, path: &[String], depth: usize) -> Option<&str> {
        /// Re-exports of re-exports; more are a circle.
        const DEPTH: usize = 10;
        let known = (0..=path.len()).rev();
        let mut known = known.filter(|length| self.0.contains_key(&path[..*length]));
        let length = known.next()?;
        let module = &self.0[&path[..length]];
        let exported = path.get(length).and_then(|name| module.exports.get(name));
        match exported {
            Some(target) if depth < DEPTH => {
                let rest = path.get(length + 1..).unwrap_or_default();
                let target = target.strip_prefix(&["crate".to_owned()]).unwrap_or(target);
                self.declaration(&[target, rest].concat(), depth + 1)
            }
            _ => Some(&module.path),
        }
    }
}

fn note_exports(item: &ItemUse, module: &[String], exports: &mut BTreeMap<String, Vec<String>>) {
    let mut open = vec![(Vec::new(), &item.tree)];
    while let Some((prefix, tree)) = open.pop() {
        let extended = |name: &syn::Ident| [prefix.as_slice(), &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => open.push((extended(&path.ident), &path.tree)),
            UseTree::Group(group) => {
                open.extend(group.items.iter().map(|tree| (prefix.clone(), tree)));
            }
            UseTree::Name(name) => {
                let path = absolute(module, &extended(&name.ident));
                exports.insert(name.ident.to_string(), path);
            }
            UseTree::Rename(rename) => {
                let path = absolute(module, &extended(&rename.ident));
                exports.insert(rename.rename.to_string(), path);
            }
            UseTree::Glob(_) => {}
        }
    }
}

/// A path of a re-export, which begins with a child module if it is not absolute.
fn absolute(module: &[String], path: &[String]) -> Vec<String> {
    let path = resolve(module, path);
    if path.first().is_some_and(|first| first == "crate") {
        path
    } else {
        [module, &path].concat()
    }
}
