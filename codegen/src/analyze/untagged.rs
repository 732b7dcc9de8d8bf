//! What tells the variants of a union without a discriminator apart.
//!
//! A variant has tests, and a value of the variant passes one of them. They ask first for a JSON type, then for
//! the required keys of an object and for values that are constant. These are always asked for, so that a variant of
//! tomorrow is not taken for one of today. Other values of an enum, the JSON types of values of keys, and the items of an
//! array are asked for where that keeps two variants apart, and nowhere else: enums are open.

mod candidates;
mod focus;
mod look;
mod overlap;
#[cfg(test)]
mod pairs;
mod test;
#[cfg(test)]
mod tests;

pub use test::{ObjectTest, Test};

use std::collections::BTreeSet;

use overlap::Meeting;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{Shape, TypeDef, TypeTable, Variant, VariantForm, Variants};

/// Facts about a variant of a union without a discriminator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VariantFacts {
    /// What a value has to be like to be the variant: one of several tests.
    pub tests: Vec<Test>,
    /// No value of the variant is like a value of another.
    pub is_told_apart: bool,
}

/// By type, the facts about its variants; none for types that are no such union.
///
/// Notes the variants that a client does not tell apart, in unions that `is_received`.
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
                    // There is no place for another value.
                    VariantForm::Constant(_) => full.clone(),
                    _ => focused,
                })
                .collect();
            let meetings = overlap::meetings(&tests, union.kind);
            // A union that is split by direction has one place in the document.
            if is_received(ty) && reported.insert(&ty.origin) {
                report(types, variants, &meetings, sink);
            }
            let variants = tests.into_iter().zip(&meetings);
            facts.extend(variants.map(|(tests, meeting)| VariantFacts {
                tests,
                is_told_apart: !meeting.is_met,
            }));
        }
        all.push(facts);
    }
    all
}

/// Notes where variants meet, once for each variant that meets an earlier one.
fn report(types: &TypeTable, variants: &[Variant], meetings: &[Meeting], sink: &mut Sink) {
    for (later, meeting) in variants.iter().zip(meetings) {
        if let Some((earlier, at)) = &meeting.earlier {
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
