//! Repairs of deviations from OpenAPI that have only one reading.
//!
//! A tool that splits and joins documents puts a `$ref` wherever it likes, and most readers follow it there. So it is
//! replaced by what it leads to, with a warning, before the document is held against the grammar. A `+` is a space in
//! forms and not in references, and some write it there all the same. Likewise a document of 3.0 may have schemas of
//! 3.1, where it says which types a value has: a list of them, or null. The values of an enum may lack their quotes, or
//! have some without need. A type may have the name of another language, and a reference may start at the schema that
//! contains it.

use std::ops::ControlFlow;

use serde_yaml::{Mapping, Value};

use super::grammar::{Field, Kind, PathItem, Read, Schema, Slot, View, keyword, section_at};
use super::node::count;
use super::reference::local;
use super::version::Version;
use super::visit::{self, visit};
use super::{Node, enum_values, lookup, type_names, unquoted, v31};
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};

/// How often what was put in may bring other such references with it.
const ROUNDS: usize = 8;

/// How many values all replacements together may put in.
const BUDGET: usize = 100_000;

/// How a reference starts that some tools write relative to the component that contains it.
const ROOTED: &str = "#/components/schemas/#";

/// Puts what a misplaced reference leads to in its place, and rewrites schemas of a later version.
pub(super) fn repair(document: &mut Value, text: &str, version: Version, sink: &mut Sink) {
    let mut budget = BUDGET;
    for _ in 0..ROUNDS {
        let found = Found::of(document);
        found.spaced.iter().for_each(|at| space(document, at));
        for (at, count) in found.counts {
            if let Some(place) = lookup::at_mut(document, &at) {
                *place = count.into();
            }
        }
        for at in &found.rooted {
            from_component(document, at, sink);
        }
        convert(document, text, found.values, sink);
        let mut is_done = true;
        if version == Version::V3_0 {
            // A rewritten schema may have its parts in other places: those wait for the next round.
            for at in &found.borrowed {
                is_done &= !borrowed(document, at, sink);
            }
        }
        for (at, target) in found.misplaced {
            is_done &= !replace(document, &at, &target, &mut budget, sink);
        }
        if is_done {
            return;
        }
    }
}

/// Replaces names of types that OpenAPI does not define, and removes values that say nothing. No reference depends on
/// them, so this waits for the selection: only what is selected has findings.
pub(super) fn values(document: &mut Value, sink: &mut Sink) {
    let found = Found::of(document);
    for at in &found.absent {
        absent(document, at, sink);
    }
    for (at, value) in found.empty {
        empty(document, &at, value, sink);
    }
    for at in &found.types {
        type_name(document, at, sink);
    }
}

/// What needs a hand.
#[derive(Default)]
struct Found {
    /// Where OpenAPI has none, and where each leads.
    misplaced: Vec<(Pointer, String)>,
    /// The texts of those with a `+`.
    spaced: Vec<Pointer>,
    /// Non-negative integers that are written as `10.0`.
    counts: Vec<(Pointer, u64)>,
    /// The texts of those that start at the component that contains them.
    rooted: Vec<Pointer>,
    /// Schemas as 3.1 writes them.
    borrowed: Vec<Pointer>,
    /// Types with a name that OpenAPI does not define.
    types: Vec<Pointer>,
    /// Values of fields that every reader ignores.
    absent: Vec<Pointer>,
    /// Null in the place of a list or an object, such as the scopes of a security requirement, and the empty value.
    empty: Vec<(Pointer, Value)>,
    /// Values of an enum that are of another type, and what they are as one of the enum's.
    values: Vec<(Pointer, Value)>,
}

/// Rewrites a schema of 3.1 in a document of 3.0, and says whether that was possible.
fn borrowed(document: &mut Value, at: &Pointer, sink: &mut Sink) -> bool {
    let schema = lookup::at_mut(document, at).and_then(Value::as_mapping_mut);
    let Some(schema) = schema.filter(|schema| v31::is_borrowed(schema)) else {
        return false;
    };
    let moves = sink.moves_mut();
    v31::rewrite_borrowed(schema, &mut v31::Place { at, moves });
    if v31::is_borrowed(schema) {
        return false;
    }
    let message = "the schema uses the syntax of OpenAPI 3.1, and the document is OpenAPI 3.0";
    let help = "write `nullable: true`, one `type`, and `exclusive..: true` beside a bound";
    sink.report(Diagnostic::warning(Code::NewerSchema, at, message).help(help));
    true
}

