//! The modules that join the parts of the runtime: what each declares and exports, and under which features.

use std::collections::BTreeMap;

use super::client::Client;
use super::gate::{Cfg, Gate};
use super::parts::Selection;
use crate::parts::{self, FOLDERS, Part, Visibility};

/// The contents of `src/lib.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root<'a> {
    /// The modules that are not part of the runtime, and when each is compiled.
    pub own: Vec<(Own, Cfg<'a>)>,
    /// The modules of the runtime, in the order of their names.
    pub modules: Vec<Module<'a>>,
    /// The items of the runtime that users find in the crate.
    pub exports: Vec<Export<'a>>,
    /// The crates whose types are in signatures.
    pub crates: Vec<(&'static str, Cfg<'a>)>,
}

/// A public module of the crate that is not part of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// The operations.
    Api,
    /// The types.
    Types,
    /// The servers.
    Servers,
    /// The requests that the server sends.
    Webhooks,
}

/// The module of a folder of the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder<'a> {
    /// Its documentation, line by line.
    pub docs: &'static [&'static str],
    /// Its files.
    pub modules: Vec<Module<'a>>,
    /// The items that others find in it.
    pub exports: Vec<Export<'a>>,
}

/// The declaration of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module<'a> {
    /// Its name.
    pub name: &'static str,
    /// Who can see it.
    pub visibility: Visibility,
    /// When it is compiled.
    pub cfg: Cfg<'a>,
}

/// The export of items of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export<'a> {
    /// The modules on the way to the items.
    pub path: Vec<&'static str>,
    /// The items.
    pub names: &'static [&'static str],
    /// Who can see them.
    pub visibility: Visibility,
    /// When they are compiled.
    pub cfg: Cfg<'a>,
}

/// A kind of values that not every API has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind<'a> {
    /// Its names.
    pub names: parts::Kind,
    /// The modules that declare the items that it names, with these items.
    pub imports: Vec<(&'static str, Vec<&'static str>)>,
    /// When it is compiled.
    pub cfg: Cfg<'a>,
}

/// The module of files that the generator writes beside the runtime.
const CONSTANTS: &str = "constants";

/// The crates whose types are in signatures, in alphabetical order.
const PUBLIC_CRATES: [&str; 2] = ["bytes", "http"];

pub(crate) fn root<'a>(parts: &Selection<'a>, client: Client, own: Vec<Own>) -> Root<'a> {
    let folders = FOLDERS.iter().filter(|it| has_files(parts, it));
    let folders = folders.map(|it| Module {
        name: it.name,
        visibility: it.visibility,
        cfg: Cfg::new(it.feature, &shared(parts, it)),
    });
    let files = parts.folder("").map(|(part, gate)| Module {
        name: part.module(),
        visibility: Visibility::Private,
        cfg: Cfg::new(part.feature, gate),
    });
    let constants = client.some(Module {
        name: CONSTANTS,
        visibility: Visibility::Private,
        cfg: Cfg::client(),
    });
    let modules = folders.chain(files).chain(constants);
    let modules: BTreeMap<_, _> = modules.map(|module| (module.name, module)).collect();
    let exported = parts.iter().filter(|(part, _)| !part.root.is_empty());
    let exports = exported.map(|(part, gate)| Export {
        path: path(part),
        names: part.root,
        visibility: Visibility::Public,
        cfg: Cfg::new(part.feature, gate),
    });
    let crates = PUBLIC_CRATES.into_iter();
    let crates = crates.filter(|name| parts.iter().any(|(part, _)| part.names_crate(name)));
    Root {
        own: own.into_iter().map(|it| (it, it.cfg())).collect(),
        modules: modules.into_values().collect(),
        exports: exports.collect(),
        crates: crates.map(|it| (it, of_crate(parts, it))).collect(),
    }
}

/// When a crate is a dependency.
fn of_crate<'a>(parts: &Selection<'a>, name: &str) -> Cfg<'a> {
    if parts.needs_alone(name) {
        Cfg::default()
    } else {
        Cfg::client()
    }
}

impl Own {
    /// Only the client has operations, and servers for them.
    fn cfg<'a>(self) -> Cfg<'a> {
        match self {
            Self::Api | Self::Servers => Cfg::client(),
            Self::Types | Self::Webhooks => Cfg::default(),
        }
    }
}

/// The folders that have a file, by name.
pub(crate) fn folders<'a>(
    parts: &Selection<'a>,
) -> impl Iterator<Item = (&'static str, Folder<'a>)> {
    let folders = FOLDERS.iter().filter(|it| has_files(parts, it));
    folders.map(|it| (it.name, folder(parts, it)))
}

fn folder<'a>(parts: &Selection<'a>, folder: &parts::Folder) -> Folder<'a> {
    let shared = Cfg::new(folder.feature, &shared(parts, folder));
    // The folder itself has the conditions that its files share.
    let cfg = |part: &Part, gate: &Gate<'a>| {
        let own = part.feature.or(folder.feature);
        Cfg::new(own, gate).within(&shared)
    };
    let modules = parts.folder(folder.name).map(|(part, gate)| Module {
        name: part.module(),
        visibility: Visibility::Crate,
        cfg: cfg(part, gate),
    });
    let exports = parts.folder(folder.name).flat_map(|(part, gate)| {
        let cfg = cfg(part, gate);
        let all = [
            (part.public, Visibility::Public),
            (part.internal, Visibility::Crate),
        ];
        let all = all.into_iter().filter(|(names, _)| !names.is_empty());
        all.map(move |(names, visibility)| Export {
            path: vec![part.module()],
            names,
            visibility,
            cfg: cfg.clone(),
        })
    });
    Folder {
        docs: folder.docs,
        modules: modules.collect(),
        exports: exports.collect(),
    }
}

/// The kinds of values that the parts read.
pub(crate) fn kinds<'a>(parts: &Selection<'a>) -> Vec<Kind<'a>> {
    let kinds = parts.iter().filter_map(|(part, gate)| {
        let names = part.kind?;
        Some(Kind {
            names,
            imports: imports(part, names),
            cfg: Cfg::new(part.feature, gate),
        })
    });
    kinds.collect()
}

fn imports(part: &Part, kind: parts::Kind) -> Vec<(&'static str, Vec<&'static str>)> {
    let (place, file) = kind.place;
    if part.module() == file {
        vec![(file, vec![place, kind.read])]
    } else {
        vec![(file, vec![place]), (part.module(), vec![kind.read])]
    }
}

fn has_files(parts: &Selection<'_>, folder: &parts::Folder) -> bool {
    parts.folder(folder.name).next().is_some()
}

/// The gate of a folder, which is compiled where any of its files is.
fn shared<'a>(parts: &Selection<'a>, folder: &parts::Folder) -> Gate<'a> {
    let gates: Vec<_> = parts.folder(folder.name).map(|(_, gate)| gate).collect();
    Gate::any(gates.into_iter())
}

/// The modules that lead to the items of a part.
fn path(part: &Part) -> Vec<&'static str> {
    let folder = Some(part.folder()).filter(|name| !name.is_empty());
    folder.into_iter().chain([part.module()]).collect()
}
