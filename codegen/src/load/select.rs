//! A part of a document: the operations that the settings select, with everything that they reach.
//!
//! The rest is taken out of the raw value before anything looks at it. So it costs nothing, leaves no trace in the
//! client, and no flaw of it keeps anybody from a client of the part that they need. Places stay what they are.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use serde_yaml::{Mapping, Value};

use super::{Node, did_you_mean};
use crate::diagnostic::{Code, Location, Pointer, Severity, Sink};
use crate::options::SelectOptions;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// How many references to path items may follow on one another.
const HOPS: usize = 64;

/// Reduces a document to what `options` select; returns the selected operations, each as the path that offers it and
/// its method. Nothing is selected when everything is.
pub(super) fn reduce(
    raw: &mut Value,
    options: &SelectOptions,
    operation_name: Option<&str>,
    sink: &mut Sink,
) -> Option<BTreeSet<Pointer>> {
    if options.is_empty() {
        return None;
    }
    let root = Node::new(raw, Pointer::root());
    let offered = offered(&root);
    let mut selected = BTreeSet::new();
    for (kind, values) in [
        (Kind::Tag, &options.tags),
        (Kind::Operation(operation_name), &options.operations),
        (Kind::Path, &options.paths),
    ] {
        for value in values {
            let before = offered.iter().filter(|it| kind.matches(it, value));
            let found: Vec<_> = before.map(Offered::place).collect();
            if found.is_empty() {
                missing(kind, value, &offered, sink);
            }
            selected.extend(found);
        }
    }
    let mut reach = Reach::new(&root);
    for operation in offered.iter().filter(|it| selected.contains(&it.place())) {
        reach.operation(operation);
    }
    reach.complete();
    let Reach { kept, global, .. } = reach;
    prune(raw, &kept, global);
    Some(selected)
}

/// An operation of the document.
struct Offered<'d> {
    path: &'d str,
    method: &'static str,
    /// The path item that has it, references followed.
    item: Node<'d>,
    node: Node<'d>,
}

impl Offered<'_> {
    fn place(&self) -> Pointer {
        Pointer::root().key("paths").key(self.path).key(self.method)
    }
}

fn offered<'d>(root: &Node<'d>) -> Vec<Offered<'d>> {
    let mut all = Vec::new();
    for (path, item) in root.members("paths") {
        let Some(item) = follow(root, item) else {
            continue;
        };
        for method in METHODS {
            if let Some(node) = item.get(method) {
                let item = item.clone();
                all.push(Offered {
                    path,
                    method,
                    item,
                    node,
                });
            }
        }
    }
    all
}

fn follow<'d>(root: &Node<'d>, node: Node<'d>) -> Option<Node<'d>> {
    let mut node = node;
    for _ in 0..HOPS {
        let Some(target) = node.str("$ref") else {
            return Some(node);
        };
        node = at(root, &local(target)?)?;
    }
    None
}

/// The pointer of a reference within the document.
fn local(target: &str) -> Option<Pointer> {
    let fragment = percent_decode_str(target.strip_prefix('#')?);
    Some(Pointer::parse(&fragment.decode_utf8().ok()?))
}

fn at<'d>(root: &Node<'d>, pointer: &Pointer) -> Option<Node<'d>> {
    let mut node = root.clone();
    for segment in pointer.segments() {
        let index = segment.parse::<usize>();
        node = match (node.value, index) {
            (Value::Sequence(_), Ok(index)) => node.items().into_iter().nth(index)?,
            _ => node.get(&segment)?,
        };
    }
    Some(node)
}

/// What a value of the settings names.
#[derive(Clone, Copy)]
enum Kind<'o> {
    Tag,
    /// With the extension that holds the name of an operation.
    Operation(Option<&'o str>),
    Path,
}

impl Kind<'_> {
    fn matches(self, operation: &Offered<'_>, value: &str) -> bool {
        match self {
            Self::Tag => operation.node.strings("tags").contains(&value),
            Self::Operation(_) => self.names(operation).iter().any(|name| name == value),
            Self::Path => {
                let rest = operation.path.strip_prefix(value.trim_end_matches('/'));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
        }
    }

    /// What has to be written to select the operation.
    fn names(self, operation: &Offered<'_>) -> Vec<String> {
        match self {
            Self::Tag => operation.node.strings("tags"),
            Self::Operation(extension) => {
                let keys = ["operationId"].into_iter().chain(extension);
                let mut names: Vec<_> = keys.filter_map(|key| operation.node.string(key)).collect();
                let method = operation.method.to_ascii_uppercase();
                names.push(format!("{method} {}", operation.path));
                return names;
            }
            Self::Path => vec![operation.path],
        }
        .into_iter()
        .map(str::to_owned)
        .collect()
    }
}

fn missing(kind: Kind<'_>, value: &str, offered: &[Offered<'_>], sink: &mut Sink) {
    let message = match kind {
        Kind::Tag => format!("no operation has the tag `{value}`"),
        Kind::Operation(_) => format!("no operation is called `{value}`"),
        Kind::Path => format!("no path is `{value}` or begins with its segments"),
    };
    let names: Vec<_> = offered.iter().flat_map(|it| kind.names(it)).collect();
    let help = did_you_mean(value, names.iter().map(String::as_str));
    let place = Location::Key(Pointer::root().key("paths"));
    sink.push(Severity::Error, Code::Selection, place, message, help);
}

