//! The tables of groups and operations in the documentation.

use super::condition::Condition;
use super::gate::Cfg;
use super::model::{Model, NamedOperation, NamedTag};
use crate::ir::{Docs, Method, Operation, TypeRef};

/// The greatest number of operations that the README lists one by one.
const LISTED: usize = 30;

/// The groups of the API, and what the README lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operations<'a> {
    /// The groups, in the order of the document.
    pub groups: Vec<GroupRow<'a>>,
    /// The table of the README.
    pub readme: Listing<'a>,
}

/// The table of the README.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing<'a> {
    /// All operations, since they are few.
    Operations(Vec<OperationRow<'a>>),
    /// The groups.
    Groups,
}

/// A row in the table of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow<'a> {
    /// The handle.
    pub handle: &'a str,
    /// The accessor of the handle on the client.
    pub accessor: &'a str,
    /// The condition under which the crate has it.
    pub cfg: Cfg<'a>,
    /// The number of its operations.
    pub operations: usize,
    /// The first paragraph of its description, in Markdown.
    pub summary: &'a str,
}

/// A row in the table of operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRow<'a> {
    /// The handle that has the method.
    pub handle: &'a str,
    /// The accessor of the handle on the client.
    pub accessor: &'a str,
    /// The method on the handle.
    pub method: &'a str,
    /// Its arguments, each with its type if that is one of the API and the value of the body.
    pub arguments: Vec<(&'a str, Option<&'a str>)>,
    /// The request method.
    pub request: Method,
    /// The path template.
    pub path: String,
    /// The summary of the document on one line: Markdown.
    pub summary: &'a str,
    /// Whether the API still recommends it.
    pub status: OperationStatus,
}

/// Whether the API still recommends an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationStatus {
    /// It does.
    Current,
    /// It has deprecated the operation.
    Deprecated,
}

impl OperationStatus {
    pub(super) fn of(operation: &Operation) -> Self {
        if operation.deprecated {
            Self::Deprecated
        } else {
            Self::Current
        }
    }
}

/// The groups and operations, if there are any.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<Operations<'a>> {
    let tags = model.tags();
    let groups = tags.iter().map(|tag| GroupRow {
        handle: &tag.names.ident,
        accessor: &tag.names.module,
        cfg: Cfg::operation(Condition::tag(tag.names)),
        operations: tag.operations.len(),
        summary: summary(&tag.def.docs),
    });
    let groups: Vec<_> = groups.collect();
    groups.first()?;
    let count: usize = groups.iter().map(|it| it.operations).sum();
    let readme = if count > LISTED {
        Listing::Groups
    } else {
        Listing::Operations(tags.iter().flat_map(|tag| of_tag(model, tag)).collect())
    };
    Some(Operations { groups, readme })
}

/// The operations of a tag.
pub(super) fn of_tag<'a>(model: &Model<'a>, tag: &NamedTag<'a>) -> Vec<OperationRow<'a>> {
    let rows = tag.operations.iter().map(|operation| OperationRow {
        handle: &tag.names.ident,
        accessor: &tag.names.module,
        method: &operation.names.method,
        arguments: arguments(model, *operation),
        request: operation.def.method,
        path: operation.def.path.to_string(),
        summary: operation.def.docs.summary.as_deref().unwrap_or_default(),
        status: OperationStatus::of(operation.def),
    });
    rows.collect()
}

fn arguments<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
) -> Vec<(&'a str, Option<&'a str>)> {
    if let Some(required) = &operation.names.required {
        return vec![("required", Some(required))];
    }
    let positional = operation.facts.positional.iter();
    let positional = positional.map(|id| (operation.parameter(*id).ident, None));
    let body = operation.required_body().into_iter();
    let body = body.map(|(_, media)| {
        let ty = match &media.ty {
            TypeRef::Named(id) => Some(model.get(*id).ident()),
            _ => None,
        };
        (operation.names.body.as_str(), ty)
    });
    positional.chain(body).collect()
}

/// The summary, or the first paragraph of the description.
fn summary(docs: &Docs) -> &str {
    let text = docs.summary.as_deref().or(docs.description.as_deref());
    let paragraphs = text.unwrap_or_default().trim().split("\n\n");
    paragraphs.take(1).next().unwrap_or_default()
}
