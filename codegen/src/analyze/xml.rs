//! The types in bodies of XML.

use std::collections::BTreeSet;

use super::direction::{named, uses};
use crate::ir::{Api, Direction, Encoding, TypeId};

/// All types that bodies of XML mention, and those that these mention.
pub(super) fn types(api: &Api) -> BTreeSet<TypeId> {
    let bodies = api.operations.iter().flat_map(|operation| {
        let request = operation.request_body.iter().flat_map(|body| &body.content);
        let responses = operation.responses.iter().flat_map(|it| &it.content);
        request.chain(responses)
    });
    let bodies = bodies.filter(|media| media.encoding == Encoding::Xml);
    let mut open: Vec<_> = bodies.flat_map(|media| named(&media.ty)).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let shape = &api.types.get(id).shape;
            let held = Direction::BOTH.into_iter().flat_map(|way| uses(shape, way));
            open.extend(held.flat_map(named));
        }
    }
    found
}
