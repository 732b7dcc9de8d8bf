//! The contents of the crate documentation and the README.

use super::condition::Condition;
use super::docs::Doc;
use super::example::Example;
use super::model::{Model, NamedType, Skipped};
use super::quick_start::{self, QuickStart};
use super::testing;
use crate::ir::{Check, Method, Scalar, Shape};
use crate::pattern::Unchecked;

/// What the crate documentation and the README tell about the crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'a> {
    /// The description of the API.
    pub docs: Doc<'a>,
    /// Examples with one operation, if there is one to show.
    pub quick_start: Option<QuickStart<'a>>,
    /// The example of a test, if there is an operation to show.
    pub testing: Option<Example<'a>>,
    /// The environment variables of credentials.
    pub environment: Option<Environment<'a>>,
    /// The operations.
    pub operations: Vec<OperationRow<'a>>,
    /// How failures are documented.
    pub failures: Failures,
    /// The operations that are missing because of flaws of the document.
    pub skipped: &'a [Skipped],
    /// The limits of the crate.
    pub gaps: Vec<Gap<'a>>,
}

/// The environment variables of credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment<'a> {
    /// The prefix of all variables.
    pub prefix: &'a str,
    /// The pairs of variables, any of which will do.
    pub pairs: Vec<[String; 2]>,
}

/// A row in the table of operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRow<'a> {
    /// The handle that has the method.
    pub handle: &'a str,
    /// The accessor of the handle on the client.
    pub accessor: &'a str,
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// The method on the handle.
    pub method: &'a str,
    /// The request method.
    pub request: Method,
    /// The path template.
    pub path: String,
    /// The summary of the document on one line: Markdown.
    pub summary: &'a str,
    /// Whether it is deprecated.
    pub deprecated: bool,
}

/// The bodies of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failures {
    /// None, or the shared error.
    Shared,
    /// Some operations have bodies of their own.
    Own,
}

/// A type about which the crate knows less than the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap<'a> {
    /// Values that match several variants of the union of this name stay JSON.
    Ambiguous(&'a str),
    /// The pattern of the type of this name is not checked, for this reason.
    Unchecked(&'a str, &'a Unchecked),
}

pub(super) fn plan<'a>(model: &Model<'a>) -> Overview<'a> {
    let info = &model.api.info;
    let has_own = model.operations().any(|it| it.facts.failure.is_some());
    Overview {
        docs: Doc::default()
            .line(&info.title)
            .markdown(info.description.as_deref())
            .link(info.external.as_ref()),
        quick_start: quick_start::plan(model),
        testing: testing::plan(model),
        environment: environment(model),
        operations: operations(model),
        failures: if has_own {
            Failures::Own
        } else {
            Failures::Shared
        },
        skipped: model.skipped,
        gaps: model.types().filter_map(gap).collect(),
    }
}

fn environment<'a>(model: &Model<'a>) -> Option<Environment<'a>> {
    let prefix = &model.options.environment.as_ref()?.prefix;
    let schemes = model.api.security_schemes.values();
    let pairs = model.variables(schemes.map(|scheme| &scheme.kind));
    (!pairs.is_empty()).then_some(Environment { prefix, pairs })
}

fn operations<'a>(model: &Model<'a>) -> Vec<OperationRow<'a>> {
    let mut rows = Vec::new();
    for tag in model.tags() {
        rows.extend(tag.operations.iter().map(|operation| OperationRow {
            handle: &tag.names.ident,
            accessor: &tag.names.module,
            condition: Condition::tag(tag.names),
            method: &operation.names.method,
            request: operation.def.method,
            path: operation.def.path.to_string(),
            summary: operation.def.docs.summary.as_deref().unwrap_or_default(),
            deprecated: operation.def.deprecated,
        }));
    }
    rows
}

fn gap(ty: NamedType<'_>) -> Option<Gap<'_>> {
    match &ty.def.shape {
        Shape::Union(_) => {
            let mut variants = ty.facts.variants.iter();
            variants.find(|variant| !variant.is_distinct)?;
            Some(Gap::Ambiguous(&ty.names.ident))
        }
        Shape::Scalar(Scalar::Text(rules, _)) => match &rules.pattern.as_ref()?.check {
            Check::Unchecked(reason) => Some(Gap::Unchecked(&ty.names.ident, reason)),
            Check::Automaton(_) => None,
        },
        _ => None,
    }
}
