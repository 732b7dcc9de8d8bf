//! The module `types`: a file for each component and operation, with the types that are inline in it.

mod docs;
mod enums;
mod item;
mod patterns;
mod payloads;
mod scalars;
mod shared;
mod structs;
mod unions;
mod xml;

use std::collections::BTreeMap;

use indexmap::IndexMap;

pub use enums::{Enum, EnumKind, EnumVariant};
pub use item::{Declared, TypeItem};
pub use patterns::{Automaton, Patterns};
pub use payloads::{Payload, Payloads};
pub use scalars::{Integer, Text};
pub use shared::{Held, SharedArm, SharedField, SharedForm};
pub use structs::{
    Constructor, Creator, Field, Initial, KeyPresence, New, Rest, Setter, SetterOf, Struct,
};
pub use unions::{Conversion, Tagged, TaggedVariant, Union, UnionKind, Untagged, UntaggedVariant};
pub use xml::{Wrapping, Xml, XmlMember, XmlName, XmlPlace, XmlValue};

use super::condition::Condition;
use super::imports::Imports;
use super::model::{Model, NamedType};
use super::rich;
use crate::analyze::Availability;
use crate::ir::{NameHint, Scalar, Shape};

/// A module with the types of a component or operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Module<'a> {
    /// The name of the module.
    pub ident: &'a str,
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// The names that it imports.
    pub imports: Imports<'a>,
    /// The types.
    pub types: Vec<Declared<'a>>,
}

/// The file `types/mod.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Index<'a> {
    /// The modules, in alphabetical order.
    pub modules: Vec<&'a str>,
    /// The types that are always exported: module and names.
    pub always: Vec<Export<'a>>,
    /// The types that need a feature.
    pub conditional: Vec<(Condition<'a>, Vec<Export<'a>>)>,
}

/// The types of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export<'a> {
    /// The module.
    pub module: &'a str,
    /// The names, in alphabetical order.
    pub names: Vec<&'a str>,
}

/// The plan of the module `types`.
pub(super) struct Types<'a> {
    pub(super) index: Index<'a>,
    pub(super) modules: Vec<Module<'a>>,
    pub(super) patterns: Option<Patterns<'a>>,
}

pub(super) fn plan<'a>(model: &Model<'a>) -> Types<'a> {
    let patterns = patterns::Names::of(model);
    let mut shared = shared::Shared::of(model);
    let modules = modules(model);
    let index = index(model, &modules, &patterns);
    let modules = modules.into_iter().map(|(ident, types)| {
        let items = types.iter().map(|ty| Declared {
            origin: &ty.def.origin,
            item: item(model, &patterns, &mut shared, *ty),
        });
        let items: Vec<_> = items.collect();
        Module {
            ident,
            condition: Condition::of(model, availability(&types)),
            imports: Imports::of_types(&items),
            types: items,
        }
    });
    Types {
        index,
        modules: modules.collect(),
        patterns: patterns.plan(model),
    }
}

/// The types of each module: first the one that has the name of its component, then the others as they were first met.
fn modules<'a>(model: &Model<'a>) -> IndexMap<&'a str, Vec<NamedType<'a>>> {
    let mut modules = IndexMap::<_, Vec<_>>::new();
    for ty in model.types() {
        modules
            .entry(ty.names.module.as_str())
            .or_default()
            .push(ty);
    }
    for types in modules.values_mut() {
        types.sort_by_key(|ty| !matches!(ty.def.hint, NameHint::Component(_)));
    }
    modules
}

/// The availability of a module: all its types have the same.
fn availability<'a>(types: &[NamedType<'a>]) -> &'a Availability {
    types
        .first()
        .map_or(&Availability::Always, |ty| &ty.facts.availability)
}

/// The modules are private: which file a type is in does not matter to users.
fn index<'a>(
    model: &Model<'a>,
    modules: &IndexMap<&'a str, Vec<NamedType<'a>>>,
    patterns: &patterns::Names<'a>,
) -> Index<'a> {
    let mut sorted: Vec<_> = modules.iter().collect();
    sorted.sort_unstable_by_key(|(module, _)| **module);
    let mut always = Vec::new();
    let mut conditional: BTreeMap<&Availability, Vec<Export<'_>>> = BTreeMap::new();
    for (module, types) in sorted {
        let required = types.iter().filter_map(|it| it.names.required.as_deref());
        let mut names: Vec<_> = types.iter().map(NamedType::ident).chain(required).collect();
        names.sort_unstable();
        let export = Export { module, names };
        match availability(types) {
            Availability::Always => always.push(export),
            some @ Availability::With(_) => conditional.entry(some).or_default().push(export),
        }
    }
    let conditional = conditional
        .into_iter()
        .map(|(availability, exports)| (Condition::of(model, availability), exports));
    let mut modules: Vec<_> = modules.keys().copied().collect();
    modules.extend((!patterns.is_empty()).then_some(patterns::MODULE));
    modules.sort_unstable();
    Index {
        modules,
        always,
        conditional: conditional.collect(),
    }
}

fn item<'a>(
    model: &Model<'a>,
    patterns: &patterns::Names<'a>,
    shared: &mut shared::Shared<'a>,
    ty: NamedType<'a>,
) -> TypeItem<'a> {
    match &ty.def.shape {
        Shape::Struct(shape) => TypeItem::Struct(structs::plan(model, ty, shape)),
        Shape::Enum(shape) => TypeItem::Enum(enums::plan(ty, shape)),
        Shape::Union(shape) => TypeItem::Union(unions::plan(model, ty, shape, shared.take(ty))),
        Shape::Scalar(Scalar::Text(rules, format)) => {
            let rich = rich::of(&model.options.types, *format);
            TypeItem::Text(scalars::text(patterns, ty, rules, rich))
        }
        Shape::Scalar(Scalar::Integer(bounds, width)) => {
            TypeItem::Integer(scalars::integer(ty, *bounds, *width))
        }
        Shape::Alias(target) => TypeItem::Alias(docs::of(ty), ty.ident(), model.nullable(target)),
    }
}