/// Puts values of enums in the places of what was written for them. A string is what the text says.
fn convert(document: &mut Value, text: &str, values: Vec<(Pointer, Value)>, sink: &mut Sink) {
    let strings = values.iter().filter(|(_, value)| value.is_string());
    let strings: Vec<_> = strings.map(|(at, _)| at.clone()).collect();
    let mut written = unquoted::as_written(document, text, &strings).into_iter();
    for (at, mut value) in values {
        if value.is_string() {
            value = written.next().map_or(value, Value::String);
        }
        let (message, help) = enum_values::converted_message(&value);
        if let Some(place) = lookup::at_mut(document, &at) {
            *place = value;
            sink.report(Diagnostic::warning(Code::EnumValueType, &at, message).help(help));
        }
    }
}

/// Reads a `+` as a space, when that is what leads somewhere.
fn space(document: &mut Value, at: &Pointer) {
    let Some(text) = lookup::at(document, at).and_then(Value::as_str) else {
        return;
    };
    let spaced = text.replace('+', "%20");
    let leads = |text| local(text).is_some_and(|target| lookup::at(document, &target).is_some());
    if !leads(text)
        && leads(&spaced)
        && let Some(place) = lookup::at_mut(document, at)
    {
        *place = Value::String(spaced);
    }
}

/// Reads `#/components/schemas/#/rest` from the component that contains the reference, as its author meant it.
fn from_component(document: &mut Value, at: &Pointer, sink: &mut Sink) {
    let text = lookup::at(document, at).and_then(Value::as_str);
    let Some(rest) = text.and_then(|text| text.strip_prefix(ROOTED)) else {
        return;
    };
    let mut segments = at.segments();
    let (Some(_), Some(_), Some(component)) = (segments.next(), segments.next(), segments.next())
    else {
        return;
    };
    let owner = section_at(keyword::SCHEMAS).key(&component);
    if !is_within(at, owner.as_str()) {
        return;
    }
    let meant = format!("#{owner}{rest}");
    let target = local(&meant).and_then(|target| lookup::at(document, &target));
    if target.is_none() {
        return;
    }
    let message = format!("`{ROOTED}{rest}` does not exist; it is read as `{meant}`");
    let help = format!("write `{meant}`");
    if let Some(place) = lookup::at_mut(document, at) {
        *place = Value::String(meant);
        sink.report(Diagnostic::warning(Code::DanglingRef, at, message).help(help));
    }
}

/// Replaces a type that OpenAPI does not define by the one it stands for; without such a type, any JSON is accepted.
fn type_name(document: &mut Value, at: &Pointer, sink: &mut Sink) {
    let Some(schema) = lookup::at_mut(document, at).and_then(Value::as_mapping_mut) else {
        return;
    };
    for (written, meant) in type_names::replace(schema) {
        let message = type_names::message(&written, meant);
        let help = type_names::help(&written);
        sink.report(
            Diagnostic::warning(Code::UnknownType, at.key(keyword::TYPE), message).help(help),
        );
    }
}

/// Whether null in a field is no value. In a field for JSON it is a value, in one for prose it is reported as such, and
/// an operation must not be lost.
fn may_be_empty(field: &Field) -> bool {
    let is_operation = PathItem::methods().any(|method| method == field.name);
    let is_value = matches!(field.kind, Kind::Any) || field.name == keyword::TYPE;
    !field.required && !is_value && !is_operation && !field.is_prose()
}

/// Removes the value of a field that says nothing.
fn absent(document: &mut Value, at: &Pointer, sink: &mut Sink) {
    let Some((parent, key)) = at.split() else {
        return;
    };
    let parent = lookup::at_mut(document, &parent).and_then(Value::as_mapping_mut);
    let Some(value) = parent.and_then(|members| members.shift_remove(key.as_str())) else {
        return;
    };
    let (message, help) = if value.is_null() {
        let message = format!("`{key}` has no value; it is read as absent");
        (message, "remove it, or write a value")
    } else {
        let message = format!("`{key}` is an array of names in a schema; the boolean is ignored");
        let help = "list the names of required properties in the schema that contains them";
        (message, help)
    };
    sink.report(Diagnostic::warning(Code::WrongType, at, message).help(help));
}

