//! Reserved names.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::words::Words;
use crate::keyword::{is_keyword, is_never_raw};
use crate::parts;

/// Types and traits that generated code and its examples write without a path: those of Rust and those of the runtime.
pub(super) static TYPES: LazyLock<Vec<&str>> =
    LazyLock::new(|| RUST.iter().chain(parts::IMPORTED).copied().collect());

/// The types and traits of Rust that are in scope, or that generated code imports.
const RUST: &[&str] = &[
    "AsMut",
    "AsRef",
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Cow",
    "Debug",
    "Default",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Duration",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FromStr",
    "Future",
    "Hash",
    "Infallible",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Setters that would hide other methods of a type.
pub(super) const MEMBERS: &[&str] = &["clone", "default", "into", "new"];

/// Setters that clippy mistakes for operators, because they take `self` and one value, or for iterators.
const CONVENTIONAL: &[&str] = &[
    "add", "bitand", "bitor", "bitxor", "div", "iter", "iter_mut", "mul", "rem", "shl", "shr",
    "sub",
];

/// Methods of every builder, and locals of the method that creates one. All of `with_*` is reserved as well.
pub(super) static BUILDER: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let own = ["call", "client", "clone", "into", "new", "send_as"];
    own.into_iter().chain(parts::methods("Builder")).collect()
});

/// Methods of unions; clippy expects of `len` that it counts.
const UNION: &[&str] = &[
    "as_ref", "borrow", "clone", "eq", "len", "ne", "tag", "to_owned",
];

/// The name of the method of a union for a field that all its variants have.
#[must_use]
pub fn union_method<'a>(field: &Cow<'a, str>) -> Cow<'a, str> {
    if UNION.contains(&&**field) {
        Cow::Owned(format!("{field}_"))
    } else {
        field.clone()
    }
}

/// Programs of every client.
pub(super) const PROGRAMS: &[&str] = &["testing"];

/// Methods of every tag's handle.
pub(super) const HANDLE: &[&str] = &["clone", "into", "new"];

/// Methods of the client, and the module that the modules of tags are in.
pub(super) static ACCESSORS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let inherited = ["api", "clone", "into"];
    inherited
        .into_iter()
        .chain(parts::methods("Client"))
        .collect()
});

/// Features and dependencies of every client; a dependency may be a feature.
pub(super) static FEATURES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let features = parts::FEATURES.iter().map(|feature| feature.name);
    let crates = parts::CRATES.iter().map(|dependency| dependency.name);
    ["default"]
        .into_iter()
        .chain(features)
        .chain(crates)
        .collect()
});

/// Files in the folder of types, the folder itself, and names that Windows reserves.
const FILES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "mod", "nul", "patterns",
    "prn", "types",
];

/// `name` as an identifier: raw if it is a keyword, with an underscore if that is not possible or it is in `taken`.
pub(super) fn identifier(name: String, taken: &[&str]) -> String {
    if is_never_raw(&name) || taken.contains(&&*name) {
        return format!("{name}_");
    }
    if is_keyword(&name) {
        format!("r#{name}")
    } else {
        name
    }
}

/// `name` as the identifier of a method that takes `self` and one value.
pub(super) fn setter(name: String, taken: &[&str]) -> String {
    if CONVENTIONAL.contains(&&*name) {
        return format!("{name}_");
    }
    identifier(name, taken)
}

/// The snake case of `words` as the name of a Rust file, with an underscore if it is not allowed.
pub(super) fn file(words: &Words) -> String {
    let name = words.snake();
    if is_no_file(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// Whether `name` cannot be the name of a module file.
pub(super) fn is_no_file(name: &str) -> bool {
    is_keyword(name) || FILES.contains(&name)
}
