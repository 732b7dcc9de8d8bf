//! Overlays (Overlay 1.1): repairs of a document that stand beside it.

mod action;
mod edit;
mod extends;
mod findings;
mod query;
#[cfg(test)]
mod tests;

use serde_yaml::Value;

use super::grammar::{Kind, Overlay, Slot, View};
use super::lint::{self, Specification};
use super::{Node, read};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::input::Input;
use edit::Edited;
use findings::Findings;

/// Applies overlays to a document, in their order. `None` if one of them has an error.
///
/// Later findings about the document are located in the text that a value comes from.
pub(super) fn apply(document: &mut Value, input: &Input<'_>, sink: &mut Sink) -> Option<()> {
    let mut edited = Edited::new(std::mem::take(document));
    let mut findings = Findings::new(sink);
    for (position, text) in input.overlays.iter().enumerate() {
        findings.in_overlay(position);
        if let Some(overlay) = parsed(text, &mut findings) {
            let overlay = Overlay::of(Node::new(&overlay, Pointer::root()));
            if let Some(document) = input.document_paths.get(position) {
                extends::check(&overlay, document, &mut findings);
            }
            for action in overlay.actions() {
                action::apply(&action, position, &mut edited, &mut findings);
            }
        }
    }
    let is_applied = !findings.has_errors();
    let (value, origins) = edited.into_parts();
    *document = value;
    sink.set_origins(origins);
    is_applied.then_some(())
}

/// The overlay in a text, if its structure is right.
fn parsed(text: &str, findings: &mut Findings<'_>) -> Option<Value> {
    let overlay = read::read(text)
        .map_err(|error| {
            let place = Location::Offset(error.offset);
            findings.report(Diagnostic::error(Code::Syntax, place, error.message));
        })
        .ok()?;
    let node = Node::new(&overlay, Pointer::root());
    if !overlay.is_mapping() {
        findings.report(
            Diagnostic::error(
                Code::InvalidOverlay,
                &node.at,
                "the overlay is not an object",
            )
            .help("begin it with `overlay: 1.1.0`"),
        );
        return None;
    }
    let is_sound = findings.collect(|sink| {
        let slot = Slot::from(Kind::Object(Overlay::table));
        lint::check(&node, slot, Specification::Overlay, sink);
        version(&Overlay::of(node), sink);
    });
    is_sound.then_some(overlay)
}

fn version(overlay: &Overlay<'_>, sink: &mut Sink) {
    let Some(version) = overlay.overlay() else {
        return;
    };
    let mut parts = version.value.split('.');
    let is_known = parts.next() == Some("1") && matches!(parts.next(), Some("0" | "1"));
    if !is_known {
        let message = format!("version `{}` of overlays is not supported", version.value);
        sink.report(
            Diagnostic::error(Code::InvalidOverlay, &version.at, message)
                .help("versions 1.0 and 1.1 are supported"),
        );
    }
}
