//! The raw value against the grammar of OpenAPI 3.0.

use std::fmt;
use std::ops::ControlFlow;

use serde_yaml::{Mapping, Value};

use super::grammar::{Field, Kind, Object, Others, PathItem, Schema, Slot, View, keyword, newer};
use super::version::Version;
use super::visit::visit;
use super::{Misplaced, Node, Reference, rules};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Severity, Sink, did_you_mean};

/// Every `$ref` of a document.
#[derive(Default)]
pub(super) struct References {
    /// Where OpenAPI allows one, with what has to be there.
    pub(super) references: Vec<Reference>,
    /// Where it does not.
    pub(super) misplaced: Vec<Misplaced>,
}

/// Reports what is wrong with the structure of an object; returns every `$ref` in it.
pub(super) fn check(
    root: &Node<'_>,
    object: Slot,
    specification: Specification,
    sink: &mut Sink,
) -> References {
    let mut lint = Lint {
        specification,
        found: References::default(),
        unused: None,
        sink,
    };
    visit(root, object, &mut |node, slot| lint.enter(node, slot));
    lint.found
}

/// The specification that defines an object.
#[derive(Clone, Copy)]
pub(super) enum Specification {
    OpenApi(Version),
    Overlay,
}

impl Specification {
    fn name(self) -> &'static str {
        match self {
            Self::OpenApi(_) => "OpenAPI",
            Self::Overlay => "Overlay",
        }
    }

    /// The version of OpenAPI whose fields an object has.
    fn version(self) -> Version {
        match self {
            Self::OpenApi(version) => version,
            Self::Overlay => Version::V3_1,
        }
    }
}

impl fmt::Display for Specification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenApi(version) => write!(f, "OpenAPI {version}"),
            Self::Overlay => f.write_str("Overlay 1.1"),
        }
    }
}

struct Lint<'s> {
    specification: Specification,
    found: References,
    /// The last keyword that has no effect on the client.
    unused: Option<Pointer>,
    sink: &'s mut Sink,
}

/// Whether the values inside a value are looked at as well.
type Flow = ControlFlow<()>;

