//! Operations that start work, and the poll that follows them.

use super::super::model::{Model, NamedOperation};
use super::super::plain::plain;
use super::bind::Bound;
use super::place::{Place, resolve, types};
use super::poll::{Deletable, Polled, returned};
use super::problem::Problem;
use crate::diagnostic::Pointer;
use crate::ir::{Method, Parameter, PathSegment, Server, Shape, TypeRef};

/// The poll that follows an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Start<'a> {
    /// Why the operation starts work.
    pub source: Source,
    /// The end of the wait.
    pub goal: Goal,
    /// The poll.
    pub poll: Poll<'a>,
    /// The arguments of the poll.
    pub arguments: Vec<Argument<'a>>,
}

/// Why an operation starts work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The settings name it.
    Settings,
    /// Its path or its result is that of the poll.
    Inferred,
}

/// The end of a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A state of success.
    Done,
    /// The resource does not exist any more.
    Deleted,
}

/// The operation that polls.
#[derive(Clone, Debug, PartialEq)]
pub struct Poll<'a> {
    /// Its id.
    pub id: &'a str,
    /// The feature of its tag.
    pub feature: Option<&'a str>,
    /// Its server, if it has one of its own.
    pub server: Option<String>,
    /// Its builder.
    pub builder: &'a str,
    /// The result of a poll.
    pub polled: Polled<'a>,
}

/// An argument of a poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument<'a> {
    /// The parameter.
    pub parameter: &'a str,
    /// The source of its value.
    pub value: Value<'a>,
}

/// The source of an argument of a poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// The parameter of this name of the operation that starts the work.
    Parameter(&'a str),
    /// The response of that operation.
    Response(Vec<Place<'a>>),
}

/// The poll that follows an operation: that of the first waiter that names it, or else of the first that it fits.
pub(super) fn of<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    waiters: &[Bound<'a>],
) -> Option<Start<'a>> {
    let names = |bound: &&Bound<'a>| {
        let mut after = bound.after.iter().flatten();
        after.any(|it| it.is(operation))
    };
    if let Some(bound) = waiters.iter().find(names) {
        return start(model, operation, bound, Source::Settings).ok();
    }
    let fits = |bound: &&Bound<'a>| bound.after.is_none() && fits(operation, bound);
    let mut inferred = waiters.iter().filter(fits);
    inferred.find_map(|bound| start(model, operation, bound, Source::Inferred).ok())
}

/// The poll of a waiter after an operation.
pub(super) fn start<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    bound: &Bound<'a>,
    source: Source,
) -> Result<Start<'a>, Problem> {
    let poll = bound.poll;
    let is_deletion = operation.def.method == Method::Delete;
    Ok(Start {
        source,
        goal: match bound.waiter.deletable {
            Deletable::Yes(_) if is_deletion => Goal::Deleted,
            Deletable::Yes(_) | Deletable::No => Goal::Done,
        },
        arguments: arguments(model, operation, bound)?,
        poll: Poll {
            id: &poll.def.id,
            feature: model.tag(poll).feature.as_deref(),
            server: poll.def.servers.first().map(Server::default_url),
            builder: &poll.names.builder,
            polled: bound.waiter.polled.clone(),
        },
    })
}

/// Whether an operation changes the resource of a waiter: it has the same path, it creates a member of the collection,
/// or it returns the same type.
fn fits(operation: NamedOperation<'_>, bound: &Bound<'_>) -> bool {
    let (def, poll) = (operation.def, bound.poll.def);
    let is_one = bound.waiter.items.is_none();
    let is_same_path = def.path == poll.path;
    let returns_same = || {
        let named = returned(operation).filter(|ty| matches!(ty, TypeRef::Named(_)));
        named.is_some() && named == returned(bound.poll)
    };
    is_one
        && match def.method {
            Method::Delete => is_same_path && bound.waiter.deletable != Deletable::No,
            Method::Post => is_same_path || is_collection(operation, bound) || returns_same(),
            Method::Put | Method::Patch => is_same_path || returns_same(),
            Method::Get | Method::Head | Method::Options | Method::Trace | Method::Query => false,
        }
}

/// Whether the path of the poll is that of the operation with a parameter after it.
fn is_collection(operation: NamedOperation<'_>, bound: &Bound<'_>) -> bool {
    let path = operation.def.path.to_string();
    member(bound).is_some_and(|(collection, _)| collection == path)
}

/// The collection that has the resource, and the parameter that identifies the resource in it.
fn member<'a>(bound: &Bound<'a>) -> Option<(String, &'a str)> {
    let path = &bound.poll.def.path;
    let Some(PathSegment::Parameter(last)) = path.0.last() else {
        return None;
    };
    let whole = path.to_string();
    let collection = whole.strip_suffix(&format!("/{{{last}}}"))?;
    Some((collection.to_owned(), last))
}

fn arguments<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    bound: &Bound<'a>,
) -> Result<Vec<Argument<'a>>, Problem> {
    let poll = bound.poll;
    let mut arguments = Vec::new();
    for id in poll.def.parameter_ids() {
        let parameter = poll.parameter(id);
        if !parameter.def.required {
            continue;
        }
        let value = match value(model, operation, bound, parameter.def)? {
            Some(value) => value,
            None if parameter.facts.implied.is_some() => continue,
            None => {
                let (id, name) = (operation.def.id.clone(), parameter.def.name.clone());
                return Err(Problem::Argument(id, name));
            }
        };
        arguments.push(Argument {
            parameter: &parameter.def.name,
            value,
        });
    }
    Ok(arguments)
}

/// The value of a parameter of the poll, if it is known after an operation.
fn value<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    bound: &Bound<'a>,
    parameter: &'a Parameter,
) -> Result<Option<Value<'a>>, Problem> {
    let name = parameter.name.as_str();
    let body = returned(operation);
    let own = operation.def.parameters.iter().find(|it| it.name == name);
    if let (Some(places), None) = (bound.options.arguments.get(name), own) {
        let no_body = || Problem::NoBody(operation.def.id.clone());
        let places = resolve(model, body.ok_or_else(no_body)?, places)?.places;
        return Ok(Some(Value::Response(places)));
    }
    if let Some(own) = own {
        return Ok(Some(Value::Parameter(&own.name)));
    }
    let at = |key: &str| Pointer::root().key(key).as_str().to_owned();
    let is_known = |pointer: &String| body.is_some_and(|ty| is_scalar(model, ty, pointer));
    let is_created = is_collection(operation, bound)
        && member(bound).is_some_and(|(_, last)| last == name)
        && operation.def.method == Method::Post
        && plain(name).ends_with("id");
    let id = is_created.then(|| at("id"));
    let mut found = std::iter::once(at(name)).chain(id).filter(is_known);
    Ok(found.next().map(|pointer| {
        Value::Response(vec![Place {
            variant: None,
            pointer,
        }])
    }))
}

/// Whether a body has a text or a number at a place.
fn is_scalar(model: &Model<'_>, body: &TypeRef, pointer: &str) -> bool {
    let table = &model.api.types;
    let found = types(model, body, pointer);
    let is_scalar = |ty: &&TypeRef| match table.resolve_value(ty) {
        TypeRef::Primitive(_) => true,
        ty => matches!(
            table.resolve_shape(ty),
            Some(Shape::Scalar(_) | Shape::Enum(_))
        ),
    };
    !found.is_empty() && found.iter().all(is_scalar)
}
