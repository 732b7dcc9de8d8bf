//! The document that an overlay is written for.

use percent_encoding::percent_decode_str;

use super::findings::Findings;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::grammar::Overlay;

/// Reports an overlay that is written for a file other than `document`, whose path is relative to the overlay.
///
/// URLs are not compared, because the document may be a copy.
pub(super) fn check(overlay: &Overlay<'_>, document: &str, findings: &mut Findings<'_>) {
    let Some(extends) = overlay.extends() else {
        return;
    };
    let is_other = path(extends.value).is_some_and(|path| path != document);
    if is_other {
        let named = extends.value;
        let message = format!("the overlay extends `{named}`, but it is applied to `{document}`");
        findings.report(
            Diagnostic::warning(Code::OverlayDocument, &extends.at, message)
                .help("correct `extends`, or apply the overlay to the document that it names"),
        );
    }
}

/// The path of a relative reference (RFC 3986, 4.2) without `.` and without `..` after a name.
fn path(reference: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    if path.is_empty() || path.starts_with('/') || first.contains(':') {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "." | "" => {}
            ".." if segments.last().is_some_and(|it| *it != "..") => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    Some(segments.join("/"))
}
