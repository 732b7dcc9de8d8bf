//! The runtime's files, which reach the output byte for byte.

use super::{Model, SourceFile};

/// Lists files of the runtime by their path below `src/`.
macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../runtime/src/", $path)))),*]
    };
}

/// Every file but `lib.rs` and `constants.rs`, which are emitted, and `tests/`.
const FILES: &[(&str, &str)] = files! {
    "wire/automaton.rs"
    "wire/decode.rs"
    "wire/encode.rs"
    "wire/error.rs"
    "wire/forward.rs"
    "wire/integer.rs"
    "wire/integer_enum.rs"
    "wire/invalid.rs"
    "wire/json.rs"
    "wire/mod.rs"
    "wire/object.rs"
    "wire/patch.rs"
    "wire/read.rs"
    "wire/read_object.rs"
    "wire/read_union.rs"
    "wire/string_enum.rs"
    "wire/text.rs"
    "wire/union.rs"
};

/// The manifest, for what the output depends on.
pub(super) const MANIFEST: &str = include_str!("../../runtime/Cargo.toml");

/// What the root of the crate exports, by module of the runtime.
pub(super) const EXPORTS: &[(&str, &[&str])] = &[
    ("client", &["Client", "ClientBuilder"]),
    ("credentials", &["BearerToken", "Credentials", "Secret"]),
    ("error", &["Error"]),
    ("response", &["Response"]),
];

/// Modules of the root that no user of the crate names.
pub(super) const PRIVATE: &[&str] = &["call", "document"];

pub(super) fn files(model: &Model<'_>) -> impl Iterator<Item = SourceFile> {
    FILES
        .iter()
        .map(|(path, text)| SourceFile::verbatim_rust(model, &format!("src/{path}"), text))
}
