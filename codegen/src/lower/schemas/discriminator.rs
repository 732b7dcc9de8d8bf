//! Unions, and the schemas that a discriminator leads to.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::index::{Implied, Schemas};
use super::keywords::only_requires;
use crate::diagnostic::Pointer;
use crate::load::{Located, Read, Schema, keyword, local, section_at};
use crate::resolve::target;

/// An entry of a discriminator's mapping.
pub(in crate::lower) struct Mapped<'d> {
    /// The value of the discriminator.
    pub(in crate::lower) value: &'d str,
    /// The text that names a schema.
    pub(in crate::lower) entry: Located<&'d str>,
    /// The schema, if it exists.
    pub(in crate::lower) target: Option<Schema<'d>>,
}

impl<'d> Schemas<'d> {
    /// Whether values of the schema are of several kinds.
    pub(in crate::lower) fn is_union(&self, schema: &Schema<'d>) -> bool {
        let typed = !self.alternatives(schema).iter().all(only_requires);
        typed || (schema.has(keyword::DISCRIMINATOR) && !self.implied(schema).is_empty())
    }

    /// The schemas that a union with a discriminator and without `oneOf` means: those of its mapping, else those
    /// that name it in their `allOf`.
    pub(in crate::lower) fn implied(&self, schema: &Schema<'d>) -> Rc<Implied<'d>> {
        let known = self.implied.borrow().get(&schema.at).cloned();
        known.unwrap_or_else(|| {
            let implied = Rc::new(self.find_implied(schema));
            let mut known = self.implied.borrow_mut();
            known.insert(schema.at.clone(), Rc::clone(&implied));
            implied
        })
    }

    fn find_implied(&self, schema: &Schema<'d>) -> Implied<'d> {
        let mapping = self.mapping(schema);
        if mapping.is_empty() {
            return self.children(&schema.at);
        }
        let targets = mapping.into_iter();
        targets.filter_map(|entry| entry.target).collect()
    }

    /// The entries of a discriminator's mapping: the value, the entry, and its target.
    pub(in crate::lower) fn mapping(&self, schema: &Schema<'d>) -> Vec<Mapped<'d>> {
        let discriminator = schema.discriminator();
        let entries = discriminator.map(|it| it.mapping()).unwrap_or_default();
        let entries = entries.into_iter().map(|(value, entry)| Mapped {
            value,
            target: self.mapped(entry.value),
            entry,
        });
        entries.collect()
    }

    /// A mapping's value is the name of a schema or a reference to one (OpenAPI 3.0.3, *Discriminator Object*).
    fn mapped(&self, text: &str) -> Option<Schema<'d>> {
        let pointer = local(text).unwrap_or_else(|| section_at(keyword::SCHEMAS).key(text));
        self.follow(&Schema::read(self.document.node(&pointer)?)?)
    }

    /// Whether `union` has the schema at `child` among its variants.
    pub(in crate::lower) fn lists(&self, union: &Schema<'d>, child: &Pointer) -> bool {
        let mut known = self.listed.borrow_mut();
        let listed = known.entry(union.at.clone());
        let listed = listed.or_insert_with(|| self.find_listed(union));
        listed.contains(child)
    }

    fn find_listed(&self, union: &Schema<'d>) -> BTreeSet<Pointer> {
        let members = [union.one_of(), union.any_of()];
        let listed = members.iter().flatten().filter_map(|it| target(it));
        let mut listed: BTreeSet<_> = listed.collect();
        if union.has(keyword::DISCRIMINATOR) {
            let implied = self.implied(union);
            listed.extend(implied.iter().map(|schema| schema.at.clone()));
        }
        listed
    }
}
