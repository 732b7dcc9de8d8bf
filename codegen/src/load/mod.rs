//! Text to [`Document`]: syntax, version, structure.
//!
//! The document stays a raw value. It is held against the grammar of OpenAPI 3.0, so that each finding has a place; the later
//! stages read it by the views that follow from the tables of the grammar.

mod enum_values;
mod grammar;
mod lint;
pub mod locate;
mod lookup;
pub(crate) mod media_type;
mod names;
mod node;
mod overlay;
mod read;
mod reference;
mod repair;
mod rules;
mod select;
mod streams;
#[cfg(test)]
mod tests;
mod type_names;
mod unquoted;
mod v31;
mod version;
mod visit;

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

pub(crate) use enum_values::shown;
pub use grammar::KEYWORDS;
pub(crate) use grammar::*;
pub(crate) use names::RUST_NAME;
pub(crate) use node::Node;
pub(crate) use reference::{HOPS, Misplaced, Reference, follow, local};
pub(crate) use select::Touched;

use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::input::Input;
use crate::options::Options;
use lint::Specification;
use version::Version;

/// A document in the words of OpenAPI 3.0, its references not yet followed.
pub struct Document {
    raw: Value,
    /// Every `$ref` of the document.
    pub(crate) references: Vec<Reference>,
    /// Every `$ref` where OpenAPI has none, which could not be replaced by its target.
    pub(crate) misplaced: Vec<Misplaced>,
    /// The extensions that the settings name.
    pub(crate) extensions: Extensions,
    /// The operations that the settings select, where they do: the path that offers it, and the method.
    selected: Option<BTreeSet<Pointer>>,
}

/// The extensions that the settings name.
pub(crate) struct Extensions {
    /// The one that holds the name of an operation.
    pub(crate) operation_name: Option<String>,
    /// The one that holds the day on which a version ends.
    pub(crate) sunset: Option<String>,
    /// By key, the sentences about operations.
    pub(crate) operation: BTreeMap<String, String>,
}

/// Reads a document, YAML or JSON, OpenAPI 3.0.x, 3.1.x or 3.2.x, applies the overlays, and keeps what the settings select.
///
/// Reports syntax errors and duplicate keys, another version, a structure that OpenAPI does not have, and keywords
/// that it does not know or that a client has no use for. `None` when there is nothing to go on with.
#[must_use]
pub fn load<'a>(
    input: impl Into<Input<'a>>,
    options: &Options,
    sink: &mut Sink,
) -> Option<Document> {
    load_without(&input.into(), options, &BTreeSet::new(), sink)
}

/// The same without parts of the document, which [`touched`] finds.
pub(crate) fn load_without(
    input: &Input<'_>,
    options: &Options,
    parts: &BTreeSet<Pointer>,
    sink: &mut Sink,
) -> Option<Document> {
    let Part {
        mut raw,
        version,
        selected,
        extensions,
    } = part(input, options, sink)?;
    select::remove(&mut raw, parts);
    repair::values(&mut raw, sink);
    if version >= Version::V3_1 {
        v31::check(&Node::new(&raw, Pointer::root()), sink);
    }
    let found = lint::check(
        &Node::new(&raw, Pointer::root()),
        visit::document(),
        Specification::OpenApi(version),
        sink,
    );
    Some(Document {
        raw,
        references: found.references,
        misplaced: found.misplaced,
        extensions,
        selected,
    })
}

/// The operations that flaws at these places touch. `None` if a flaw concerns the whole document.
pub(crate) fn touched(input: &Input<'_>, options: &Options, places: &[Pointer]) -> Option<Touched> {
    let part = part(input, options, &mut Sink::default())?;
    select::touched(&part.raw, part.selected.as_ref(), places)
}

/// The selected part of a document in the syntax of OpenAPI 3.0, unchecked.
struct Part {
    raw: Value,
    version: Version,
    selected: Option<BTreeSet<Pointer>>,
    extensions: Extensions,
}

fn part(input: &Input<'_>, options: &Options, sink: &mut Sink) -> Option<Part> {
    let text = input.document;
    let mut raw = read::read(text)
        .map_err(|error| {
            let place = Location::Offset(error.offset);
            sink.report(Diagnostic::error(Code::Syntax, place, error.message));
        })
        .ok()?;
    if !raw.is_mapping() {
        let message = if raw.is_null() {
            "the document is empty"
        } else {
            "the document is not an object"
        };
        sink.report(
            Diagnostic::error(Code::WrongType, Pointer::root(), message)
                .help("begin it with `openapi: \"3.0.3\"`"),
        );
        return None;
    }
    if !input.overlays.is_empty() {
        overlay::apply(&mut raw, input, sink)?;
    }
    let version = version::check(&Node::new(&raw, Pointer::root()), sink)?;
    unquoted::quote(&mut raw, text, sink);
    repair::repair(&mut raw, text, version, sink);
    if version >= Version::V3_1 {
        v31::normalize(&mut raw, sink.moves_mut());
    }
    let extensions = Extensions {
        operation_name: options.names.operation_id.clone(),
        sunset: options.versions.sunset.clone(),
        operation: options.extensions.operation.clone(),
    };
    let operation_name = extensions.operation_name.as_deref();
    streams::apply(
        &mut raw,
        &options.streams,
        extensions.operation_name.as_deref(),
        sink,
    );
    names::apply(&mut raw, &options.names, sink);
    let selected = select::reduce(&mut raw, &options.select, operation_name, sink);
    Some(Part {
        raw,
        version,
        selected,
        extensions,
    })
}

impl Document {
    /// The whole raw value.
    pub(crate) fn root(&self) -> Node<'_> {
        Node::new(&self.raw, Pointer::root())
    }

    /// The value that `pointer` names.
    pub(crate) fn node(&self, pointer: &Pointer) -> Option<Node<'_>> {
        reference::node_at(&self.root(), pointer)
    }

    /// The objects of the document.
    pub(crate) fn openapi(&self) -> OpenApi<'_> {
        OpenApi::of(self.root())
    }

    /// Whether OpenAPI has something else than `object` at a place. Below an extension, it has nothing in particular.
    pub(crate) fn has_other(pointer: &Pointer, object: &Object) -> bool {
        match slot_at(pointer).map(|slot| slot.kind) {
            Some(Kind::Any) | None => false,
            Some(kind) => kind.object().is_none_or(|found| !found.is(object)),
        }
    }

    /// Whether the operation that `path` offers for a method (in lower case) is part of the client.
    pub(crate) fn selects(&self, path: &str, method: &str) -> bool {
        let place = || Pointer::root().key(keyword::PATHS).key(path).key(method);
        let selected = self.selected.as_ref();
        selected.is_none_or(|selected| selected.contains(&place()))
    }

    /// The schemas that are components.
    pub(crate) fn schemas(&self) -> Members<'_, Schema<'_>> {
        let components = self.openapi().components();
        components.map(|it| it.schemas()).unwrap_or_default()
    }
}
