//! Operations with everything that path items add to them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Operation, bind, path};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::ir::{Method, PathTemplate};
use crate::load::{
    self, Document, Parameter, ParameterLocation, PathItem, Reusable, View, keyword,
};

const METHODS: [Method; 9] = [
    Method::Get,
    Method::Put,
    Method::Post,
    Method::Delete,
    Method::Options,
    Method::Head,
    Method::Patch,
    Method::Trace,
    Method::Query,
];

/// All operations in document order.
pub(super) fn collect<'d>(document: &'d Document, sink: &mut Sink) -> Vec<Operation<'d>> {
    let mut collector = Collector {
        document,
        sink,
        operations: Vec::new(),
        paths: BTreeMap::new(),
        unused: BTreeSet::new(),
    };
    let paths = document.openapi().paths();
    for (key, item) in paths.map(|paths| paths.items()).unwrap_or_default() {
        collector.path_item(key, &item);
    }
    let mut operations = collector.operations;
    identify(&mut operations, sink);
    operations
}

struct Collector<'d, 's> {
    document: &'d Document,
    sink: &'s mut Sink,
    operations: Vec<Operation<'d>>,
    /// The paths so far, with nameless placeholders.
    paths: BTreeMap<String, Reusable<'d, PathItem<'d>>>,
    /// Parameters that are reported as unused, so that a path item's is reported once.
    unused: BTreeSet<Pointer>,
}