/// Replaces null in a list or an object by an empty value.
fn empty(document: &mut Value, at: &Pointer, value: Value, sink: &mut Sink) {
    let (shown, help) = if value.is_sequence() {
        ("[]", "write `[]`")
    } else {
        ("{}", "write `{}`")
    };
    if let Some(place) = lookup::at_mut(document, at) {
        *place = value;
        let message = format!("null is read as `{shown}`");
        sink.report(Diagnostic::warning(Code::WrongType, at, message).help(help));
    }
}

/// Whether there was something to put in.
fn replace(
    document: &mut Value,
    at: &Pointer,
    target: &str,
    budget: &mut usize,
    sink: &mut Sink,
) -> bool {
    // What leads above itself would never end.
    let target_at = local(target).filter(|target| !is_within(at, target.as_str()));
    let Some(target_at) = target_at else {
        return false;
    };
    let Some(found) = lookup::at(document, &target_at) else {
        return false;
    };
    let Some(left) = weigh(found, *budget) else {
        return false;
    };
    let found = found.clone();
    let Some(place) = lookup::at_mut(document, at) else {
        return false;
    };
    *place = found;
    *budget = left;
    let moves = sink.moves_mut();
    moves.add(at, moves.written(at), moves.members(&target_at));
    let message = format!("OpenAPI does not allow a `$ref` here; the object at `{target}` is used");
    let help = "write the object itself";
    sink.report(Diagnostic::warning(Code::MisplacedRef, at, message).help(help));
    true
}

fn is_within(at: &Pointer, target: &str) -> bool {
    let rest = at.as_str().strip_prefix(target);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The rest of a budget after all values in `value`.
fn weigh(value: &Value, budget: usize) -> Option<usize> {
    let budget = budget.checked_sub(1)?;
    match value {
        Value::Sequence(items) => items
            .iter()
            .try_fold(budget, |left, item| weigh(item, left)),
        Value::Mapping(members) => {
            let mut values = members.iter();
            values.try_fold(budget, |left, (_, value)| weigh(value, left))
        }
        _ => Some(budget),
    }
}

impl Found {
    fn of(document: &Value) -> Self {
        let mut found = Self::default();
        let root = Node::new(document, Pointer::root());
        visit(&root, visit::document(), &mut |node, slot| {
            found.value(node, slot)
        });
        found
    }

    fn value(&mut self, node: &Node<'_>, slot: Slot) -> ControlFlow<()> {
        if node.value.is_null() && slot.field.is_some_and(may_be_empty) {
            self.absent.push(node.at.clone());
            return ControlFlow::Break(());
        }
        if node.value.is_null() && slot.field.is_none() {
            let empty = match slot.kind {
                Kind::List(_) => Some(Value::Sequence(Vec::new())),
                Kind::Map(_) => Some(Value::Mapping(Mapping::new())),
                _ => None,
            };
            let empty = empty.map(|empty| (node.at.clone(), empty));
            self.empty.extend(empty);
        }
        if let Some(reference) = node.reference() {
            match slot.kind {
                Kind::Reusable(_) | Kind::ReusableOrBool(_) => {
                    self.reference(node, reference);
                    return ControlFlow::Break(());
                }
                Kind::Map(_) | Kind::List(_) | Kind::Object(_) if node.at != Pointer::root() => {
                    let target = reference.to_owned();
                    self.misplaced.push((node.at.clone(), target));
                    return ControlFlow::Break(());
                }
                _ => {}
            }
        }
        match slot.kind {
            Kind::Count if node.value.is_f64() => {
                let whole = count(node.value);
                let whole = whole.map(|whole| (node.at.clone(), whole));
                self.counts.extend(whole);
            }
            Kind::Reusable(table) | Kind::ReusableOrBool(table) if table().is(Schema::table()) => {
                self.schema(node);
            }
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn reference(&mut self, node: &Node<'_>, text: &str) {
        let at = || node.at_reference();
        self.spaced.extend(text.contains('+').then(at));
        self.rooted.extend(text.starts_with(ROOTED).then(at));
    }

    fn schema(&mut self, node: &Node<'_>) {
        let Some(schema) = Schema::read(node.clone()) else {
            return;
        };
        self.values.extend(enum_values::convertible(&schema));
        let required = schema.get(keyword::REQUIRED);
        let required = required.filter(|required| required.value.is_bool());
        self.absent.extend(required.map(|required| required.at));
        let members = schema.value.as_mapping();
        if members.is_some_and(v31::is_borrowed) {
            self.borrowed.push(schema.at.clone());
        }
        if members.is_some_and(type_names::is_foreign) {
            self.types.push(schema.at.clone());
        }
    }
}
