//! What a run has to say about a document: located, coded, all of it at once.

use std::fmt;

/// A JSON Pointer (RFC 6901) into the document, the root being empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The pointer that `text` spells, e.g. `/components/schemas/Cat`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The member `key` of what this points to; the key is escaped.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        Self(format!(
            "{}/{}",
            self.0,
            key.replace('~', "~0").replace('/', "~1")
        ))
    }

    /// The item `index` of what this points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// As RFC 6901 writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The unescaped segments from the root down.
    pub fn segments(&self) -> impl Iterator<Item = String> {
        self.0
            .split('/')
            .skip(1)
            .map(|segment| segment.replace("~1", "/").replace("~0", "~"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "/" } else { &self.0 })
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but less than the document says.
    Warning,
}

/// Where in the document a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// The value that the pointer names.
    Value(Pointer),
    /// The key that the pointer names, where the key itself is at fault.
    Key(Pointer),
    /// A byte offset of the text, for what is wrong before there is any structure.
    Offset(usize),
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding; stable, so that tools and people can look it up.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub location: Location,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// Declares [`Code`] with its texts in one table.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// The kinds of findings. The text form never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable text form.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// What the code means, in a sentence or two.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+),)+ }
            }
        }
    };
}

codes! {
    /// The text is neither YAML nor JSON.
    Syntax = "syntax",
    /// The document is not OpenAPI 3.0 or 3.1.
    Version = "version",
    /// A part of the document has not the structure that OpenAPI gives it.
    Structure = "structure",
    /// A `$ref` leads nowhere.
    DanglingRef = "dangling-ref",
    /// A `$ref` leads back to itself without an object or array in between.
    RefCycle = "ref-cycle",
    /// A `$ref` leads out of the document.
    ExternalRef = "external-ref",
    /// Two operations have one `operationId`.
    DuplicateOperationId = "duplicate-operation-id",
    /// An operation has no `operationId`; a name is derived from method and path.
    MissingOperationId = "missing-operation-id",
    /// A path names a parameter that is not declared. It is a string.
    UndeclaredPathParameter = "undeclared-path-parameter",
    /// A path parameter is declared and the path does not use it.
    UnusedPathParameter = "unused-path-parameter",
    /// One operation has two parameters of one name and place.
    DuplicateParameter = "duplicate-parameter",
    /// A discriminator's mapping leads nowhere.
    DiscriminatorMapping = "discriminator-mapping",
    /// A variant lacks the discriminator's property.
    DiscriminatorProperty = "discriminator-property",
    /// Two values of an enum have one name in Rust.
    EnumCollision = "enum-collision",
    /// Two things of one scope have one name in Rust.
    NameCollision = "name-collision",
    /// A name that the document gives for Rust is no identifier; the usual name stands in.
    InvalidName = "invalid-name",
    /// A tag, operation or path that is to be generated is not in the document.
    Selection = "selection",
    /// The version that is to be generated came before the operation; its oldest version stands in.
    NoSuchVersion = "no-such-version",
    /// A pattern is no ECMA-262 regular expression.
    InvalidPattern = "invalid-pattern",
    /// A pattern is left unchecked by the client.
    UncheckedPattern = "unchecked-pattern",
    /// A `default` violates its own schema.
    InvalidDefault = "invalid-default",
    /// An `example` violates its own schema.
    InvalidExample = "invalid-example",
    /// A keyword has no effect on the client.
    UnsupportedKeyword = "unsupported-keyword",
    /// A schema cannot be typed; raw JSON stands in.
    UnsupportedSchema = "unsupported-schema",
    /// A schema contradicts itself; what was most likely meant is generated.
    ContradictorySchema = "contradictory-schema",
    /// A media type cannot be typed; bytes stand in, or parts of any name for a form.
    UnsupportedMediaType = "unsupported-media-type",
    /// A parameter is written in a way that the client does not support.
    UnsupportedParameter = "unsupported-parameter",
    /// A security scheme that the document names is not declared, or is not one that a client can serve.
    SecurityScheme = "security-scheme",
    /// The members of an `allOf` contradict each other.
    AllOfConflict = "all-of-conflict",
    /// The variants of a union cannot be told apart by all values; those that may be several stay raw JSON.
    AmbiguousUnion = "ambiguous-union",
    /// The generator's own settings are wrong.
    Config = "config",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Collects findings over a run, so that all of them are reported at once.
#[derive(Clone, Debug, Default)]
pub struct Sink(Vec<Diagnostic>);

impl Sink {
    /// Notes an error at a value.
    pub fn error(
        &mut self,
        code: Code,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(
            Severity::Error,
            code,
            Location::Value(at.clone()),
            message,
            help,
        );
    }

    /// Notes a warning at a value.
    pub fn warn(
        &mut self,
        code: Code,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(
            Severity::Warning,
            code,
            Location::Value(at.clone()),
            message,
            help,
        );
    }

    /// Notes a finding anywhere. An empty help text is none.
    pub fn push(
        &mut self,
        severity: Severity,
        code: Code,
        location: Location,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let help = Some(help.into()).filter(|text| !text.is_empty());
        self.0.push(Diagnostic {
            code,
            severity,
            location,
            message: message.into(),
            help,
        });
    }

    /// Whether anything noted so far forbids generation.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Everything noted so far, in the order of noting.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}
