//! Objects that are reached by reference.

use crate::diagnostic::Pointer;
use crate::load::{
    Document, Node, Read, Reusable, Schema, View, component_at, follow, local, section_at,
};

/// The object at a place that may have a reference. `None` if the references lead nowhere, or if the object is not what
/// OpenAPI requires: both are reported already.
pub(crate) fn bind<'d, V: View<'d>>(document: &'d Document, node: &Reusable<'d, V>) -> Option<V> {
    let node = follow(&document.root(), node)?;
    V::read(node).filter(|view| V::table().is_sound(view.value))
}

/// The schema at a place, references followed.
pub(crate) fn schema<'d>(document: &'d Document, schema: &Schema<'d>) -> Option<Schema<'d>> {
    match schema.reference() {
        None => Some(schema.clone()),
        Some(_) => Schema::read(follow(&document.root(), schema)?),
    }
}

/// The place that a reference to a schema names.
pub(crate) fn target(schema: &Schema<'_>) -> Option<Pointer> {
    local(schema.reference()?)
}

/// The key under `components`, for an object that is reused from there.
pub(crate) fn component(node: &Node<'_>) -> Option<String> {
    let (section, key) = component_at(&node.at)?;
    let is_itself = node.at == section_at(&section).key(&key);
    is_itself.then_some(key)
}
