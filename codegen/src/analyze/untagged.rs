//! Tests that select the variant of a union without a discriminator.
//!
//! A variant has tests, and each of its values passes one of them. Tests check the JSON type, then
//! the required keys of an object and constants. These are always checked, so that a future variant
//! is not mistaken for an existing one. Values of enums, JSON types of values, and items of an
//! array are only checked where they separate two variants, because enums are open.

mod candidates;
mod focus;
mod look;
mod overlap;
#[cfg(test)]
mod pairs;
mod test;
#[cfg(test)]
mod tests;
mod values;

pub use test::{ObjectTest, Test};

use std::collections::BTreeSet;

use overlap::Overlaps;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{Shape, TypeDef, TypeTable, Variant, VariantForm, Variants};

/// Facts about a variant of a union without a discriminator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VariantFacts {
    /// The tests, of which a value must pass one.
    pub tests: Vec<Test>,
    /// Whether no value of the variant passes a test of another.
    pub is_distinct: bool,
}

/// By type, the facts about its variants; empty for other types.
///
/// Reports ambiguous variants of received unions.
pub(super) fn find(
    types: &TypeTable,
    is_received: impl Fn(&TypeDef) -> bool,
    sink: &mut Sink,
) -> Vec<Vec<VariantFacts>> {
    let mut reported = BTreeSet::new();
    let mut all = Vec::with_capacity(types.len());
    for ty in types {
        let mut facts = Vec::new();
        if let Shape::Union(union) = &ty.shape
            && let Variants::Untagged(variants) = &union.variants
        {
            let full: Vec<_> = variants
                .iter()
                .map(|variant| look::of_variant(types, variant))
                .collect();
            let focused = focus::tests(&full).into_iter().zip(&full).zip(variants);
            let tests: Vec<_> = focused
                .map(|((focused, full), variant)| match variant.form {
                    // There can be no other value.
                    VariantForm::Constant(_) => full.clone(),
                    _ => focused,
                })
                .collect();
            let overlaps = overlap::overlaps(&tests, union.kind);
            // A union that is split by direction has one location in the document.
            if is_received(ty) && reported.insert(&ty.origin) {
                report(types, variants, &overlaps, sink);
            }
            let variants = tests.into_iter().zip(&overlaps);
            facts.extend(variants.map(|(tests, overlap)| VariantFacts {
                tests,
                is_distinct: !overlap.is_any,
            }));
        }
        all.push(facts);
    }
    all
}

/// Reports each variant that overlaps with an earlier one, once.
fn report(types: &TypeTable, variants: &[Variant], overlaps: &[Overlaps], sink: &mut Sink) {
    for (later, overlap) in variants.iter().zip(overlaps) {
        if let Some((earlier, at)) = &overlap.earlier {
            let [one, other] = [&variants[*earlier], later].map(|it| types.variant_text(it));
            let values = at.values();
            let message = format!("`{one}` and `{other}` are ambiguous: {values} matches both");
            sink.report(
                Diagnostic::warning(Code::AmbiguousUnion, &later.origin, message)
                    .help(at.help())
                    .label(&variants[*earlier].origin, "the other variant"),
            );
        }
    }
}