/// Follows what operations use through the document.
struct Reach<'d> {
    root: Node<'d>,
    /// By parent, the schemas whose `allOf` names it: a discriminator may mean them without a word.
    children: BTreeMap<Pointer, Vec<Pointer>>,
    /// Operations, path items and components that are used.
    kept: BTreeSet<Pointer>,
    open: Vec<Node<'d>>,
    /// Whether an operation has the security of the whole document.
    global: bool,
}

impl<'d> Reach<'d> {
    fn new(root: &Node<'d>) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Pointer>> = BTreeMap::new();
        let components = root.get("components");
        let schemas = components.map(|components| components.members("schemas"));
        for (_, schema) in schemas.into_iter().flatten() {
            let members = schema.list("allOf");
            for parent in members.iter().filter_map(|it| local(it.str("$ref")?)) {
                children.entry(parent).or_default().push(schema.at.clone());
            }
        }
        Self {
            root: root.clone(),
            children,
            kept: BTreeSet::new(),
            open: Vec::new(),
            global: false,
        }
    }

    fn operation(&mut self, operation: &Offered<'d>) {
        let paths = Pointer::root().key("paths").key(operation.path);
        let item = [paths, operation.item.at.clone()];
        self.kept.extend(item);
        if !self.kept.insert(operation.node.at.clone()) {
            return;
        }
        self.open.push(operation.node.clone());
        self.open.extend(operation.item.get("parameters"));
        if !operation.node.has("security") {
            self.global = true;
            let security = self.root.get("security");
            security
                .iter()
                .for_each(|security| self.requirements(security));
        }
    }

    fn complete(&mut self) {
        while let Some(node) = self.open.pop() {
            self.value(&node);
        }
    }

    /// Goes down in the value, whose depth the parsers bound.
    fn value(&mut self, node: &Node<'d>) {
        if let Some(target) = node.str("$ref").and_then(local) {
            self.keep(&target);
        }
        if let Some(discriminator) = node.get("discriminator") {
            self.discriminator(node, &discriminator);
        }
        for (key, member) in node.entries() {
            match key {
                "security" => self.requirements(&member),
                _ => self.value(&member),
            }
        }
        node.items().iter().for_each(|item| self.value(item));
    }

    fn discriminator(&mut self, schema: &Node<'d>, discriminator: &Node<'d>) {
        let schemas = Pointer::root().key("components").key("schemas");
        for (_, entry) in discriminator.members("mapping") {
            let text = entry.value.as_str().unwrap_or_default();
            self.keep(&local(text).unwrap_or_else(|| schemas.key(text)));
        }
        for child in self.children.get(&schema.at).cloned().unwrap_or_default() {
            self.keep(&child);
        }
    }

    /// Alternatives of schemes by name.
    fn requirements(&mut self, security: &Node<'d>) {
        let schemes = Pointer::root().key("components").key("securitySchemes");
        for alternative in security.items() {
            for (name, _) in alternative.entries() {
                self.keep(&schemes.key(name));
            }
        }
    }

    /// Keeps the component or the operation in which `target` is, and what that uses.
    fn keep(&mut self, target: &Pointer) {
        let segments: Vec<_> = target.segments().take(3).collect();
        let (place, item) = match segments.as_slice() {
            [root, one, two] => {
                let item = Pointer::root().key(root).key(one);
                (item.key(two), item)
            }
            _ => (target.clone(), target.clone()),
        };
        if segments.first().is_some_and(|root| root == "paths") {
            self.kept.insert(item);
        }
        if self.kept.insert(place.clone()) {
            self.open.extend(at(&self.root, &place));
        }
    }
}

/// Takes out what is not in `kept`.
fn prune(raw: &mut Value, kept: &BTreeSet<Pointer>, global: bool) {
    let Some(root) = raw.as_mapping_mut() else {
        return;
    };
    root.remove("webhooks");
    if !global {
        root.remove("security");
    }
    let place = Pointer::root().key("paths");
    if let Some(paths) = mapping(root, "paths") {
        retain(paths, |key| {
            !key.starts_with('/') || kept.contains(&place.key(key))
        });
        items(paths, &place, kept);
    }
    let Some(components) = mapping(root, "components") else {
        return;
    };
    let place = Pointer::root().key("components");
    for (section, entries) in components.iter_mut() {
        let Some((section, entries)) = section.as_str().zip(entries.as_mapping_mut()) else {
            continue;
        };
        let place = place.key(section);
        retain(entries, |key| kept.contains(&place.key(key)));
        if section == "pathItems" {
            items(entries, &place, kept);
        }
    }
}

/// Takes the operations out of path items that are not in `kept`.
fn items(items: &mut Mapping, place: &Pointer, kept: &BTreeSet<Pointer>) {
    for (key, item) in items.iter_mut() {
        let Some((key, item)) = key.as_str().zip(item.as_mapping_mut()) else {
            continue;
        };
        let place = place.key(key);
        retain(item, |member| {
            !METHODS.contains(&member) || kept.contains(&place.key(member))
        });
    }
}

fn mapping<'v>(value: &'v mut Mapping, key: &str) -> Option<&'v mut Mapping> {
    value.get_mut(key)?.as_mapping_mut()
}

fn retain(mapping: &mut Mapping, is_kept: impl Fn(&str) -> bool) {
    mapping.retain(|key, _| key.as_str().is_none_or(&is_kept));
}
