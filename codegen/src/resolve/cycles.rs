//! Schemas that contain themselves without an object or array in between.
//!
//! `allOf` and `oneOf` are looked at apart: a parent whose `oneOf` lists children whose `allOf` names the parent is a
//! circle on paper only, because a child takes over the parent's properties and not its alternatives. A schema in its
//! own `allOf` has all that the circle declares: each value that matches the rest matches itself.

use std::collections::{BTreeMap, BTreeSet};

use super::target;
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::load::{Document, Schema};

/// From a schema to the schemas that it is made of, each with the place that says so.
type Edges = BTreeMap<Pointer, Vec<(Pointer, Pointer)>>;

/// The schemas that a schema is made of, in one way or another.
type Members = for<'s> fn(&Schema<'s>) -> Vec<Schema<'s>>;

fn none<'s>(_: &Schema<'s>) -> Vec<Schema<'s>> {
    Vec::new()
}

fn alternatives<'s>(schema: &Schema<'s>) -> Vec<Schema<'s>> {
    let mut members = schema.one_of();
    members.extend(schema.any_of());
    members
}

pub(super) fn check(document: &Document, sink: &mut Sink) {
    let mut reported = BTreeSet::new();
    for members in [none, alternatives] as [Members; 2] {
        for at in circles(&edges(document, members)) {
            if reported.insert(at.clone()) {
                let name = component(&at);
                let message =
                    format!("`{name}` contains itself without an object or array between");
                let help = "move the reference into a property";
                sink.report(Diagnostic::error(Code::RefCycle, &at, message).help(help));
            }
        }
    }
    for at in circles(&edges(document, |schema| schema.all_of())) {
        if reported.insert(at.clone()) {
            let name = component(&at);
            let message = format!("`{name}` is a member of its own `allOf`, which has no effect");
            sink.report(
                Diagnostic::warning(Code::RefCycle, &at, message).help("remove the reference"),
            );
        }
    }
}

/// The component that a place is in.
fn component(at: &Pointer) -> String {
    at.segments().nth(2).unwrap_or_default()
}

fn edges(document: &Document, members: Members) -> Edges {
    let schemas = document.schemas().into_iter();
    schemas
        .map(|(_, schema)| {
            let mut targets = Vec::new();
            parts(&schema, members, &mut targets);
            (schema.at.clone(), targets)
        })
        .collect()
}

fn parts(schema: &Schema<'_>, members: Members, targets: &mut Vec<(Pointer, Pointer)>) {
    if let Some(target) = target(schema) {
        targets.push((target, schema.at_reference()));
        return;
    }
    for member in members(schema) {
        parts(&member, members, targets);
    }
}

/// One place of every circle: the reference that closes it.
fn circles(edges: &Edges) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut done = BTreeSet::new();
    for start in edges.keys() {
        visit(start, edges, &mut done, &mut found);
    }
    found
}

/// Depth-first search with a stack of its own: a chain of schemas is as long as a document likes.
fn visit<'e>(
    start: &'e Pointer,
    edges: &'e Edges,
    done: &mut BTreeSet<&'e Pointer>,
    found: &mut Vec<Pointer>,
) {
    if !done.insert(start) {
        return;
    }
    let targets = |schema| {
        edges
            .get(schema)
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
    };
    let mut open = BTreeSet::from([start]);
    let mut stack = vec![(start, targets(start))];
    while let Some((schema, rest)) = stack.last_mut() {
        match rest.next() {
            Some((target, at)) if open.contains(target) => found.push(at.clone()),
            Some((target, _)) if done.insert(target) => {
                open.insert(target);
                stack.push((target, targets(target)));
            }
            Some(_) => {}
            None => {
                open.remove(*schema);
                stack.pop();
            }
        }
    }
}
