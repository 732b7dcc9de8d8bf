//! `allOf`: the properties of all members as one object.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};

use super::index::Schemas;
use super::keywords::owner;
use super::overlap::{Overlap, overlap};
use crate::diagnostic::Pointer;
use crate::load::{JsonType, Schema, SchemaOrBool, keyword};

/// How long a chain of `allOf` may be.
pub(in crate::lower) const DEPTH: usize = 64;

/// An object with everything that its `allOf` adds.
#[derive(Default)]
pub(in crate::lower) struct Composed<'d> {
    /// By key, in the order of first mention.
    pub(in crate::lower) properties: IndexMap<&'d str, Part<'d>>,
    pub(in crate::lower) required: IndexSet<&'d str>,
    /// The last `additionalProperties` that was given.
    pub(in crate::lower) additional: Option<SchemaOrBool<'d>>,
    /// Members that are unions, of which the object is no variant itself.
    pub(in crate::lower) unions: Vec<Schema<'d>>,
    /// Properties that contradict themselves.
    pub(in crate::lower) conflicts: Vec<Conflict>,
    /// The first member that is not an object: its place, and the finding.
    pub(in crate::lower) no_object: Option<(Pointer, String)>,
    /// A member that is too far away to be looked at.
    pub(in crate::lower) too_deep: Option<Pointer>,
    /// Whether parts are unknown because of an error. Missing properties are then not reported.
    pub(in crate::lower) is_partial: bool,
    visited: BTreeSet<Pointer>,
}

/// A property that two members declare in such a way that no value matches both.
pub(in crate::lower) struct Conflict {
    pub(in crate::lower) message: String,
    /// The later declaration.
    pub(in crate::lower) at: Pointer,
    pub(in crate::lower) earlier: Pointer,
}

/// A property of a composed object.
#[derive(Clone)]
pub(in crate::lower) struct Part<'d> {
    /// The schema of the value.
    pub(in crate::lower) schema: Schema<'d>,
    /// Objects of which the value is another one as well.
    pub(in crate::lower) beside: Vec<Schema<'d>>,
    /// Whether the members that declare it leave no value that matches all of them.
    pub(in crate::lower) is_contradiction: bool,
    /// The schema with the documentation and the marks: the last one that declares the property.
    pub(in crate::lower) words: Schema<'d>,
    /// The component that declares it.
    pub(in crate::lower) owner: Option<String>,
}

impl<'d> Composed<'d> {
    /// The object that all of `schemas` describe together.
    pub(in crate::lower) fn of(schemas: &Schemas<'d>, parts: &[Schema<'d>]) -> Self {
        let mut composed = Self::default();
        for part in parts {
            composed.member(schemas, part, 0);
        }
        composed
    }

    fn member(&mut self, schemas: &Schemas<'d>, node: &Schema<'d>, depth: usize) {
        let Some(schema) = schemas.follow(node) else {
            self.is_partial = true;
            return;
        };
        let is_object = |key| schema.get(key).is_none_or(|it| it.value.is_mapping());
        let is_list = |key| schema.get(key).is_none_or(|it| it.value.is_sequence());
        self.is_partial |= !is_object(keyword::PROPERTIES) || !is_list(keyword::ALL_OF);
        // A member that is reached twice adds nothing the second time; a circle is reported elsewhere.
        if !self.visited.insert(schema.at.clone()) {
            return;
        }
        if depth > DEPTH {
            self.too_deep.get_or_insert(schema.at.clone());
            return;
        }
        self.union(schemas, &schema, depth);
        for member in schema.all_of() {
            self.member(schemas, &member, depth + 1);
        }
        self.own(schemas, &schema);
    }

    /// Notes a member that is a union. A parent whose variants are its own children gives them its properties only.
    fn union(&mut self, schemas: &Schemas<'d>, schema: &Schema<'d>, depth: usize) {
        let is_base = self.visited.iter().any(|at| schemas.lists(schema, at));
        let alternatives = [keyword::ONE_OF, keyword::ANY_OF]
            .iter()
            .any(|keyword| schema.has(keyword));
        if depth > 0 && alternatives && schemas.is_union(schema) && !is_base {
            self.unions.push(schema.clone());
        }
    }

    fn own(&mut self, schemas: &Schemas<'d>, schema: &Schema<'d>) {
        if let Some(kind) = schema.json_type().filter(|kind| *kind != JsonType::Object) {
            let message = format!("the member of type `{kind}` is not an object");
            self.no_object.get_or_insert((schema.at.clone(), message));
        }
        let owner = owner(&schema.at);
        for (key, property) in schema.properties() {
            self.property(schemas, key, property, owner.clone());
        }
        self.required.extend(schema.required());
        if let Some(additional) = schema.additional_properties() {
            self.additional = Some(additional);
        }
    }

    fn property(
        &mut self,
        schemas: &Schemas<'d>,
        key: &'d str,
        property: Schema<'d>,
        owner: Option<String>,
    ) {
        let Some(earlier) = self.properties.get_mut(key) else {
            let part = Part {
                schema: property.clone(),
                beside: Vec::new(),
                is_contradiction: false,
                words: property,
                owner,
            };
            self.properties.insert(key, part);
            return;
        };
        match overlap(schemas, &earlier.schema, &property) {
            Overlap::Earlier => {}
            Overlap::Later => {
                earlier.schema = property.clone();
                earlier.owner = owner;
            }
            Overlap::Both => {
                earlier.beside.push(property.clone());
                earlier.owner = owner;
            }
            Overlap::Neither(message) => {
                let message = format!("`{key}` {message}");
                self.conflicts.push(Conflict {
                    message,
                    at: property.at.clone(),
                    earlier: earlier.schema.at.clone(),
                });
                earlier.is_contradiction = true;
            }
        }
        earlier.words = property;
    }
}
