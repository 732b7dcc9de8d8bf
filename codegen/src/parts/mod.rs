//! The files of the runtime as data: what each of them needs and gives.
//!
//! A client has only the parts that its document uses. The plan chooses them, and everything that depends on the
//! choice is derived from these tables: modules, exports, dependencies, features and reserved names. `cargo xtask tidy`
//! proves that the tables say what the files do.

#[macro_use]
mod part;

mod crates;
mod features;
mod folders;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use crates::{CRATES, Dependency};
pub use features::{CLI, CLIENT, FEATURES, Feature};
pub use folders::{FOLDERS, Folder, Visibility};
pub use part::{Kind, Part};

/// The manifest of the runtime.
pub(crate) const MANIFEST: &str = include_str!("../../runtime/Cargo.toml");

/// The file whose content depends on the other parts.
pub(crate) const KINDS: &str = "wire/kinds.rs";

/// The program of the command line, and the parts whose methods it calls.
pub(crate) const COMMAND_LINE: &[&str] = &[
    "call/idempotency_key.rs",
    "call/multipart.rs",
    "call/raw_body.rs",
    "call/server.rs",
    "call/stream.rs",
    "call/styled_form.rs",
    "cli/main.rs",
];

/// The parts that every client has.
pub(crate) const CORE: &[&str] = &[
    "blocking/block.rs",
    "client/handle.rs",
    "client/wait.rs",
    "testing/stub.rs",
    "testing/in_memory.rs",
];

/// The parts of the types that every crate has, also without a client.
pub(crate) const TYPES: &[&str] = &["wire/json.rs"];

/// The folders that need no client.
#[cfg(test)]
const FREE: [&str; 2] = ["webhook", "wire"];

/// The items that generated code and its examples import from the runtime and the crate `http`.
pub(crate) const IMPORTED: &[&str] = &[
    "Call",
    "Client",
    "ClientBuilder",
    "Credentials",
    "Error",
    "HeaderValue",
    "Method",
    "Operation",
    "Response",
    "Secret",
];

/// All parts, by folder.
pub fn all() -> impl Iterator<Item = &'static Part> {
    table::TABLES.iter().flat_map(|parts| parts.iter())
}

/// The part of a file, by its path below `src/`.
#[must_use]
pub fn get(file: &str) -> Option<&'static Part> {
    all().find(|part| part.file == file)
}

/// The crates that any client may depend on, as code refers to them.
pub(crate) fn crate_names() -> impl Iterator<Item = String> {
    CRATES.iter().map(|it| it.name.replace('-', "_"))
}

/// These parts with those that they need.
pub(crate) fn closure(roots: impl IntoIterator<Item = &'static str>) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let mut queue: Vec<_> = roots.into_iter().collect();
    while let Some(file) = queue.pop() {
        if found.insert(file) {
            queue.extend(get(file).into_iter().flat_map(|part| part.needs));
        }
    }
    found
}

/// The parts that can be compiled without the client: types need them, or webhooks do.
#[cfg(test)]
pub(crate) fn free() -> BTreeSet<&'static str> {
    let free = all().filter(|part| FREE.contains(&part.folder()));
    closure(free.map(|part| part.file))
}

/// The methods of types of the runtime that generated code adds methods to, by type.
pub(crate) fn methods(of: &str) -> BTreeSet<&'static str> {
    let methods = all().flat_map(|part| part.methods);
    let methods = methods.filter(|(name, _)| *name == of);
    methods
        .flat_map(|(_, methods)| methods.iter().copied())
        .collect()
}

/// Parts with a condition for each, which their needs share.
pub(crate) fn spread<T: Clone>(
    roots: impl IntoIterator<Item = (&'static str, T)>,
    join: impl Fn(&T, &T) -> T,
) -> BTreeMap<&'static str, T> {
    let mut all: BTreeMap<&'static str, T> = BTreeMap::new();
    for (root, condition) in roots {
        for file in closure([root]) {
            let joined = match all.get(file) {
                Some(other) => join(other, &condition),
                None => condition.clone(),
            };
            all.insert(file, joined);
        }
    }
    all
}
