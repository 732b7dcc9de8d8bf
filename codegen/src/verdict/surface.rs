//! The public items of a client crate as data, with their behaviour on the wire.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Everything that users of a client crate can name, and how it behaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surface {
    /// The name of the crate.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The items, in the order of the files.
    pub items: Vec<Item>,
}

/// A public item, or a member of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its kind.
    #[serde(rename = "k")]
    pub kind: Kind,
    /// Its path from the root of the crate, or the name of a member.
    #[serde(rename = "n")]
    pub name: String,
    /// Its place in the document. In `bindings.json`, that of a member begins with `+` if the rest is relative to its
    /// item.
    #[serde(rename = "p", default, skip_serializing_if = "String::is_empty")]
    pub pointer: String,
    /// The type of a field, argument or payload, or the declaration.
    #[serde(rename = "s", default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// Facts that the signature does not contain.
    #[serde(rename = "f", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<Fact, String>,
    /// Its members.
    #[serde(rename = "m", default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Self>,
}

/// The kind of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The crate itself.
    Crate,
    /// A Cargo feature.
    Feature,
    /// An item of the runtime that the crate exports.
    Export,
    /// The handle of a tag, and its accessor on the client.
    Group,
    /// A method of a handle, and its request builder.
    Operation,
    /// An enum of responses by status.
    Outcomes,
    /// An enum of a body that can be sent in several media types.
    Alternatives,
    /// A struct with fields.
    Struct,
    /// An enum of values.
    Enum,
    /// An enum of types.
    Union,
    /// A string with rules.
    Text,
    /// An integer with rules.
    Integer,
    /// Another name of a type.
    Alias,
    /// A base URL.
    Server,
    /// A security scheme.
    Scheme,
    /// A constructor.
    New,
    /// A positional argument of an operation.
    Argument,
    /// A parameter whose value follows from another argument.
    Implied,
    /// A setter.
    Setter,
    /// Another method.
    Method,
    /// A field.
    Field,
    /// A property that always has the same value.
    Constant,
    /// A variant.
    Variant,
    /// A conversion from another type.
    From,
}

/// A fact about an item that its signature does not contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The accessor of a group on the client.
    Accessor,
    /// The request builder of an operation.
    Builder,
    /// The struct that names the required values, if there are many.
    Named,
    /// The type of a success.
    Result,
    /// The type of the body of a failure.
    Failure,
    /// The type of the body of a request, as tests read it.
    Sends,
    /// The methods of an enum of values, which depend on the type of the values.
    Values,
    /// Whether the type has `Default`.
    Default,
    /// Whether values are secret, which removes `Display` and similar traits.
    Secret,
    /// The target of an alias.
    Target,
    /// The features of which the item needs any; of each list, if there are several.
    When,
    /// The features that a feature enables.
    Enables,
    /// Whether the compiler warns about uses.
    Deprecated,
    /// The id of an operation, with its version if that is not the usual one.
    Id,
    /// The method and the path of a request.
    Request,
    /// The media type of a request body.
    ContentType,
    /// The media types that a request accepts.
    Accept,
    /// The header of an idempotency key.
    IdempotencyKey,
    /// Whether a parameter requests an envelope.
    Envelope,
    /// The media type in which a body is read.
    Reads,
    /// The format in which a body is written.
    Writes,
    /// The location and the name of a parameter.
    Parameter,
    /// The style of a parameter.
    Style,
    /// The integers that a parameter accepts, as the type that holds them.
    Width,
    /// The key of a property.
    Key,
    /// Whether a value without the key is rejected.
    Required,
    /// A value on the wire.
    Value,
    /// The property that selects a variant.
    Tag,
    /// The form of the values of a variant that tests select.
    Form,
    /// The tests that select a variant.
    Tests,
    /// The form in XML.
    Xml,
    /// The value that is sent unless the caller sets one.
    Implied,
    /// The credentials of a request.
    Security,
    /// The base URL.
    Url,
    /// The redirects that are successes.
    Redirects,
    /// The statuses of a response.
    Statuses,
    /// The pattern of a string.
    Pattern,
    /// The minimum length of a string.
    MinLength,
    /// The maximum length of a string.
    MaxLength,
    /// The minimum of an integer.
    Minimum,
    /// The maximum of an integer.
    Maximum,
    /// The divisor of an integer.
    MultipleOf,
    /// How pages are requested.
    Paging,
    /// How work is awaited.
    Waiting,
    /// How a sequence of values is read.
    Streaming,
    /// The environment variables.
    Environment,
    /// The places of values in error bodies.
    Errors,
    /// How the event of a webhook is selected and its signature verified.
    Webhooks,
    /// The name of the crate in the manifest.
    Package,
    /// The name of the command line.
    Program,
    /// The command of an operation, with its other names.
    Command,
    /// The flag of a parameter, with its other names.
    Flag,
}

