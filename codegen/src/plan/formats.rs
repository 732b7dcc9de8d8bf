//! The formats that values of the API have.

use std::collections::BTreeSet;

use super::model::Model;
use super::rich::{self, Rich};
use super::ty::Type;
use crate::ir::{MediaType, Scalar, Shape};

/// The formats whose values are types of libraries, each once.
pub(super) fn used(model: &Model<'_>) -> Vec<&'static Rich> {
    let mut used = Vec::new();
    for named in model.types() {
        if let Shape::Scalar(Scalar::Text(_, format)) = &named.def.shape {
            used.extend(rich::of(&model.options.types, *format));
        }
        for ty in named.def.shape.mentions() {
            collect(&model.ty(ty), &mut used);
        }
    }
    for operation in model.operations() {
        let parameters = operation.def.parameters.iter().map(|it| &it.ty);
        let body = operation.def.request_body.iter();
        let body = body.flat_map(|it| &it.content);
        let responses = operation.def.responses.iter();
        let responses = responses.flat_map(|it| &it.content);
        let bodies = body.chain(responses).flat_map(MediaType::types);
        for ty in parameters.chain(bodies) {
            collect(&model.ty(ty), &mut used);
        }
    }
    let mut names = BTreeSet::new();
    used.retain(|rich| names.insert(rich.name));
    used
}

fn collect(ty: &Type<'_>, used: &mut Vec<&'static Rich>) {
    match ty {
        Type::Decimal(rich) => used.extend(*rich),
        Type::Formatted(rich) => used.push(rich),
        other => other.parts().iter().for_each(|part| collect(part, used)),
    }
}
