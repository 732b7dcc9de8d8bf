//! The tables of the runtime's parts, proved by what each file names and declares.

use std::collections::{BTreeMap, BTreeSet};

use codegen::parts::{self, CRATES, Part};
use proc_macro2::{TokenStream, TokenTree};
use syn::{ImplItem, Item, Type, UseTree, Visibility};

use super::imports::{self, Mention};
use super::{Findings, RustFile};

/// The folder of the runtime's files.
const SOURCES: &str = "codegen/runtime/src/";

/// The file whose imports depend on the other parts.
const KINDS: &str = "wire/kinds.rs";

/// Modules that are generated, or replace what is generated.
const GENERATED: &[&str] = &["api", "constants", "types"];

/// Types to which generated code adds methods.
const EXTENDED: &[&str] = &["Client"];

pub(super) fn check(file: &RustFile<'_>, findings: &mut Findings) {
    let Some(part) = file.path.strip_prefix(SOURCES).and_then(parts::get) else {
        return;
    };
    let complaints = uses(part, file).into_iter().chain(declarations(part, file));
    for complaint in complaints {
        findings.add(file.path, 1, complaint);
    }
}

fn set(names: &'static [&'static str]) -> BTreeSet<&'static str> {
    names.iter().copied().collect()
}

/// The complaint about a list of the table that differs from the file.
fn difference(what: &str, declared: &BTreeSet<&str>, found: &BTreeSet<&str>) -> Option<String> {
    (declared != found).then(|| format!("the table of parts must declare {what} {found:?}"))
}

fn uses(part: &'static Part, file: &RustFile<'_>) -> Vec<String> {
    let used = Used::by(part, file);
    let needs = difference("needs", &set(part.needs), &used.files);
    let needs = needs.filter(|_| part.file != KINDS);
    let crates = &set(part.crates) | &set(part.client_crates);
    let crates = difference("crates", &crates, &used.crates);
    needs.into_iter().chain(crates).collect()
}

fn declarations(part: &'static Part, file: &RustFile<'_>) -> Vec<String> {
    let declared = Declared::by(file);
    let lists = [part.root, part.public, part.sealed];
    let exported: BTreeSet<_> = lists.into_iter().flatten().copied().collect();
    let public = declared.public.iter().map(String::as_str).collect();
    let mut complaints = Vec::from_iter(difference("public items", &exported, &public));
    let internal = part.internal.iter();
    let unknown = internal
        .filter(|name| !declared.internal.contains(**name) && !declared.public.contains(**name));
    complaints.extend(unknown.map(|name| format!("`{name}` is not an item of the file")));
    for (of, methods) in &declared.methods {
        let known = part.methods.iter().find(|(name, _)| name == of);
        let known = known.map_or(BTreeSet::new(), |(_, methods)| set(methods));
        let found = methods.iter().map(String::as_str).collect();
        complaints.extend(difference(&format!("methods of {of}"), &known, &found));
    }
    complaints
}

/// The files and crates that a file names.
struct Used {
    files: BTreeSet<&'static str>,
    crates: BTreeSet<&'static str>,
}

impl Used {
    fn by(part: &Part, file: &RustFile<'_>) -> Self {
        let module: Vec<String> = part
            .file
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        let mentions = imports::of(&file.syntax, &module);
        let aliases = imports::aliases(&file.syntax, &module);
        let mut used = Self {
            files: BTreeSet::new(),
            crates: BTreeSet::new(),
        };
        for Mention { segments, .. } in mentions {
            used.note(&expanded(segments, &aliases));
        }
        used.files.remove(part.file);
        used
    }

    fn note(&mut self, segments: &[String]) {
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            ["crate", rest @ ..] => self.files.extend(files(rest)),
            [name, ..] => {
                let is_it = |it: &&str| it.replace('-', "_") == *name;
                self.crates
                    .extend(CRATES.iter().map(|it| it.name).find(is_it));
            }
            [] => {}
        }
    }
}

/// A path whose first name is imported, as a path from the crate.
fn expanded(segments: Vec<String>, aliases: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    match segments.first().and_then(|first| aliases.get(first)) {
        Some(path) if *path != segments => [path, &segments[1..]].concat(),
        _ => segments,
    }
}

