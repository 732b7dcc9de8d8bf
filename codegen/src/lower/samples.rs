//! Collects the defaults and examples of the document, which are checked when all types are known.

use std::collections::BTreeSet;

use serde_yaml::Value;

use crate::diagnostic::{Code, Pointer};
use crate::ir::{Direction, TypeRef};
use crate::load::{Document, Example, Member, Members, Node, Reusable, keyword};
use crate::resolve::bind;

/// A value of the document that has a type.
pub(super) struct Sample<'d> {
    pub(super) value: &'d Value,
    pub(super) at: Pointer,
    pub(super) ty: TypeRef,
    pub(super) direction: Option<Direction>,
    pub(super) code: Code,
}

/// The samples so far.
#[derive(Default)]
pub(super) struct Samples<'d> {
    all: Vec<Sample<'d>>,
    /// Several types may be composed of one schema, whose samples are checked once.
    places: BTreeSet<Pointer>,
}

impl<'d> Samples<'d> {
    /// Adds the `example` of `node`, and all of its `examples`.
    pub(super) fn add_examples(
        &mut self,
        document: &'d Document,
        node: &Node<'d>,
        ty: &TypeRef,
        direction: Option<Direction>,
    ) {
        if let Some(example) = node.get(keyword::EXAMPLE) {
            self.add_example(&example, ty, direction);
        }
        let examples: Members<'_, Reusable<'_, Example<'_>>> =
            Member::of(node.get(keyword::EXAMPLES));
        for (_, entry) in examples {
            if let Some(value) = bind(document, &entry).and_then(|it| it.value()) {
                self.add_example(&value, ty, direction);
            }
        }
    }

    fn add_example(&mut self, example: &Node<'d>, ty: &TypeRef, direction: Option<Direction>) {
        self.add(Sample {
            value: example.value,
            at: example.at.clone(),
            ty: ty.clone(),
            direction,
            code: Code::InvalidExample,
        });
    }

    /// Adds a default. The client is correct without it, so an invalid one is a warning.
    pub(super) fn add_default(&mut self, default: &Node<'d>, ty: &TypeRef) {
        self.add(Sample {
            value: default.value,
            at: default.at.clone(),
            ty: ty.clone(),
            direction: None,
            code: Code::InvalidDefault,
        });
    }

    fn add(&mut self, sample: Sample<'d>) {
        if self.places.insert(sample.at.clone()) {
            self.all.push(sample);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Sample<'d>> {
        self.all.iter()
    }
}
