use super::scope::Claim;
use crate::diagnostic::{Code, Diagnostic, Sink};

/// Reports names that needed a numeral.
pub(super) fn report(sink: &mut Sink, code: Code, claims: &[Claim]) {
    let key = match code {
        Code::EnumCollision => "x-enum-varnames",
        _ => "x-rust-name",
    };
    let help = format!("rename one of the two, for example with `{key}`, or keep the numeral");
    for Claim {
        name,
        text,
        origin,
        rival,
        ..
    } in claims
    {
        let Some(rival) = rival else {
            continue;
        };
        let message = if rival.origin.is_none() {
            format!("`{text}` is {}; it becomes `{name}`", rival.text)
        } else if *text == rival.text {
            format!("two items are named `{text}`; the second becomes `{name}`")
        } else {
            let other = &rival.text;
            format!("`{text}` and `{other}` have the same name in Rust; `{text}` becomes `{name}`")
        };
        let at = origin.clone().unwrap_or_default();
        let mut finding = Diagnostic::warning(code, at, message).help(help.as_str());
        if let Some(other) = &rival.origin {
            finding = finding.label(other, "already has the name");
        }
        sink.report(finding);
    }
}
