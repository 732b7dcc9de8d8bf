//! OpenAPI 3.0, 3.1 and 3.2 are read; a neighbour of them gets a helpful refusal.

use std::fmt;

use super::Node;
use super::grammar::keyword;
use crate::diagnostic::{Code, Diagnostic, Location, Sink};

/// A version that is read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V3_0,
    V3_1,
    V3_2,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
            Self::V3_2 => "3.2",
        })
    }
}

/// The version that `root` says it is; another one is reported.
pub(super) fn check(root: &Node<'_>, sink: &mut Sink) -> Option<Version> {
    let Some(version) = root.get(keyword::OPENAPI) else {
        missing(root, sink);
        return None;
    };
    let text = version.value.as_str().unwrap_or_default();
    let known = [Version::V3_0, Version::V3_1, Version::V3_2]
        .into_iter()
        .find(|version| is_patch_of(*version, text));
    if known.is_some() {
        return known;
    }
    let (message, help) = match text {
        "" => (
            "`openapi` is not a version string".to_owned(),
            "write `openapi: \"3.0.3\"`",
        ),
        _ => (
            format!("`{text}` is not a version of OpenAPI 3.0, 3.1 or 3.2"),
            "write `openapi: \"3.0.3\"`",
        ),
    };
    sink.report(Diagnostic::error(Code::Version, &version.at, message).help(help));
    None
}

fn missing(root: &Node<'_>, sink: &mut Sink) {
    let (location, message, help) = if root.has(keyword::SWAGGER) {
        (
            Location::Value(root.at.key(keyword::SWAGGER)),
            "the document is Swagger 2.0; only OpenAPI 3.0, 3.1 and 3.2 are supported",
            "convert it, for example with `swagger2openapi`",
        )
    } else {
        (
            Location::Value(root.at.clone()),
            "`openapi`, the version of OpenAPI, is missing",
            "begin it with `openapi: \"3.0.3\"`",
        )
    };
    sink.report(Diagnostic::error(Code::Version, location, message).help(help));
}

/// Such as `3.0.` and a number: patches change no meaning, pre-releases were something else.
fn is_patch_of(version: Version, text: &str) -> bool {
    text.strip_prefix(&format!("{version}."))
        .is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit()))
}