impl Lint<'_> {
    fn enter(&mut self, node: &Node<'_>, slot: Slot) -> Flow {
        match slot.field {
            Some(field) => self.field(node, field),
            None => self.value(node, slot.kind),
        }
    }

    fn value(&mut self, node: &Node<'_>, kind: Kind) -> Flow {
        match kind {
            Kind::Any => {}
            Kind::List(_) | Kind::Map(_) | Kind::Object(_) if is_misplaced(node) => {
                self.misplaced(node);
                return Flow::Break(());
            }
            Kind::Number => self.number(node),
            Kind::Words(words) => self.word(node, words),
            Kind::Text | Kind::Bool | Kind::Count | Kind::List(_) | Kind::Map(_) => {
                self.expect(node, kind);
            }
            Kind::Reusable(table) | Kind::ReusableOrBool(table) if node.has(keyword::REF) => {
                self.reference(node, table());
                return Flow::Break(());
            }
            Kind::ReusableOrBool(_) if node.value.is_bool() => {}
            Kind::ReusableOrBool(table) | Kind::Reusable(table) | Kind::Object(table) => {
                self.object(node, table());
            }
        }
        Flow::Continue(())
    }

    /// Records a reference. Nothing else is reported about the object, because the target is unknown.
    fn misplaced(&mut self, node: &Node<'_>) {
        self.found.misplaced.push(Misplaced {
            at: node.at_reference(),
            target: node.reference().unwrap_or_default().to_owned(),
        });
    }

    fn expect(&mut self, node: &Node<'_>, kind: Kind) {
        if kind.fits(node.value) {
            return;
        }
        let what = match kind {
            Kind::Text | Kind::Words(_) => "a string",
            Kind::Bool => "`true` or `false`",
            Kind::Number => "a number",
            Kind::Count => "a non-negative integer",
            Kind::List(_) => "an array",
            _ => "an object",
        };
        self.require(node, what);
    }

    fn require(&mut self, node: &Node<'_>, what: &str) {
        let found = describe(node.value);
        let help = match node.value {
            Value::Number(_) | Value::Bool(_) if what == "a string" => "put it in quotes",
            _ => "",
        };
        let message = format!(
            "{} is {found}, and {} requires {what}",
            thing(&node.at),
            self.specification.name()
        );
        self.sink
            .report(Diagnostic::error(Code::WrongType, &node.at, message).help(help));
    }

    /// A number that no double holds is read as a string.
    fn number(&mut self, node: &Node<'_>) {
        let text = node.value.as_str();
        // `inf` is a word.
        let text = text.filter(|text| text.contains(|c: char| c.is_ascii_digit()));
        let number = text.and_then(|text| text.parse::<f64>().ok());
        match (text, number) {
            (Some(text), Some(number)) if number.is_infinite() => {
                let message = format!("{} is too large for a number: `{text}`", thing(&node.at));
                let help = "write a number between -1.8e308 and 1.8e308";
                self.sink
                    .report(Diagnostic::error(Code::InvalidValue, &node.at, message).help(help));
            }
            _ => self.expect(node, Kind::Number),
        }
    }

    fn word(&mut self, node: &Node<'_>, words: &[&str]) {
        match node.value.as_str() {
            Some(text) if words.contains(&text) => {}
            Some(text) => {
                let words_allowed = words.join("`, `");
                let field = thing(&node.at);
                let message =
                    format!("`{text}` is not allowed for {field}: use one of `{words_allowed}`");
                let help = did_you_mean(text, words.iter().copied());
                self.sink
                    .report(Diagnostic::error(Code::InvalidValue, &node.at, message).help(help));
            }
            None => self.expect(node, Kind::Text),
        }
    }

    fn object(&mut self, node: &Node<'_>, object: &'static Object) {
        let Some(members) = node.value.as_mapping() else {
            self.require(node, &format!("an object ({})", object.name));
            return;
        };
        for field in object.fields.iter().filter(|field| field.required) {
            if !members.contains_key(field.name) {
                self.missing(node, field, object);
            }
        }
        for key in members.keys().filter_map(Value::as_str) {
            self.key(key, node, object);
        }
        rules::check(node, object, self.sink);
    }

    fn missing(&mut self, node: &Node<'_>, field: &Field, object: &Object) {
        let (name, object) = (field.name, object.name);
        let message = format!("the required field `{name}` is missing in the {object}");
        if field.is_dispensable() {
            let help = "declare it; the client is unaffected";
            self.sink
                .report(Diagnostic::warning(Code::MissingField, &node.at, message).help(help));
        } else {
            self.sink
                .report(Diagnostic::error(Code::MissingField, &node.at, message));
        }
    }

    /// A key of an object, whose value is looked at later.
    fn key(&mut self, key: &str, node: &Node<'_>, object: &'static Object) {
        if self.fields(object).any(|field| field.name == key) {
            return;
        }
        match object.others {
            Others::Keys { accepts, .. } if accepts(key) => {}
            _ if key.starts_with("x-") => {}
            Others::Keys { form, .. } => {
                let message = format!("`{key}` is not {form}");
                let at = node.at.key(key);
                self.at_key(Severity::Error, Code::InvalidKey, at, message, "");
            }
            Others::Refused => self.unknown(key, node.at.key(key), object),
        }
    }

    /// The fields that an object has in the document's version.
    fn fields(&self, object: &Object) -> impl Iterator<Item = &'static Field> + use<> {
        let version = self.specification.version();
        let fields = object.fields.iter();
        fields.filter(move |field| field.since <= version)
    }

    fn field(&mut self, node: &Node<'_>, field: &Field) -> Flow {
        if field.name == keyword::QUERY && self.specification.version() < Version::V3_2 {
            let other = self.specification;
            let message = format!("`query` is defined by OpenAPI 3.2, and the document is {other}");
            let (at, help) = (node.at.clone(), "write `openapi: 3.2.0`");
            self.at_key(Severity::Warning, Code::Version, at, message, help);
        }
        // Its key is reported.
        if field.since > self.specification.version() {
            return Flow::Break(());
        }
        if field.is_prose() && node.value.is_null() {
            let message = format!("`{}` has no value", field.name);
            let help = "write a string, or `\"\"`";
            self.sink
                .report(Diagnostic::warning(Code::WrongType, &node.at, message).help(help));
            return Flow::Break(());
        }
        if field.dispensable && field.kind.is_undefined(node.value) {
            let message = format!(
                "the value of `{}` is not defined by OpenAPI and is ignored",
                field.name
            );
            self.sink.report(
                Diagnostic::warning(Code::InvalidValue, &node.at, message).help("remove it"),
            );
            return Flow::Break(());
        }
        if field.name == keyword::NOT && is_empty(node.value) {
            let message = "no value matches the schema; falling back to raw JSON";
            let help = "remove it, or write a schema that has values";
            self.sink
                .report(Diagnostic::warning(Code::UnsupportedSchema, &node.at, message).help(help));
        } else if let Some(why) = field.ignored {
            if !self.is_unused(&node.at) {
                self.unused = Some(node.at.clone());
            }
            let message = format!("`{}` has no effect on the client: {why}", field.name);
            let (code, at) = (Code::UnsupportedKeyword, node.at.clone());
            self.at_key(Severity::Warning, code, at, message, "");
        }
        self.value(node, field.kind)
    }

    fn unknown(&mut self, key: &str, at: Pointer, object: &'static Object) {
        let version = self.specification.version();
        let is_path_item = object.is(PathItem::table());
        let method = key.to_ascii_lowercase();
        if is_path_item && PathItem::methods().any(|known| known == method) {
            // Otherwise the client would lack the operation without a diagnostic.
            let message = format!("`{key}` is not an operation: methods are lower case");
            let help = format!("write `{method}`");
            self.at_key(Severity::Error, Code::MethodCase, at, message, &help);
            return;
        }
        let unknown = format!(
            "`{key}` is not defined by {} in the {}",
            self.specification, object.name
        );
        let (message, help) = match newer::instead(key) {
            None => {
                let names = self.fields(object).map(|field| field.name);
                (unknown, did_you_mean(key, names))
            }
            Some(instead) if version == Version::V3_0 => {
                let help = format!("{instead}; `{key}` belongs to a later version of OpenAPI");
                (unknown, help)
            }
            Some(instead) => {
                let message = format!("`{key}` has no effect on the client");
                (message, instead.to_owned())
            }
        };
        let code = Code::UnsupportedKeyword;
        self.at_key(Severity::Warning, code, at, message, &help);
    }

    fn reference(&mut self, node: &Node<'_>, object: &'static Object) {
        for (key, child) in node.entries() {
            if key == keyword::REF {
                self.target(&child, object);
            } else if key == keyword::NULLABLE && object.is(Schema::table()) {
                let message =
                    "`nullable` is not allowed beside `$ref`; the reference is read as nullable";
                let help = "write `allOf: [{$ref: ..}]`";
                self.expect(&child, Kind::Bool);
                let code = Code::RefSibling;
                self.at_key(Severity::Warning, code, child.at, message.to_owned(), help);
            } else if !object.is(PathItem::table()) {
                let message = format!("`{key}` has no effect beside `$ref`");
                let help = "remove it, or in a schema move the `$ref` into an `allOf`";
                let code = Code::UnsupportedKeyword;
                self.at_key(Severity::Warning, code, child.at, message, help);
            }
        }
    }

    fn target(&mut self, node: &Node<'_>, object: &'static Object) {
        match node.value.as_str() {
            Some("") if object.is(Schema::table()) => {
                let message = "the `$ref` is empty; falling back to raw JSON";
                let help = "write a reference such as `#/components/schemas/Name`";
                self.sink.report(
                    Diagnostic::warning(Code::UnsupportedSchema, &node.at, message).help(help),
                );
            }
            Some(target) => self.found.references.push(Reference {
                at: node.at.clone(),
                target: target.to_owned(),
                object,
                is_unused: self.is_unused(&node.at),
            }),
            None => self.expect(node, Kind::Text),
        }
    }

    /// Whether a place is below the last keyword without an effect. The document is visited in depth-first order.
    fn is_unused(&self, at: &Pointer) -> bool {
        let unused = self.unused.as_ref();
        unused.is_some_and(|keyword| at.is_below(keyword))
    }

    fn at_key(&mut self, severity: Severity, code: Code, at: Pointer, message: String, help: &str) {
        let location = Location::Key(at);
        self.sink
            .report(Diagnostic::new(severity, code, location, message).help(help));
    }
}

/// Whether a value that OpenAPI does not let a document refer to is a reference.
fn is_misplaced(node: &Node<'_>) -> bool {
    node.reference().is_some() && node.at != Pointer::root()
}

/// A value in a message: the last key of its pointer, or the position in a list.
pub(super) fn thing(at: &Pointer) -> String {
    let segments: Vec<_> = at.segments().collect();
    match segments.as_slice() {
        [] => "the document".to_owned(),
        [.., list, index] if index.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("item {index} of `{list}`")
        }
        [.., key] => format!("`{key}`"),
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_mapping().is_some_and(Mapping::is_empty)
}

fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Sequence(_) => "an array",
        Value::Mapping(_) | Value::Tagged(_) => "an object",
    }
}
