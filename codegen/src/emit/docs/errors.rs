//! Phrases about errors.

use crate::emit::markdown;
use crate::ir::Status;

pub(super) const API_ERROR: &str = "The decoded error body, if the server sent a valid one.";

pub(super) const OWN_ERRORS: &str = "\
It is `None` for failures whose error body has another type. The request builders of such
operations have a function `failure`, which decodes it.";

pub(super) fn errors(rows: &[(Status, &str, Option<&str>)]) -> Vec<String> {
    let lead = "`send` returns an error if the request cannot be built or sent, or if no valid response arrives";
    let heading = "# Errors".to_owned();
    let rows = match rows {
        [] => return vec![heading, format!("{lead}.")],
        rows => rows,
    };
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