impl Item {
    /// An item without facts and members.
    #[must_use]
    pub fn new(
        kind: Kind,
        name: impl Into<String>,
        pointer: impl Into<String>,
        signature: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            name: name.into(),
            pointer: pointer.into(),
            signature: signature.into(),
            facts: BTreeMap::new(),
            members: Vec::new(),
        }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, fact: Fact, value: impl Into<String>) -> Self {
        self.facts.insert(fact, value.into());
        self
    }

    /// Adds a fact, if there is a value.
    #[must_use]
    pub fn with_some(self, fact: Fact, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(fact, value),
            None => self,
        }
    }

    /// The value of a fact.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> Option<&str> {
        self.facts.get(&fact).map(String::as_str)
    }

    /// The last name of the path.
    #[must_use]
    pub fn ident(&self) -> &str {
        self.name.rsplit("::").next().unwrap_or_default()
    }

    /// Whether the item is declared in the module `types`.
    #[must_use]
    pub fn is_type(&self) -> bool {
        matches!(
            self.kind,
            Kind::Struct | Kind::Enum | Kind::Union | Kind::Text | Kind::Integer | Kind::Alias
        )
    }

    /// The declaration as a reviewer reads it.
    #[must_use]
    pub fn declaration(&self) -> String {
        let (name, signature) = (self.ident(), &self.signature);
        match self.kind {
            Kind::Field | Kind::Argument => format!("{name}: {signature}"),
            Kind::Setter => format!("fn {name}(self, {signature}) -> Self"),
            Kind::New => format!("fn new({signature})"),
            Kind::From => format!("impl From<{signature}>"),
            Kind::Constant | Kind::Implied => format!("{name:?} = {signature}"),
            Kind::Variant if signature.is_empty() => match self.fact(Fact::Value) {
                Some(value) => format!("{name} = {value}"),
                None => name.to_owned(),
            },
            Kind::Variant => format!("{name}({signature})"),
            _ if signature.is_empty() => self.name.clone(),
            _ => signature.clone(),
        }
    }

    /// Writes the pointers of members relative to the item.
    #[must_use]
    pub(crate) fn relative(mut self) -> Self {
        let base = self.pointer.clone();
        for member in &mut self.members {
            if let Some(rest) = member.pointer.strip_prefix(&base) {
                member.pointer = format!("+{rest}");
            }
        }
        self
    }

    fn absolute(mut self) -> Self {
        let base = self.pointer.clone();
        for member in &mut self.members {
            if let Some(rest) = member.pointer.strip_prefix('+') {
                member.pointer = format!("{base}{rest}");
            }
        }
        self
    }
}

impl Surface {
    /// Reads the text of a `bindings.json`. `None` if it has no surface, because an earlier generator has written it.
    ///
    /// # Errors
    ///
    /// If the text is not a `bindings.json`.
    pub fn parse(text: &str) -> Result<Option<Self>, serde_json::Error> {
        #[derive(Deserialize)]
        struct File {
            surface: Option<Surface>,
        }
        let file: File = serde_json::from_str(text)?;
        Ok(file.surface.map(|mut surface| {
            let items = surface.items.into_iter();
            surface.items = items.map(Item::absolute).collect();
            surface
        }))
    }
}
