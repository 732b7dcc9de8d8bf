//! Whether every `$ref` leads somewhere.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Severity, Sink, did_you_mean};
use crate::load::{
    Document, Example, HOPS, Reference, View, component_at, keyword, local, section_at,
};

/// The help for a reference to another document.
pub(super) const EXTERNAL_HELP: &str =
    "bundle the document into one file, for example with `redocly bundle`";

/// Reports references that lead nowhere, out of the document, or to something else than is needed there.
pub(super) fn check(document: &Document, sink: &mut Sink) {
    for reference in &document.references {
        match local(&reference.target) {
            None => external(reference, sink),
            Some(pointer) => internal(document, reference, &pointer, sink),
        }
    }
}

/// Whether `target` names another document.
pub(super) fn is_external(target: &str) -> bool {
    !target.is_empty() && !target.starts_with('#')
}

/// Whether no reference that the client needs leads out of the document.
pub(super) fn are_all_internal(document: &Document) -> bool {
    let references = document.references.iter();
    let needed = references.filter(|reference| is_needed(reference));
    let targets = needed.map(|reference| &reference.target);
    let misplaced = document.misplaced.iter().map(|reference| &reference.target);
    !targets.chain(misplaced).any(|target| is_external(target))
}

fn external(reference: &Reference, sink: &mut Sink) {
    let target = &reference.target;
    if !is_external(target) {
        let message = format!("`{target}` is not a reference");
        let help = "write a reference such as `#/components/schemas/Name`";
        report(Code::DanglingRef, reference, message, help, sink);
        return;
    }
    let message = format!("`{target}` refers to another document");
    report(Code::ExternalRef, reference, message, EXTERNAL_HELP, sink);
}

/// Whether the client depends on the target of a reference.
fn is_needed(reference: &Reference) -> bool {
    !reference.is_unused && !reference.object.is(Example::table())
}

fn report(code: Code, reference: &Reference, message: String, help: &str, sink: &mut Sink) {
    let severity = if is_needed(reference) {
        Severity::Error
    } else {
        Severity::Warning
    };
    let location = Location::Value(reference.at.clone());
    sink.report(Diagnostic::new(severity, code, location, message).help(help));
}

fn internal(document: &Document, reference: &Reference, pointer: &Pointer, sink: &mut Sink) {
    let Some(node) = document.node(pointer) else {
        let message = format!("`{}` does not exist", reference.target);
        let help = hint(document, reference, pointer);
        report(Code::DanglingRef, reference, message, &help, sink);
        return;
    };
    let wanted = reference.object;
    if Document::has_other(pointer, wanted) || !node.value.is_mapping() {
        let message = format!("`{}` is not a {}", reference.target, wanted.name);
        let help = format!("refer to an entry of `components/{}`", wanted.section);
        report(Code::DanglingRef, reference, message, &help, sink);
        return;
    }
    match walk(document, reference) {
        // Circles of components may also lead through `allOf` and are found elsewhere.
        Walk::Circle if !is_component_schema(&reference.at) => {
            let message = format!("`{}` refers to itself", reference.target);
            report(Code::RefCycle, reference, message, "", sink);
        }
        Walk::Long => {
            let message = format!(
                "`{}` begins a chain of more than {HOPS} references",
                reference.target
            );
            let help = "refer to the object itself";
            report(Code::DanglingRef, reference, message, help, sink);
        }
        Walk::Circle | Walk::End => {}
    }
}

/// The result of following a reference.
enum Walk {
    End,
    /// It leads back to where it stands.
    Circle,
    /// It leads to more references than anyone follows.
    Long,
}

fn walk(document: &Document, reference: &Reference) -> Walk {
    let mut target = local(&reference.target);
    let mut seen = BTreeSet::new();
    for _ in 0..HOPS {
        let Some(node) = target.and_then(|at| document.node(&at)) else {
            return Walk::End;
        };
        if node.at_reference() == reference.at {
            return Walk::Circle;
        }
        target = node.reference().and_then(local);
        // A circle that the reference only leads into is reported at the references on it.
        if !seen.insert(node.at) {
            return Walk::End;
        }
    }
    Walk::Long
}

/// Whether a reference is all that a component of the schemas is.
fn is_component_schema(at: &Pointer) -> bool {
    let component = component_at(at).filter(|(section, _)| section == keyword::SCHEMAS);
    component.is_some_and(|(section, key)| *at == section_at(&section).key(&key).key(keyword::REF))
}

fn hint(document: &Document, reference: &Reference, pointer: &Pointer) -> String {
    let Some(name) = pointer.segments().last() else {
        return String::new();
    };
    let entries = document.openapi().section(reference.object.section);
    did_you_mean(&name, entries.iter().map(|(key, _)| *key))
}
