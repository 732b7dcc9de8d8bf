//! Limits how deeply lists and maps nest. Aliases do not interrupt them: to rustc, all layers are one type.
//!
//! rustc checks nested types recursively (see `analyze/nesting.rs`), and between lists and maps there is no field that
//! could be boxed. Real APIs do not nest them this deeply, and JSON parsers reject more than 128 levels.

use std::collections::BTreeMap;

use super::uses;
use crate::analyze::nesting::layer;
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::ir::{Api, Shape, TypeId, TypeRef, TypeTable};

/// The steps that rustc may take through the lists and maps of a type, of its 128: ten lists, or four maps.
const LIMIT: usize = 40;

/// Replaces types that nest in lists and maps more deeply than the limit by raw JSON, with a warning.
pub(super) fn open(api: &mut Api, sink: &mut Sink) {
    let (mut layers, mut others) = (Layers::default(), Vec::new());
    for id in api.types.iter().map(|ty| ty.id).collect::<Vec<_>>() {
        match &api.types.get(id).shape {
            Shape::Alias(_) => layers.settle(&mut api.types, id, sink),
            // Limited after the aliases that they mention.
            _ => others.push(id),
        }
    }
    for id in others {
        let ty = api.types.get_mut(id);
        for mention in ty.shape.mentions_mut() {
            layers.limit(mention, &ty.origin, sink);
        }
    }
    for operation in &mut api.operations {
        let at = operation.origin.clone();
        for ty in uses::of_operation(operation) {
            layers.limit(ty, &at, sink);
        }
    }
}

/// The steps of each alias that has been limited.
#[derive(Default)]
struct Layers(BTreeMap<TypeId, usize>);

impl Layers {
    /// Limits an alias after the aliases that it mentions. Cycles of aliases have been removed before.
    fn settle(&mut self, types: &mut TypeTable, id: TypeId, sink: &mut Sink) {
        let mut way = vec![id];
        while let Some(&id) = way.last() {
            if let Some(next) = self.waiting(types, id) {
                way.push(next);
                continue;
            }
            way.pop();
            let ty = types.get_mut(id);
            if let Shape::Alias(target) = &mut ty.shape {
                self.limit(target, &ty.origin, sink);
                let steps = self.steps(target);
                self.0.insert(id, steps);
            }
        }
    }

    /// An alias that this one mentions and that has not been limited yet.
    fn waiting(&self, types: &TypeTable, id: TypeId) -> Option<TypeId> {
        let mut open = types.get(id).shape.mentions();
        while let Some(ty) = open.pop() {
            match ty {
                TypeRef::Named(id) => {
                    let is_alias = matches!(types.get(*id).shape, Shape::Alias(_));
                    if is_alias && !self.0.contains_key(id) {
                        return Some(*id);
                    }
                }
                wrapper => open.extend(wrapper.parts()),
            }
        }
        None
    }

    fn steps(&self, ty: &TypeRef) -> usize {
        match ty {
            TypeRef::Named(id) => self.0.get(id).copied().unwrap_or_default(),
            wrapper => {
                let below = wrapper.parts().iter().map(|part| self.steps(part));
                layer(wrapper) + below.max().unwrap_or_default()
            }
        }
    }

    fn limit(&self, ty: &mut TypeRef, at: &Pointer, sink: &mut Sink) {
        if self.steps(ty) > LIMIT {
            self.cut(ty, LIMIT);
            let message =
                "lists and maps nest too deeply; falling back to raw JSON for the innermost";
            let help = "make one of them a property of an object";
            sink.report(Diagnostic::warning(Code::UnsupportedSchema, at, message).help(help));
        }
    }

    /// Replaces every part that exceeds the remaining steps by raw JSON.
    fn cut(&self, ty: &mut TypeRef, left: usize) {
        if self.steps(ty) <= left {
            return;
        }
        match left.checked_sub(layer(ty)) {
            Some(left) if !matches!(ty, TypeRef::Named(_)) => {
                let parts = ty.parts_mut().iter_mut();
                parts.for_each(|part| self.cut(part, left));
            }
            _ => *ty = TypeRef::Any,
        }
    }
}
