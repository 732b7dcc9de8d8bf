//! Phrases about errors.

use crate::emit::markdown;
use crate::ir::Status;

pub(super) const API_ERROR: &str =
    "The body of the error, where the server sent one that can be read.";

pub(super) const OWN_ERRORS: &str = "\
It is `None` for failures that the document gives a body of their own. The calls of such
operations have a function `failure` for it.";

pub(super) fn errors(rows: &[(Status, &str, Option<&str>)]) -> Vec<String> {
    let lead = "`send` fails when the request cannot be built, sent or answered";
    let heading = "# Errors".to_owned();
    if rows.is_empty() {
        return vec![heading, format!("{lead}.")];
    }
    let rows = rows.iter().map(|(code, text, body)| {
        let body = body.map(|name| format!(" Its body: [`{name}`]."));
        let (code, text) = (status(*code), markdown::inline(text));
        format!("* {code}: {text}{}", body.unwrap_or_default())
    });
    vec![
        heading,
        format!("{lead}, and for these statuses:"),
        rows.collect::<Vec<_>>().join("\n"),
    ]
}

pub(super) fn status(status: Status) -> String {
    match status {
        Status::Code(code) => format!("`{code}`"),
        Status::Range(class) => format!("`{class}XX`"),
        Status::Default => "Any other status".to_owned(),
    }
}