/// The files that a path from the root leads to.
fn files(path: &[&str]) -> Vec<&'static str> {
    let mut folder = "";
    for (position, name) in path.iter().enumerate() {
        let rest = &path[position + 1..];
        let joined = if folder.is_empty() {
            format!("{name}.rs")
        } else {
            format!("{folder}/{name}.rs")
        };
        if *name == "self" || folder.is_empty() && GENERATED.contains(name) {
            return Vec::new();
        }
        let is_folder = |it: &&parts::Folder| folder.is_empty() && it.name == *name;
        if let Some(found) = parts::FOLDERS.iter().find(is_folder) {
            folder = found.name;
            continue;
        }
        let module = parts::get(&joined).filter(|_| !rest.is_empty());
        let exporting = || parts::all().find(|part| exports(part, folder, name));
        let found = module.or_else(exporting).or_else(|| parts::get(&joined));
        return found.map_or(Vec::new(), |part| with_kind(part, rest));
    }
    Vec::new()
}

/// Whether a folder has `name` from the part.
fn exports(part: &Part, folder: &str, name: &str) -> bool {
    if folder.is_empty() {
        return part.root.contains(&name);
    }
    let lists = [part.public, part.internal];
    let is_exported = lists.iter().any(|names| names.contains(&name));
    part.folder() == folder && is_exported
}

/// The part, and the one that reads the variant of `Kind` that the path names.
fn with_kind(part: &'static Part, rest: &[&str]) -> Vec<&'static str> {
    let mut files = vec![part.file];
    if part.file == KINDS {
        let is_named = |it: &&Part| it.kind.is_some_and(|kind| rest.contains(&kind.variant));
        files.extend(parts::all().filter(is_named).map(|part| part.file));
    }
    files
}

/// The items and methods that a file declares.
#[derive(Default)]
struct Declared {
    public: BTreeSet<String>,
    internal: BTreeSet<String>,
    methods: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Declared {
    fn by(file: &RustFile<'_>) -> Self {
        let mut declared = Self::default();
        for item in &file.syntax.items {
            declared.item(file.path, item);
        }
        declared
    }

    fn item(&mut self, path: &str, item: &Item) {
        match item {
            Item::Struct(it) => self.named(&it.vis, &it.ident),
            Item::Enum(it) => self.named(&it.vis, &it.ident),
            Item::Trait(it) => self.named(&it.vis, &it.ident),
            Item::Type(it) => self.named(&it.vis, &it.ident),
            Item::Const(it) => self.named(&it.vis, &it.ident),
            Item::Static(it) => self.named(&it.vis, &it.ident),
            Item::Fn(it) => self.named(&it.vis, &it.sig.ident),
            Item::Use(it) => {
                if let (Visibility::Restricted(_), UseTree::Name(name)) = (&it.vis, &it.tree) {
                    self.internal.insert(name.ident.to_string());
                }
            }
            Item::Impl(it) if it.trait_.is_none() => self.inherent(it),
            Item::Macro(it) if path.contains("/src/call/") => {
                let mut methods = BTreeSet::new();
                public_functions(it.mac.tokens.clone(), &mut methods);
                if !methods.is_empty() {
                    self.methods.entry("Builder").or_default().extend(methods);
                }
            }
            _ => {}
        }
    }

    fn named(&mut self, visibility: &Visibility, ident: &syn::Ident) {
        match visibility {
            Visibility::Public(_) => {
                self.public.insert(ident.to_string());
            }
            Visibility::Restricted(_) => {
                self.internal.insert(ident.to_string());
            }
            Visibility::Inherited => {}
        }
    }

    fn inherent(&mut self, item: &syn::ItemImpl) {
        let Type::Path(ty) = &*item.self_ty else {
            return;
        };
        let is_it = |name: &&&str| ty.path.is_ident(**name);
        let Some(name) = EXTENDED.iter().find(is_it) else {
            return;
        };
        let methods = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
            _ => None,
        });
        self.methods.entry(name).or_default().extend(methods);
    }
}

/// The names behind `pub fn` in a macro.
fn public_functions(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            public_functions(group.stream(), found);
        }
        let text = match &token {
            TokenTree::Ident(ident) => ident.to_string(),
            _ => String::new(),
        };
        if before == ["pub", "fn"] {
            found.insert(text.clone());
        }
        before = [std::mem::take(&mut before[1]), text];
    }
}
