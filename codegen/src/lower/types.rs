//! Builds the type table.

use std::collections::{BTreeMap, VecDeque};

use super::schemas::Form;
use crate::diagnostic::Pointer;
use crate::ir::{TypeDef, TypeId, TypeRef, TypeTable};
use crate::load::Schema;

/// The type table, and the types whose shape is unknown as yet.
#[derive(Default)]
pub(super) struct Types<'d> {
    pub(super) table: TypeTable,
    /// The type of each schema so far, by its place; a type that several schemas describe has all their places.
    known: BTreeMap<Vec<Pointer>, TypeRef>,
    queue: VecDeque<(TypeId, Source<'d>)>,
}

/// The source of the shape of a type.
pub(super) enum Source<'d> {
    /// A schema and its form.
    Schema(Schema<'d>, Form<'d>),
    /// The properties of all these schemas.
    Composed(Vec<Schema<'d>>),
}

impl<'d> Types<'d> {
    /// The type of the schemas at these places, if they have one.
    pub(super) fn known(&self, places: &[Pointer]) -> Option<TypeRef> {
        self.known.get(places).cloned()
    }

    pub(super) fn set_known(&mut self, places: Vec<Pointer>, ty: TypeRef) {
        self.known.insert(places, ty);
    }

    /// Adds a type to the queue of those that need a shape.
    pub(super) fn enqueue(&mut self, id: TypeId, source: Source<'d>) {
        self.queue.push_back((id, source));
    }

    pub(super) fn dequeue(&mut self) -> Option<(TypeId, Source<'d>)> {
        self.queue.pop_front()
    }

    pub(super) fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        self.table.get_mut(id)
    }
}
