//! Names of the enums of request bodies that can be sent in several media types.

use super::OutcomeNames;
use super::scope::{Preference, Scope};
use super::words::Words;
use crate::analyze::OperationFacts;
use crate::ir::{Encoding, MediaType, Operation};

/// The names of the enum and of its variants, if the body has one.
pub(super) fn names(
    operation: &Operation,
    facts: &OperationFacts,
    idents: &mut Scope,
) -> Option<OutcomeNames> {
    let body = operation.request_body.as_ref()?;
    if facts.alternatives.is_empty() {
        return None;
    }
    let preference = Preference::of_operation(operation);
    let preference = Preference {
        words: preference.words.clone().and("body"),
        ..preference.or("request")
    };
    let media = facts
        .alternatives
        .iter()
        .map(|it| body.media_type(it.media));
    let preferences = media.map(|media| Preference::plain(&text(media)).or("body"));
    let variants = Scope::folded(Words::camel, &[]).claim_all(preferences.collect());
    Some(OutcomeNames {
        ident: idents.claim(preference).name,
        variants: variants.into_iter().map(|claim| claim.name).collect(),
    })
}

/// The common name of a media type: `application/merge-patch+json` is a merge patch.
fn text(media: &MediaType) -> String {
    match media.encoding {
        Encoding::Form => return "form".to_owned(),
        Encoding::Multipart => return "multipart".to_owned(),
        Encoding::Json | Encoding::Xml | Encoding::Text | Encoding::Binary => {}
    }
    match media.range.parts() {
        Some(("application", "json")) => "json".to_owned(),
        Some(("application", subtype)) if !subtype.contains('*') => {
            subtype.trim_end_matches("+json").to_owned()
        }
        Some((kind, subtype)) if !subtype.contains('*') => format!("{kind} {subtype}"),
        _ => "json".to_owned(),
    }
}
