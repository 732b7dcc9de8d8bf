//! `allOf`: the properties of all members as one object.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};

use super::schemas::{Schemas, has_structure};
use crate::diagnostic::Pointer;
use crate::load::Node;

/// How long a chain of `allOf` may be.
const DEPTH: usize = 64;

/// An object with everything that its `allOf` adds.
#[derive(Default)]
pub(super) struct Composed<'d> {
    /// By key, in the order of first mention.
    pub(super) properties: IndexMap<&'d str, Part<'d>>,
    pub(super) required: IndexSet<&'d str>,
    /// The last `additionalProperties` that was given.
    pub(super) additional: Option<Node<'d>>,
    /// Members that are unions, of which the object is no variant itself.
    pub(super) unions: Vec<Node<'d>>,
    /// What contradicts itself: where, and how.
    pub(super) conflicts: Vec<(Pointer, String)>,
    visited: BTreeSet<Pointer>,
}

/// A property of a composed object.
#[derive(Clone)]
pub(super) struct Part<'d> {
    /// The schema that says what the value is.
    pub(super) schema: Node<'d>,
    /// The schema that says what it means: the last one that mentions the property.
    pub(super) words: Node<'d>,
    /// The component that declares it.
    pub(super) owner: Option<String>,
}

impl<'d> Composed<'d> {
    /// The object that all of `schemas` describe together.
    pub(super) fn of(schemas: &Schemas<'d>, parts: &[Node<'d>]) -> Self {
        let mut composed = Self::default();
        for part in parts {
            composed.member(schemas, part, 0);
        }
        composed
    }

    fn member(&mut self, schemas: &Schemas<'d>, node: &Node<'d>, depth: usize) {
        let Some(schema) = schemas.follow(node) else {
            return;
        };
        // A member that is reached twice adds nothing the second time; a circle is reported elsewhere.
        if !self.visited.insert(schema.at.clone()) {
            return;
        }
        if depth > DEPTH {
            let message = format!("`allOf` is nested more than {DEPTH} deep");
            self.conflicts.push((schema.at.clone(), message));
            return;
        }
        self.union(schemas, &schema, depth);
        for member in schema.list("allOf") {
            self.member(schemas, &member, depth + 1);
        }
        self.own(schemas, &schema);
    }

    /// Notes a member that is a union. A parent whose variants are its own children gives them its properties only.
    fn union(&mut self, schemas: &Schemas<'d>, schema: &Node<'d>, depth: usize) {
        let is_base = self.visited.iter().any(|at| schemas.lists(schema, at));
        let alternatives = ["oneOf", "anyOf"].iter().any(|keyword| schema.has(keyword));
        if depth > 0 && alternatives && schemas.is_union(schema) && !is_base {
            self.unions.push(schema.clone());
        }
    }

    fn own(&mut self, schemas: &Schemas<'d>, schema: &Node<'d>) {
        if let Some(kind) = own_kind(schema).filter(|kind| *kind != "object") {
            let message = format!("a member of type `{kind}` is no object");
            self.conflicts.push((schema.at.clone(), message));
        }
        let owner = owner(&schema.at);
        for (key, property) in schema.members("properties") {
            self.property(schemas, key, property, owner.clone());
        }
        self.required.extend(schema.strings("required"));
        if let Some(additional) = schema.get("additionalProperties") {
            self.additional = Some(additional);
        }
    }

    fn property(
        &mut self,
        schemas: &Schemas<'d>,
        key: &'d str,
        property: Node<'d>,
        owner: Option<String>,
    ) {
        let Some(earlier) = self.properties.get_mut(key) else {
            let part = Part {
                schema: property.clone(),
                words: property,
                owner,
            };
            self.properties.insert(key, part);
            return;
        };
        let kinds = (schemas.kind(&earlier.schema), schemas.kind(&property));
        if let (Some(one), Some(other)) = kinds {
            let widened =
                [one, other] == ["integer", "number"] || [one, other] == ["number", "integer"];
            if one != other && !widened {
                let message =
                    format!("`{key}` is of type `{one}` in one member and `{other}` in another");
                self.conflicts.push((property.at.clone(), message));
            }
        }
        if has_structure(&property) {
            earlier.schema = property.clone();
            earlier.owner = owner;
        }
        earlier.words = property;
    }
}

/// The component that a schema is, or is written in.
pub(super) fn owner(at: &Pointer) -> Option<String> {
    let mut segments = at.segments();
    let within = segments.next()? == "components" && segments.next()? == "schemas";
    segments.next().filter(|_| within)
}

/// The type that a member itself gives, if it is not that of an object.
fn own_kind<'d>(schema: &Node<'d>) -> Option<&'d str> {
    schema.str("type")
}
