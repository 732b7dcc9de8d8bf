//! Actions of overlays.

use serde_yaml::Value;

use super::edit::{Edited, Incompatible, Kind};
use super::findings::Findings;
use super::query;
use crate::diagnostic::{Code, Diagnostic, Origins, Pointer};
use crate::load::Node;
use crate::load::grammar::{Action, Located};

/// The change that an action makes to the values that it selects.
enum Change<'d> {
    Remove,
    Update(Node<'d>),
    /// The update is the value at another place of the document.
    Copy(Located<&'d str>),
}

/// Applies an action to the document.
pub(super) fn apply(
    action: &Action<'_>,
    position: usize,
    document: &mut Edited,
    findings: &mut Findings<'_>,
) {
    let Some(target) = action.target() else {
        return;
    };
    if action.reason().is_none() {
        findings.report(
            Diagnostic::warning(Code::MissingReason, &target.at, "the action has no `x-reason`")
                .help("say what is wrong with the document, so that readers know when the action is obsolete"),
        );
    }
    let change = change(action, findings);
    let path = query::parse(&target, findings);
    let (Some(change), Some(path)) = (change, path) else {
        return;
    };
    let selected = document.select(&path);
    if selected.is_empty() {
        let message = format!("`{}` selects nothing", target.value);
        findings.report(
            Diagnostic::error(Code::UnusedAction, &target.at, message).help(
                "correct the expression, or remove the action if the document has been corrected",
            ),
        );
        return;
    }
    match change {
        Change::Remove => remove(selected, &target, document, findings),
        Change::Update(update) => {
            let source = (
                update.value.clone(),
                Origins::of_overlay(position, update.at.clone()),
            );
            merge(&selected, &source, &update.at, document, findings);
        }
        Change::Copy(from) => {
            if let Some(source) = copied(&from, document, findings) {
                merge(&selected, &source, &from.at, document, findings);
            }
        }
    }
}

/// The only change of an action.
fn change<'d>(action: &Action<'d>, findings: &mut Findings<'_>) -> Option<Change<'d>> {
    let changes = [
        action.remove().then_some(Change::Remove),
        action.update().map(Change::Update),
        action.copy().map(Change::Copy),
    ];
    let mut changes = changes.into_iter().flatten();
    let message = match (changes.next(), changes.next()) {
        (Some(change), None) => return Some(change),
        (None, _) => "the action has no `update`, `copy` or `remove`",
        (Some(_), Some(_)) => "the action has more than one of `update`, `copy` and `remove`",
    };
    findings.report(
        Diagnostic::error(Code::InvalidOverlay, &action.at, message)
            .help("use exactly one of them in each action"),
    );
    None
}

fn remove(
    selected: Vec<Pointer>,
    target: &Located<&str>,
    document: &mut Edited,
    findings: &mut Findings<'_>,
) {
    if selected.contains(&Pointer::root()) {
        let message = format!(
            "`{}` selects the whole document, which cannot be removed",
            target.value
        );
        findings.report(
            Diagnostic::error(Code::InvalidOverlay, &target.at, message)
                .help("select a member of it"),
        );
    } else {
        document.remove(selected);
    }
}

/// The value that an action copies.
fn copied(
    from: &Located<&str>,
    document: &Edited,
    findings: &mut Findings<'_>,
) -> Option<(Value, Origins)> {
    let path = query::parse(from, findings)?;
    let selected = document.select(&path);
    if let [only] = selected.as_slice() {
        return document.at(only);
    }
    let message = format!(
        "`{}` selects {} values, and only one can be copied",
        from.value,
        selected.len()
    );
    findings.report(
        Diagnostic::error(Code::InvalidOverlay, &from.at, message)
            .help("select exactly one value of the document"),
    );
    None
}

/// Merges a value into all selected ones.
fn merge(
    selected: &[Pointer],
    (update, origins): &(Value, Origins),
    at: &Pointer,
    document: &mut Edited,
    findings: &mut Findings<'_>,
) {
    let kinds: Vec<Kind> = selected.iter().filter_map(|it| document.kind(it)).collect();
    if kinds.windows(2).any(|pair| pair[0] != pair[1]) {
        let message = "the target selects objects, arrays or other values together";
        findings.report(
            Diagnostic::error(Code::InvalidOverlay, at, message)
                .help("use one action for each kind of values"),
        );
        return;
    }
    let mut changed = false;
    for pointer in selected {
        match document.update(pointer, update, origins) {
            Ok(now) => changed |= now,
            Err(Incompatible { path }) => return incompatible(pointer, &path, at, findings),
        }
    }
    if !changed {
        findings.report(
            Diagnostic::error(
                Code::UnusedAction,
                at,
                "the document already has these values",
            )
            .help("remove the action"),
        );
    }
}

fn incompatible(target: &Pointer, path: &[String], at: &Pointer, findings: &mut Findings<'_>) {
    let place = path.iter().fold(target.clone(), |at, key| at.key(key));
    let message = format!("the value does not fit `{place}`, which is of another kind");
    findings.report(
        Diagnostic::error(Code::InvalidOverlay, at, message).help(
            "objects are merged with objects, arrays with arrays; remove the value with another action to replace it",
        ),
    );
}
