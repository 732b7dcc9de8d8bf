//! The kinds of findings.

use std::fmt;

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
    /// A part of the document does not conform to OpenAPI in a way that no other code describes.
    Structure = "structure",
    /// A value has another JSON type than OpenAPI requires at its place.
    WrongType = "wrong-type",
    /// A value has the right type, but OpenAPI does not allow it at its place.
    InvalidValue = "invalid-value",
    /// An object lacks a field that OpenAPI requires.
    MissingField = "missing-field",
    /// A key does not have the required form, such as that of a path, a status code or a media type.
    InvalidKey = "invalid-key",
    /// Two fields of an object exclude each other.
    ExclusiveFields = "exclusive-fields",
    /// An item of a list is repeated, and the items of the list have to be unique.
    DuplicateItem = "duplicate-item",
    /// A string lacks its quotes, so that YAML reads a number or a boolean.
    UnquotedString = "unquoted-string",
    /// A schema of OpenAPI 3.0 uses the syntax of OpenAPI 3.1.
    NewerSchema = "newer-schema",
    /// The `type` of a schema is not defined by OpenAPI.
    UnknownType = "unknown-type",
    /// A value of an `enum` is not of the schema's type.
    EnumValueType = "enum-value-type",
    /// A `$ref` replaces an object that OpenAPI does not allow references to.
    MisplacedRef = "misplaced-ref",
    /// `nullable` is a sibling of a `$ref`, where OpenAPI 3.0 ignores it.
    RefSibling = "ref-sibling",
    /// The URL of a server is relative.
    RelativeServer = "relative-server",
    /// The URL of a server contains a variable that is not declared.
    UndeclaredServerVariable = "undeclared-server-variable",
    /// A path is malformed, or contains something that is not part of a path.
    InvalidPath = "invalid-path",
    /// Two paths differ only in the names of their placeholders.
    DuplicatePath = "duplicate-path",
    /// The method of an operation is not written in lower case.
    MethodCase = "method-case",
    /// An operation has no response.
    MissingResponse = "missing-response",
    /// A path parameter is not marked as required.
    OptionalPathParameter = "optional-path-parameter",
    /// The `content` of a parameter or header does not have exactly one media type.
    ParameterContent = "parameter-content",
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
