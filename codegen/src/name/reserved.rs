//! Names that are taken before a document is read.

use super::words::Words;
use crate::keyword::{is_keyword, is_never_raw};

/// Types and traits that emitted code or its examples write without a path: what every file sees (Rust's prelude), and
/// what the runtime gives.
pub(super) const TYPES: &[&str] = &[
    // Rust
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
    // The runtime
    "Call",
    "Client",
    "ClientBuilder",
    "Credentials",
    "Error",
    "HeaderValue",
    "Location",
    "Method",
    "Operation",
    "Parameter",
    "Response",
    "Secret",
];

/// Setters that would hide what a type has anyway.
pub(super) const MEMBERS: &[&str] = &["clone", "default", "into", "new"];

/// Setters that clippy takes for operators, as they take `self` and one value, or for iterators.
const CONVENTIONAL: &[&str] = &[
    "add", "bitand", "bitor", "bitxor", "div", "iter", "iter_mut", "mul", "rem", "shl", "shr",
    "sub",
];

/// Methods of every builder, and locals of the method that makes one. All of `with_*` belongs to the runtime as well.
pub(super) const BUILDER: &[&str] = &[
    "call",
    "client",
    "clone",
    "failure",
    "into",
    "new",
    "send",
    "send_as",
    "send_with_meta",
    "to_curl",
];

/// Programs of every client.
pub(super) const PROGRAMS: &[&str] = &["testing"];

/// Methods of every tag's handle.
pub(super) const HANDLE: &[&str] = &["clone", "into", "new"];

/// Methods of the client and modules of the runtime.
pub(super) const ACCESSORS: &[&str] = &[
    "api",
    "base_url",
    "builder",
    "call",
    "client",
    "clock",
    "clone",
    "constants",
    "credentials",
    "curl",
    "document",
    "envelope",
    "error",
    "exchange",
    "execute",
    "from_env",
    "headers",
    "into",
    "limits",
    "media_type",
    "new",
    "operation",
    "parameter",
    "path",
    "request",
    "response",
    "retry",
    "retry_after",
    "revoke_credentials",
    "send",
    "testing",
    "trace",
    "transport",
    "types",
    "wait",
    "wait_until",
    "wire",
];

/// Features of every client, and dependencies, of which each may be a feature.
pub(super) const FEATURES: &[&str] = &[
    "bytes",
    "default",
    "fastrand",
    "file-cache",
    "fs4",
    "futures-core",
    "h2",
    "http",
    "http-auth",
    "http-body",
    "httpdate",
    "native-tls",
    "percent-encoding",
    "reqwest",
    "rustls",
    "secrecy",
    "serde",
    "serde_json",
    "test-util",
    "tokio",
    "tracing",
];

/// Files that each folder of types has, the folder itself, and names that Windows gives no file.
const FILES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "mod", "nul", "patterns",
    "prn", "types",
];

/// `name` as an identifier: raw when it is a keyword, with an underscore when that does not help or it is in `taken`.
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

/// The same for a method that takes `self` and one value.
pub(super) fn setter(name: String, taken: &[&str]) -> String {
    if CONVENTIONAL.contains(&&*name) {
        return format!("{name}_");
    }
    identifier(name, taken)
}

/// The snake case of `words` as the name of a file of Rust, with an underscore where it could be none.
pub(super) fn file(words: &Words) -> String {
    let name = words.snake();
    if is_no_file(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// Whether `name` cannot be that of a module in a file of its own.
pub(super) fn is_no_file(name: &str) -> bool {
    is_keyword(name) || FILES.contains(&name)
}
