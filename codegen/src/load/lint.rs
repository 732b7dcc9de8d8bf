//! The raw value against the grammar of OpenAPI 3.0.
//!
//! Every step goes down in the value, whose depth the parsers bound.

use serde_yaml::Value;

use super::grammar::{Field, Kind, OPENAPI, Object, Others, SCHEMA};
use super::typed::is_undefined;
use super::version::Version;
use super::{Misplaced, Node, Reference, suggest};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Severity, Sink};

/// Every `$ref` of a document.
#[derive(Default)]
pub(super) struct References {
    /// Where OpenAPI allows one, with what has to be there.
    pub(super) references: Vec<Reference>,
    /// Where it does not.
    pub(super) misplaced: Vec<Misplaced>,
}

/// Reports what is wrong with the document's structure; returns every `$ref`.
pub(super) fn check(root: &Node<'_>, version: Version, sink: &mut Sink) -> References {
    let mut lint = Lint {
        version,
        found: References::default(),
        sink,
    };
    lint.object(root, &OPENAPI);
    lint.found
}

struct Lint<'s> {
    version: Version,
    found: References,
    sink: &'s mut Sink,
}

impl Lint<'_> {
    fn value(&mut self, node: &Node<'_>, kind: Kind) {
        match kind {
            Kind::Any => {}
            Kind::List(_) | Kind::Map(_) | Kind::Object(_) if node.str("$ref").is_some() => {
                self.misplaced(node);
            }
            Kind::Text => self.expect(node, node.value.is_string(), "a string"),
            Kind::Bool => self.expect(node, node.value.is_bool(), "`true` or `false`"),
            Kind::Number => self.expect(node, node.value.is_number(), "a number"),
            Kind::Count => self.expect(node, node.value.is_u64(), "a non-negative integer"),
            Kind::Words(words) => self.word(node, words),
            Kind::List(item) => {
                self.expect(node, node.value.is_sequence(), "an array");
                for child in node.items() {
                    self.value(&child, *item);
                }
            }
            Kind::Map(value) => {
                self.expect(node, node.value.is_mapping(), "an object");
                for (_, child) in node.entries() {
                    self.value(&child, *value);
                }
            }
            Kind::Reusable(object) if node.has("$ref") => self.reference(node, object),
            Kind::Reusable(object) | Kind::Object(object) => self.object(node, object),
            Kind::SchemaOrBool if node.value.is_bool() => {}
            Kind::SchemaOrBool => self.value(node, Kind::Reusable(&SCHEMA)),
        }
    }

    /// What the reference leads to is unknown, so nothing else is said about the object.
    fn misplaced(&mut self, node: &Node<'_>) {
        self.found.misplaced.push(Misplaced {
            at: node.at.key("$ref"),
            target: node.str("$ref").unwrap_or_default().to_owned(),
        });
    }

    fn expect(&mut self, node: &Node<'_>, holds: bool, what: &str) {
        if holds {
            return;
        }
        let found = describe(node.value);
        let help = match node.value {
            Value::Number(_) | Value::Bool(_) if what == "a string" => "put it in quotes",
            _ => "",
        };
        let message = format!(
            "{} is {found}, and OpenAPI requires {what}",
            thing(&node.at)
        );
        self.sink
            .report(Diagnostic::error(Code::WrongType, &node.at, message).help(help));
    }

    fn word(&mut self, node: &Node<'_>, words: &[&str]) {
        match node.value.as_str() {
            Some(text) if words.contains(&text) => {}
            Some(text) => {
                let words_allowed = words.join("`, `");
                let field = thing(&node.at);
                let message =
                    format!("`{text}` is not allowed for {field}: use one of `{words_allowed}`");
                let help = suggest::did_you_mean(text, words.iter().copied());
                self.sink
                    .report(Diagnostic::error(Code::InvalidValue, &node.at, message).help(help));
            }
            None => self.expect(node, false, "a string"),
        }
    }

    fn object(&mut self, node: &Node<'_>, object: &'static Object) {
        if !node.value.is_mapping() {
            self.expect(node, false, &format!("an object ({})", object.name));
            return;
        }
        for field in object.fields.iter().filter(|field| field.required) {
            if !node.has(field.name) {
                self.missing(node, field, object);
            }
        }
        for (key, child) in node.entries() {
            self.member(key, &child, object);
        }
        (object.rule)(node, self.sink);
    }

    fn missing(&mut self, node: &Node<'_>, field: &Field, object: &Object) {
        let (name, object) = (field.name, object.name);
        let message = format!("the required field `{name}` is missing in the {object}");
        if field.stand_in().is_some() {
            let help = "declare it; the client is unaffected";
            self.sink
                .report(Diagnostic::warning(Code::MissingField, &node.at, message).help(help));
        } else {
            self.sink
                .report(Diagnostic::error(Code::MissingField, &node.at, message));
        }
    }

    fn member(&mut self, key: &str, child: &Node<'_>, object: &'static Object) {
        if let Some(field) = self.fields(object).find(|field| field.name == key) {
            self.field(child, field);
            return;
        }
        match object.others {
            Others::Keys { accepts, kind, .. } if accepts(key) => self.value(child, *kind),
            _ if key.starts_with("x-") => {}
            Others::Keys { form, .. } => {
                let message = format!("`{key}` is not {form}");
                self.at_key(Severity::Error, Code::InvalidKey, child, message, "");
            }
            Others::Refused => self.unknown(key, child, object),
        }
    }

    /// The fields that an object has in the document's version.
    fn fields(&self, object: &Object) -> impl Iterator<Item = &'static Field> + use<> {
        let version = self.version;
        let fields = object.fields.iter();
        fields.filter(move |field| field.since <= version)
    }

    fn field(&mut self, child: &Node<'_>, field: &Field) {
        if field.is_prose() && child.value.is_null() {
            let message = format!("`{}` has no value", field.name);
            let help = "write a string, or `\"\"`";
            self.sink
                .report(Diagnostic::warning(Code::WrongType, &child.at, message).help(help));
            return;
        }
        if field.dispensable && is_undefined(child.value, field.kind) {
            let message = format!(
                "the value of `{}` is not defined by OpenAPI and is ignored",
                field.name
            );
            self.sink.report(
                Diagnostic::warning(Code::InvalidValue, &child.at, message).help("remove it"),
            );
            return;
        }
        self.value(child, field.kind);
        if let Some(why) = field.ignored {
            let message = format!("`{}` has no effect on the client: {why}", field.name);
            self.at_key(
                Severity::Warning,
                Code::UnsupportedKeyword,
                child,
                message,
                "",
            );
        }
    }

    fn unknown(&mut self, key: &str, child: &Node<'_>, object: &'static Object) {
        if is_path_item(object) && self.is_method(key, object) {
            let message = format!("`{key}` is not an operation: methods are lower case");
            let help = format!("write `{}`", key.to_ascii_lowercase());
            self.at_key(Severity::Error, Code::MethodCase, child, message, &help);
            return;
        }
        let version = self.version;
        // Without a word the client would lack the operations.
        if is_path_item(object) && version == Version::V3_1 && LATER.contains(&key) {
            let message =
                format!("`{key}` is defined by OpenAPI 3.2, and the document is OpenAPI 3.1");
            let help = "remove it; only 3.0 and 3.1 are supported";
            self.at_key(Severity::Error, Code::Version, child, message, help);
            return;
        }
        let unknown = format!(
            "`{key}` is not defined by OpenAPI {version} in the {}",
            object.name
        );
        let (message, help) = match newer(key) {
            None => {
                let names = self.fields(object).map(|field| field.name);
                (unknown, suggest::did_you_mean(key, names))
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
        self.at_key(
            Severity::Warning,
            Code::UnsupportedKeyword,
            child,
            message,
            &help,
        );
    }

    /// Whether a key is that of an operation but for its case: without a word the client would lack it.
    fn is_method(&self, key: &str, object: &'static Object) -> bool {
        let mut fields = self.fields(object);
        fields.any(|field| {
            field.name.eq_ignore_ascii_case(key)
                && matches!(field.kind, Kind::Object(kind) if kind.name == "Operation Object")
        })
    }

    fn reference(&mut self, node: &Node<'_>, object: &'static Object) {
        for (key, child) in node.entries() {
            if key == "$ref" {
                self.target(&child, object);
            } else if key == "nullable" && object.name == SCHEMA.name {
                let message =
                    "`nullable` is not allowed beside `$ref`; the reference is read as nullable";
                let help = "write `allOf: [{$ref: ..}]`";
                self.value(&child, Kind::Bool);
                self.at_key(
                    Severity::Warning,
                    Code::RefSibling,
                    &child,
                    message.to_owned(),
                    help,
                );
            } else if !is_path_item(object) {
                let message = format!("`{key}` has no effect beside `$ref`");
                let help = "remove it, or in a schema move the `$ref` into an `allOf`";
                self.at_key(
                    Severity::Warning,
                    Code::UnsupportedKeyword,
                    &child,
                    message,
                    help,
                );
            }
        }
    }

    fn target(&mut self, node: &Node<'_>, object: &'static Object) {
        match node.value.as_str() {
            Some("") if object.section == SCHEMA.section => {
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
            }),
            None => self.expect(node, false, "a string"),
        }
    }

    fn at_key(
        &mut self,
        severity: Severity,
        code: Code,
        child: &Node<'_>,
        message: String,
        help: &str,
    ) {
        let location = Location::key(&child.at);
        self.sink
            .report(Diagnostic::new(severity, code, location, message).help(help));
    }
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

/// The operations of a path item that only OpenAPI 3.2 has.
const LATER: [&str; 2] = ["query", "additionalOperations"];

/// The one object that may carry fields beside its `$ref`.
fn is_path_item(object: &Object) -> bool {
    object.name == "Path Item Object"
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

/// What to write in 3.0 instead of a keyword of 3.1 or 3.2.
fn newer(key: &str) -> Option<&'static str> {
    Some(match key {
        "const" => "write `enum` with one value",
        "examples" => "write `example`",
        "contentEncoding" | "contentMediaType" => "write `format: byte` or `format: binary`",
        "$defs" | "definitions" => "write the schemas under `components/schemas`",
        "prefixItems" | "contains" | "unevaluatedItems" => "write `items`",
        "patternProperties" | "propertyNames" | "unevaluatedProperties" => {
            "write `additionalProperties`"
        }
        "if" | "then" | "else" | "dependentSchemas" | "dependentRequired" => "write `oneOf`",
        "webhooks" | "jsonSchemaDialect" | "pathItems" | "query" | "$schema" | "$id"
        | "$comment" | "$anchor" => "remove it",
        _ => return None,
    })
}
