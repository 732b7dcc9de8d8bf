//! The module `api`: a file for each tag, with its handle and operations.

use super::condition::Condition;
use super::docs::{Doc, ItemPhrase};
use super::imports::Imports;
use super::model::{Model, NamedTag};
use super::operation::{self, Operation};
use super::operations;
use crate::analyze::Span;

/// A tag: a handle with a method for each operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// The module, and the accessor of the handle on the client.
    pub module: &'a str,
    /// The handle.
    pub handle: &'a str,
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// The documentation of its accessor, which is that of the handle without the table of operations.
    pub accessor: Doc<'a>,
    /// Its documentation.
    pub docs: Doc<'a>,
    /// The names that the file imports.
    pub imports: Imports<'a>,
    /// The operations.
    pub operations: Vec<Operation<'a>>,
}

/// The file `api/mod.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Index<'a> {
    /// The modules in alphabetical order, and the names that each exports in alphabetical order.
    pub modules: Vec<(&'a str, Condition<'a>, Vec<&'a str>)>,
    /// The accessors of the client.
    pub accessors: Vec<Accessor<'a>>,
    /// The accessors that need a feature, which explain it if it is disabled: each with the feature.
    pub gated: Vec<(&'a str, &'a str)>,
    /// The shared error.
    pub error: Option<SharedError<'a>>,
}

/// The function of the client that returns a handle.
#[derive(Clone, Debug, PartialEq)]
pub struct Accessor<'a> {
    /// The function.
    pub ident: &'a str,
    /// The handle.
    pub handle: &'a str,
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// Its documentation.
    pub docs: Doc<'a>,
}

/// The type of the body that failures share.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedError<'a> {
    /// Its name.
    pub ident: &'a str,
    /// The documentation of the function that returns it.
    pub docs: Doc<'a>,
    /// The statuses, and the ids of the operations, of failures with another body.
    pub others: Vec<(Vec<&'a str>, &'a [Span])>,
}

pub(super) fn all<'a>(model: &Model<'a>) -> Vec<Group<'a>> {
    model.tags().iter().map(|tag| plan(model, tag)).collect()
}

fn plan<'a>(model: &Model<'a>, tag: &NamedTag<'a>) -> Group<'a> {
    let operations = tag.operations.iter();
    let operations: Vec<_> = operations.map(|it| operation::plan(model, *it)).collect();
    Group {
        module: &tag.names.module,
        handle: &tag.names.ident,
        condition: Condition::tag(tag.names),
        accessor: docs(tag),
        docs: docs(tag).operations(operations::of_tag(model, tag)),
        imports: Imports::of_operations(&operations),
        operations,
    }
}

fn docs<'a>(tag: &NamedTag<'a>) -> Doc<'a> {
    let (def, name) = (tag.def, tag.def.name.as_str());
    let doc = match &def.docs.description {
        Some(description) => Doc::default().line(name).markdown(Some(description)),
        None => Doc::phrase(ItemPhrase::Tag(name)),
    };
    doc.more(&def.docs)
}

pub(super) fn index<'a>(model: &Model<'a>, groups: &[Group<'a>]) -> Index<'a> {
    let modules = groups.iter().map(|group| {
        let mut exports: Vec<_> = group.operations.iter().flat_map(exports).collect();
        exports.push(group.handle);
        exports.sort_unstable();
        (group.module, group.condition.clone(), exports)
    });
    let mut modules: Vec<_> = modules.collect();
    modules.sort_unstable_by_key(|(module, ..)| *module);
    let gated = groups.iter().flat_map(|group| {
        let features = group.condition.0.iter();
        features.map(|feature| (group.module, *feature))
    });
    let accessors = groups.iter().map(|group| Accessor {
        ident: group.module,
        handle: group.handle,
        condition: group.condition.clone(),
        docs: group.accessor.clone(),
    });
    Index {
        modules,
        accessors: accessors.collect(),
        gated: gated.collect(),
        error: error(model),
    }
}

/// The types of an operation.
fn exports<'a>(operation: &Operation<'a>) -> impl Iterator<Item = &'a str> {
    let alternatives = operation.alternatives.as_ref().map(|it| it.ident);
    let success = operation.success.as_ref().map(|it| it.ident);
    let failure = match &operation.failure {
        Some(operation::Failure::ByStatus(outcomes)) => Some(outcomes.ident),
        Some(operation::Failure::Body(..)) | None => None,
    };
    let required = operation.required.as_ref().map(|it| it.ident);
    let types = [alternatives, success, failure, required];
    types.into_iter().flatten().chain([operation.builder])
}

fn error<'a>(model: &Model<'a>) -> Option<SharedError<'a>> {
    let ident = model.get(model.facts.error?).ident();
    let mut others: Vec<(Vec<&str>, &[Span])> = Vec::new();
    for operation in model.operations() {
        let statuses = operation.facts.unshared.as_slice();
        match others.iter_mut().find(|(_, known)| *known == statuses) {
            _ if statuses.is_empty() => {}
            Some((ids, _)) => ids.push(&operation.def.id),
            None => others.push((vec![&operation.def.id], statuses)),
        }
    }
    let own = (!others.is_empty()).then_some(ItemPhrase::OwnErrors);
    Some(SharedError {
        ident,
        docs: Doc::phrase(ItemPhrase::ApiError).with_all(own),
        others,
    })
}
