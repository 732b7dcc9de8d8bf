//! The poll of a waiter, and the meaning of its states.

use super::super::model::{Model, NamedOperation};
use super::super::operation::answer::{Answer, Payload};
use super::super::paging::{self, body::Body};
use super::super::ty::Type;
use super::place::{Place, resolve};
use super::problem::Problem;
use crate::ir::{Method, TypeRef};
use crate::options::{Deletion, WaiterOptions};

/// How to wait for a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiter<'a> {
    /// Its name in the settings.
    pub name: &'a str,
    /// The result of a poll.
    pub polled: Polled<'a>,
    /// The list whose items have the state.
    pub items: Option<&'a str>,
    /// The state.
    pub state: Vec<Place<'a>>,
    /// The reason of a failure.
    pub reason: Vec<Place<'a>>,
    /// The states of success.
    pub success: &'a [String],
    /// The states of failure.
    pub failure: &'a [String],
    /// Whether it can wait for deletion.
    pub deletable: Deletable<'a>,
    /// The pause between polls, in seconds.
    pub interval: u64,
    /// The time limit, in seconds.
    pub at_most: u64,
}

/// The result of a poll.
#[derive(Clone, Debug, PartialEq)]
pub enum Polled<'a> {
    /// The body of a response.
    Body(Payload<'a>),
    /// The items on all pages.
    Pages(Type<'a>),
}

/// Whether a waiter can wait for deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletable<'a> {
    /// It cannot.
    No,
    /// It can; these states have the meaning of 404.
    Yes(&'a [String]),
}

impl Deletable<'_> {
    /// The states that have the meaning of 404.
    #[must_use]
    pub fn states(&self) -> &[String] {
        match self {
            Self::No => &[],
            Self::Yes(states) => states,
        }
    }
}

impl<'a> Polled<'a> {
    /// The type of the result in an error.
    #[must_use]
    pub fn ty(&self) -> Type<'a> {
        match self {
            Self::Body(payload) => payload.ty(),
            Self::Pages(item) => Type::List(Box::new(item.clone())),
        }
    }
}

/// The waiter, and the documented states that its places can have.
pub(super) fn bind<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    (name, options): (&'a str, &'a WaiterOptions),
) -> Result<(Waiter<'a>, Vec<&'a TypeRef>), Problem> {
    if operation.def.method != Method::Get {
        return Err(Problem::NotGet(operation.def.id.clone()));
    }
    let no_body = || Problem::NoBody(operation.def.id.clone());
    let body = Body::of(model, operation).ok_or_else(no_body)?;
    let item = match &options.items {
        None => body.ty,
        Some(pointer) => item(model, &body, pointer)?,
    };
    if options.items.is_some() && options.state.is_empty() {
        return Err(Problem::NoState);
    }
    if !options.state.is_empty() && options.success.is_empty() {
        return Err(Problem::NoSuccess);
    }
    let state = resolve(model, item, &options.state)?;
    let waiter = Waiter {
        name,
        polled: polled(model, operation, options),
        items: options.items.as_deref(),
        state: state.places,
        reason: resolve(model, item, &options.reason)?.places,
        success: &options.success,
        failure: &options.failure,
        deletable: deletable(model, operation, options),
        interval: options.interval,
        at_most: options.at_most,
    };
    Ok((waiter, state.types))
}

/// The type of the items of a list.
fn item<'a>(model: &Model<'a>, body: &Body<'a>, pointer: &str) -> Result<&'a TypeRef, Problem> {
    let types = super::place::types(model, body.ty, pointer);
    let mut lists = types.into_iter().filter_map(|ty| body.list(ty));
    let not_a_list = || Problem::NotAList(pointer.to_owned());
    lists.next().ok_or_else(not_a_list)
}

/// A list in pages is polled as a whole.
fn polled<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    options: &WaiterOptions,
) -> Polled<'a> {
    let pages = options.items.as_ref();
    match pages.and_then(|_| paging::plan(model, operation)) {
        Some(pages) => Polled::Pages(pages.item),
        None => Polled::Body(operation.answer().payload(model)),
    }
}

fn deletable<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    options: &'a WaiterOptions,
) -> Deletable<'a> {
    let path = &operation.def.path;
    let is_deletion =
        |it: NamedOperation<'_>| it.def.method == Method::Delete && it.def.path == *path;
    match &options.deleted {
        Some(Deletion::Missing(states)) => Deletable::Yes(states),
        None if model.operations().any(is_deletion) => Deletable::Yes(&[]),
        Some(Deletion::Unknown) | None => Deletable::No,
    }
}

/// The type of the JSON that an operation returns.
pub(super) fn returned(operation: NamedOperation<'_>) -> Option<&TypeRef> {
    match operation.answer() {
        Answer::Value(ty) | Answer::Optional(ty, _) => Some(ty),
        _ => None,
    }
}