impl<'d> Collector<'d, '_> {
    fn path_item(&mut self, key: &'d str, item: &Reusable<'d, PathItem<'d>>) {
        let route = self.without_fragment(key, item);
        let template = match path::parse(route) {
            Ok(template) => template,
            Err(reason) => {
                self.at_key(
                    Code::InvalidPath,
                    &item.at,
                    format!("the path `{key}` {reason}"),
                    "",
                );
                return;
            }
        };
        self.check_path(key, item, &template);
        let identity = path::anonymous(&template) + &key[route.len()..];
        let other = self.paths.insert(identity, item.clone());
        if let Some(other) = other {
            self.same_path(&other, item);
        }
        let Some(item) = bind(self.document, item) else {
            return;
        };
        let shared = self.parameters(&item.parameters());
        let is_known = self.are_known(&item.parameters());
        for (word, node) in item.operations() {
            // Of an operation that is a reference, nothing is known; that is reported.
            let is_sound = load::Operation::table().is_sound(node.value);
            let method = METHODS
                .iter()
                .find(|it| it.as_str().eq_ignore_ascii_case(word));
            let Some(method) = method.filter(|_| is_sound && node.reference().is_none()) else {
                continue;
            };
            if !self.document.selects(key, word) {
                continue;
            }
            let mut parameters = merge(&shared, self.parameters(&node.parameters()));
            if is_known && self.are_known(&node.parameters()) {
                self.hold_against_path(&template, key, &node, &parameters);
            }
            parameters.retain(|parameter| has_place(parameter, &template));
            let mut servers = node.servers();
            if servers.is_empty() {
                servers = item.servers();
            }
            self.operations.push(Operation {
                id: node.operation_id().unwrap_or_default().to_owned(),
                method: *method,
                path: template.clone(),
                node,
                servers,
                parameters,
            });
        }
    }

    /// The path as it is sent. Some documents tell operations of one method and path apart by a fragment.
    fn without_fragment(&mut self, key: &'d str, item: &Reusable<'d, PathItem<'d>>) -> &'d str {
        let Some((route, fragment)) = key.split_once('#') else {
            return key;
        };
        let message = format!("the fragment `#{fragment}` is not part of the path and is not sent");
        let location = Location::key(&item.at);
        let help = "remove it";
        self.sink
            .report(Diagnostic::warning(Code::InvalidPath, location, message).help(help));
        route
    }

    /// Reports deviations from OpenAPI in a path that have only one reading.
    fn check_path(
        &mut self,
        key: &str,
        item: &Reusable<'d, PathItem<'d>>,
        template: &PathTemplate,
    ) {
        let mut warn = |message: String, help: &str| {
            let location = Location::key(&item.at);
            self.sink
                .report(Diagnostic::warning(Code::InvalidPath, location, message).help(help));
        };
        if let Some(name) = path::repeated(template) {
            let message = format!(
                "the path `{key}` repeats the placeholder `{name}`; both get the same value"
            );
            warn(message, "give each placeholder a unique name");
        }
        if path::has_spaces(template) {
            let message = format!("each space in the path `{key}` is sent as `%20`");
            warn(message, "write a path without spaces");
        }
        if let Some((_, query)) = key.split_once('?') {
            let message = format!(
                "the query `?{query}` is not part of the path; it is sent as a query string"
            );
            warn(message, "declare query parameters");
        }
    }

    /// Each operation of two spellings of one path is sent as it is declared, also if both have the same method.
    fn same_path(
        &mut self,
        earlier: &Reusable<'d, PathItem<'d>>,
        item: &Reusable<'d, PathItem<'d>>,
    ) {
        let clash = PathItem::methods().any(|word| earlier.has(word) && item.has(word));
        let effect = if clash {
            "placeholder names are ignored, and operations with one method send the same request"
        } else {
            "placeholder names are ignored"
        };
        let other = earlier.at.segments().last().unwrap_or_default();
        let path = item.at.segments().last().unwrap_or_default();
        let message = format!("`{path}` and `{other}` are the same path; {effect}");
        let help = "put the operations under one path";
        let location = Location::key(&item.at);
        self.sink.report(
            Diagnostic::warning(Code::DuplicatePath, location, message)
                .help(help)
                .label(Location::key(&earlier.at), "first declared here"),
        );
    }

    /// The parameters of a list, each name and place once.
    fn parameters(&mut self, entries: &[Reusable<'d, Parameter<'d>>]) -> Vec<Parameter<'d>> {
        let mut parameters = Vec::new();
        let mut identities: BTreeMap<_, Pointer> = BTreeMap::new();
        for entry in entries {
            let Some(parameter) = bind(self.document, entry) else {
                continue;
            };
            let identity = identity(&parameter);
            if let Some(first) = identities.get(&identity) {
                let (place, name) = identity;
                let place = place.map_or("", ParameterLocation::as_str);
                let message = format!("the {place} parameter `{name}` is declared twice");
                self.sink.report(
                    Diagnostic::error(Code::DuplicateParameter, &entry.at, message)
                        .help("remove one of them")
                        .label(first, "first declared here"),
                );
            } else {
                identities.insert(identity, entry.at.clone());
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// Whether no parameter of a list is unknown because of an error that is reported.
    fn are_known(&self, entries: &[Reusable<'d, Parameter<'d>>]) -> bool {
        let mut entries = entries.iter();
        entries.all(|entry| bind(self.document, entry).is_some())
    }

    fn hold_against_path(
        &mut self,
        template: &PathTemplate,
        path: &str,
        operation: &load::Operation<'d>,
        parameters: &[Parameter<'d>],
    ) {
        let declared = parameters.iter();
        let declared = declared.filter(|it| it.location() == Some(ParameterLocation::Path));
        let declared: Vec<(&str, &Pointer)> = declared
            .map(|parameter| (parameter.name().unwrap_or_default(), &parameter.at))
            .collect();
        for name in path::parameters(template) {
            if !declared.iter().any(|(declared, _)| *declared == name) {
                let message =
                    format!("the path parameter `{name}` is not declared; it is read as a string");
                let help = format!("add a parameter `{name}` with `in: path` and `required: true`");
                let location = Location::key(&operation.at);
                let code = Code::UndeclaredPathParameter;
                self.sink
                    .report(Diagnostic::warning(code, location, message).help(help));
            }
        }
        for (name, at) in declared {
            let used = path::parameters(template).contains(name);
            if !used && self.unused.insert(at.clone()) {
                let message = format!(
                    "the path parameter `{name}` is ignored: `{path}` has no placeholder for it"
                );
                let help = "add the placeholder, or remove the parameter";
                self.sink
                    .report(Diagnostic::warning(Code::UnusedPathParameter, at, message).help(help));
            }
        }
    }

    fn at_key(&mut self, code: Code, at: &Pointer, message: String, help: &str) {
        self.sink
            .report(Diagnostic::error(code, Location::key(at), message).help(help));
    }
}

/// The path item's parameters that the operation does not replace, then the operation's.
fn merge<'d>(shared: &[Parameter<'d>], own: Vec<Parameter<'d>>) -> Vec<Parameter<'d>> {
    let replaced: BTreeSet<_> = own.iter().map(identity).collect();
    let inherited = shared.iter();
    let inherited = inherited.filter(|parameter| !replaced.contains(&identity(parameter)));
    let mut all: Vec<_> = inherited.cloned().collect();
    all.extend(own);
    all
}

/// Place and name, which identify a parameter; names of headers have no case.
fn identity(parameter: &Parameter<'_>) -> (Option<ParameterLocation>, String) {
    let name = parameter.name().unwrap_or_default();
    match parameter.location() {
        place @ Some(ParameterLocation::Header) => (place, name.to_ascii_lowercase()),
        place => (place, name.to_owned()),
    }
}

/// Whether a parameter can be sent: one of the path needs its placeholder.
fn has_place(parameter: &Parameter<'_>, template: &PathTemplate) -> bool {
    let (place, name) = identity(parameter);
    place != Some(ParameterLocation::Path) || path::parameters(template).contains(name.as_str())
}

/// Gives every operation an id of its own and reports those that had none or one of another.
fn identify(operations: &mut [Operation<'_>], sink: &mut Sink) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    taken.extend(operations.iter().map(|operation| operation.id.clone()));
    number(operations, &mut taken, sink);
    for operation in operations
        .iter_mut()
        .filter(|operation| operation.id.is_empty())
    {
        let derived = derive(operation.method, &operation.path);
        operation.id = if taken.insert(derived.clone()) {
            derived
        } else {
            numbered(&derived, &mut taken)
        };
        let message = format!(
            "the operation has no `operationId`; it is named `{}`",
            operation.id
        );
        let location = Location::key(&operation.node.at);
        let help = "add one; the derived name changes with the path";
        sink.report(Diagnostic::warning(Code::MissingOperationId, location, message).help(help));
    }
}

/// Gives a numeral to each operation with the id of an earlier one.
fn number(operations: &mut [Operation<'_>], taken: &mut BTreeSet<String>, sink: &mut Sink) {
    let mut seen: BTreeMap<String, Pointer> = BTreeMap::new();
    for operation in operations.iter_mut().filter(|it| !it.id.is_empty()) {
        let at = operation.node.at.key(keyword::OPERATION_ID);
        let Some(first) = seen.get(&operation.id) else {
            seen.insert(operation.id.clone(), at);
            continue;
        };
        let id = numbered(&operation.id, taken);
        let message = format!(
            "another operation has the `operationId` `{}`; this one is named `{id}`",
            operation.id
        );
        let help = "give each operation a unique id";
        sink.report(
            Diagnostic::warning(Code::DuplicateOperationId, at, message)
                .help(help)
                .label(first, "first used here"),
        );
        operation.id = id;
    }
}

/// An id with the first numeral that is free, which is then taken.
fn numbered(id: &str, taken: &mut BTreeSet<String>) -> String {
    let mut ids = (2..).map(|number: u64| format!("{id}{number}"));
    let free = ids.find(|id| taken.insert(id.clone()));
    free.unwrap_or_default()
}

/// `getGroupsUsersByGroupIdAndName` for `GET /groups/{groupId}/users/{name}`.
fn derive(method: Method, template: &PathTemplate) -> String {
    use crate::ir::PathSegment::{Literal, Parameter};

    let words = template.0.iter().filter_map(|segment| match segment {
        Literal(text) => Some(text.split(|c: char| !c.is_alphanumeric())),
        Parameter(_) => None,
    });
    let mut id = method.as_str().to_ascii_lowercase();
    words
        .flatten()
        .for_each(|word| id.push_str(&capitalised(word)));
    let mut joint = "By";
    for segment in &template.0 {
        if let Parameter(name) = segment {
            id.push_str(joint);
            id.push_str(&capitalised(name));
            joint = "And";
        }
    }
    id
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
