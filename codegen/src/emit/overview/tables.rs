//! The tables of groups and operations.

use crate::emit::docs::{Text, request_line};
use crate::emit::markdown;
use crate::plan::{GroupRow, OperationRow, OperationStatus};

/// Whether names are links: they are in rustdoc, and lead nowhere in a README.
#[derive(Clone, Copy)]
pub(super) enum Links {
    Rustdoc,
    Plain,
}

impl Links {
    /// Text in which names of the crate are links, or are not.
    pub(super) fn text(self, text: &str) -> String {
        match self {
            Self::Rustdoc => text.to_owned(),
            Self::Plain => text.replace("[`", "`").replace("`]", "`"),
        }
    }
}

/// The head of the table of operations.
const OPERATIONS: &str = "| Call | Request | |\n|---|---|---|";

/// The head of the table of groups.
const GROUPS: &str = "| Group | Operations | |\n|---|---|---|";

/// A table of all operations as Markdown without links.
pub(super) fn operations(rows: &[OperationRow<'_>]) -> String {
    let rows = rows.iter().map(|row| {
        let arguments = row.arguments.iter().map(|(name, ty)| match ty {
            Some(ty) => format!("{name}: {ty}"),
            None => (*name).to_owned(),
        });
        let arguments = arguments.collect::<Vec<_>>().join(", ");
        let call = format!("{}().{}({arguments})", row.accessor, row.method);
        operation(row, &markdown::code(&call))
    });
    table(OPERATIONS, rows)
}

/// The table of the operations of a handle, with links.
pub(in crate::emit) fn of_group(rows: &[OperationRow<'_>]) -> String {
    let rows = rows.iter().map(|row| {
        // A link to a raw identifier has no `r#`.
        let target = row.method.trim_start_matches("r#");
        let call = format!("[{}]({}::{target})", markdown::code(row.method), row.handle);
        operation(row, &call)
    });
    table(OPERATIONS, rows)
}

fn operation(row: &OperationRow<'_>, call: &str) -> String {
    let request = request_line(row.request, &row.path);
    let request = request.replace('|', "\\|");
    let summary = markdown::cell(row.summary);
    let status = match row.status {
        OperationStatus::Current => "",
        OperationStatus::Deprecated => " **Deprecated.**",
    };
    format!("| {call} | {request} | {summary}{status} |")
}

/// A table of the groups as Markdown without links.
pub(super) fn groups(rows: &[GroupRow<'_>]) -> String {
    table(GROUPS, rows.iter().map(|row| group(row, Links::Plain)))
}

/// The table of groups in the crate documentation: a group without its feature is not a link.
pub(super) fn linked_groups(rows: &[GroupRow<'_>], doc: Text) -> Text {
    let doc = doc.paragraph(GROUPS);
    rows.iter().fold(doc, |doc, row| {
        let with = group(row, Links::Rustdoc);
        let without = group(row, Links::Plain);
        doc.linked(&row.cfg, with, without)
    })
}

fn group(row: &GroupRow<'_>, links: Links) -> String {
    let call = markdown::code(&format!("{}()", row.accessor));
    let call = match links {
        Links::Rustdoc => format!("[{call}](api::{})", row.handle),
        Links::Plain => call,
    };
    let summary = markdown::cell(row.summary);
    format!("| {call} | {} | {summary} |", row.operations)
}

fn table(head: &str, rows: impl Iterator<Item = String>) -> String {
    let head = std::iter::once(head.to_owned());
    head.chain(rows).collect::<Vec<_>>().join("\n")
}
