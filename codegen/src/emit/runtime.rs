//! The runtime's files, which reach the output byte for byte.

use proc_macro2::TokenStream;

/// Lists files of the runtime by their path below `src/`.
macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../runtime/src/", $path)))),*]
    };
}

/// Every file but `lib.rs` and `constants.rs`, which are emitted, and `tests/`.
const FILES: &[(&str, &str)] = files! {
    "body.rs"
    "builder.rs"
    "call.rs"
    "call/builder.rs"
    "call/media.rs"
    "call/shown.rs"
    "client.rs"
    "clock.rs"
    "credentials/api_key.rs"
    "credentials/basic.rs"
    "credentials/bearer.rs"
    "credentials/client_credentials.rs"
    "credentials/digest.rs"
    "credentials/environment.rs"
    "credentials/file_cache.rs"
    "credentials/list.rs"
    "credentials/mod.rs"
    "credentials/secret.rs"
    "credentials/token.rs"
    "credentials/token_error.rs"
    "credentials/token_request.rs"
    "credentials/token_slot.rs"
    "credentials/token_url.rs"
    "curl.rs"
    "document.rs"
    "envelope.rs"
    "error.rs"
    "exchange.rs"
    "media_type.rs"
    "multipart.rs"
    "one_line.rs"
    "operation.rs"
    "outcome.rs"
    "parameter.rs"
    "path.rs"
    "receive.rs"
    "request.rs"
    "response.rs"
    "retry.rs"
    "retry_after.rs"
    "stream.rs"
    "testing/answer.rs"
    "testing/in_memory.rs"
    "testing/mod.rs"
    "testing/operation.rs"
    "testing/recorded.rs"
    "testing/stub.rs"
    "trace.rs"
    "transport.rs"
    "wait.rs"
    "wire/automaton.rs"
    "wire/budget.rs"
    "wire/decimal.rs"
    "wire/decode.rs"
    "wire/encode.rs"
    "wire/equal.rs"
    "wire/error.rs"
    "wire/forward.rs"
    "wire/integer.rs"
    "wire/integer_enum.rs"
    "wire/invalid.rs"
    "wire/json.rs"
    "wire/metered.rs"
    "wire/mod.rs"
    "wire/object.rs"
    "wire/opaque_box.rs"
    "wire/part.rs"
    "wire/patch.rs"
    "wire/read.rs"
    "wire/read_decimal.rs"
    "wire/read_entry.rs"
    "wire/read_json.rs"
    "wire/read_number.rs"
    "wire/read_object.rs"
    "wire/read_tuple.rs"
    "wire/read_union.rs"
    "wire/secret.rs"
    "wire/secrets.rs"
    "wire/string_enum.rs"
    "wire/test.rs"
    "wire/text.rs"
    "wire/tuple.rs"
    "wire/union.rs"
    "wire/untagged.rs"
};

/// The manifest, for what the output depends on.
pub(super) const MANIFEST: &str = include_str!("../../runtime/Cargo.toml");

/// `lib.rs`, for the modules of the root and what it exports; documentation and tests are not part of the output.
const ROOT: &str = include_str!("../../runtime/src/lib.rs");

/// The `mod` and `pub use` items of the root.
pub(super) fn root() -> TokenStream {
    let begin = ROOT.find("\nmod ").unwrap_or(0);
    let root = ROOT.get(begin..).unwrap_or_default();
    let end = root.find("\n// ").or_else(|| root.find("\n#[cfg(test)]"));
    let items = root.get(..end.unwrap_or(root.len())).unwrap_or_default();
    items.parse().unwrap_or_default()
}

pub(super) fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}

/// A section of the runtime's manifest as it is written, comments included.
pub(super) fn section(name: &str) -> String {
    let header = format!("[{name}]");
    let mut lines: Vec<_> = MANIFEST
        .lines()
        .skip_while(|line| *line != header)
        .enumerate()
        .take_while(|(index, line)| *index == 0 || !line.starts_with('['))
        .map(|(_, line)| line)
        .collect();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n") + "\n"
}
