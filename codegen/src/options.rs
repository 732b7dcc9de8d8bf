//! The settings, `codegen.toml`.

mod command_line;
mod crate_name;
mod features;
mod idempotency;
mod install;
mod pagination;
mod pointer;
mod rename;
mod select;
mod streams;
mod types;
mod waiters;
mod webhooks;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};

use crate::diagnostic::{Code, Diagnostic, Location};
use crate::ir::{Api, ApiVersion};

pub use command_line::{CliOptions, CommandCase};
pub use crate_name::check as check_crate_name;
pub use features::{DefaultFeatures, FeatureOptions};
pub use idempotency::{IdempotencyOptions, KeyHeader};
pub use install::InstallOption;
pub use pagination::{PaginationOption, PaginationOptions};
pub use rename::Renames;
pub use select::SelectOptions;
pub use streams::{StreamOptions, Switch};
pub use types::{DateLibrary, TypeOptions};
pub use waiters::{Deletion, Place, WaiterOptions};
pub use webhooks::{
    HashEncoding, HashFunction, HmacOptions, KnownSignature, SignatureOption, WebhookOptions,
};

/// The settings of a run, as in `codegen.toml`. All are optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Options {
    /// The manifest of the client crate.
    #[serde(rename = "crate")]
    pub package: PackageOptions,
    /// How the document is read.
    pub document: DocumentOptions,
    /// The contents of an error body.
    pub error: ErrorOptions,
    /// The wrapper around a body that a query parameter requests.
    pub envelope: Option<EnvelopeOptions>,
    /// Environment variables that configure the client.
    pub environment: EnvironmentOptions,
    /// The part of the document to generate.
    pub select: SelectOptions,
    /// The versions of operations to generate.
    pub versions: VersionOptions,
    /// The sources of names.
    pub names: NameOptions,
    /// Extensions of the document (`x-..`) that the documentation shows.
    pub extensions: ExtensionOptions,
    /// The types of values with a format.
    pub types: TypeOptions,
    /// The pages of operations, by id or by method and path. Default: those that the document declares or implies.
    pub pagination: BTreeMap<String, PaginationOption>,
    /// How to wait for work that the server does after it has answered, by names of your choice; or operations after which
    /// nothing waits.
    pub waiters: BTreeMap<String, Switch<WaiterOptions>>,
    /// The sequences of values that operations return, by id or by method and path. Default: those of the document.
    pub streams: BTreeMap<String, Switch<StreamOptions>>,
    /// The operations that send an idempotency key.
    pub idempotency: IdempotencyOptions,
    /// The requests that the server sends.
    pub webhooks: WebhookOptions,
    /// The Cargo features of the crate.
    pub features: FeatureOptions,
    /// The command line of the client, behind the feature `cli`. Default: none.
    pub cli: Option<CliOptions>,
    /// Whether the crate has a `bindings.json`. Default: `true`.
    pub bindings: Option<bool>,
    /// The operations that have a program in `examples/`. The default depends on the number of operations.
    pub examples: Option<Examples>,
}

/// How the document is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct DocumentOptions {
    /// Whether operations that cannot be right are omitted. By default, nothing is generated if there is one.
    pub skip_flawed: bool,
    /// Paths of overlays, relative to the settings, in the order in which they are applied.
    pub overlays: Vec<String>,
}

/// The versions to generate of an operation whose media types have several dated versions.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct VersionOptions {
    /// The newest version not after this one is the default version of an operation. Without it, the newest stable version.
    #[serde(deserialize_with = "version")]
    pub api_version: Option<ApiVersion>,
    /// Whether the other versions are generated as separate operations.
    pub all: bool,
    /// The extension of a media type that contains the sunset date of its version.
    pub sunset: Option<String>,
}

impl Default for VersionOptions {
    fn default() -> Self {
        Self {
            api_version: None,
            all: true,
            sunset: None,
        }
    }
}

/// The sources of names, besides `x-rust-name`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct NameOptions {
    /// The extension of an operation whose value overrides its `operationId`.
    pub operation_id: Option<String>,
    /// New names of schemas, by key.
    pub schemas: Renames,
    /// New names of operations, by id or by method and path. Webhooks cannot be renamed.
    pub operations: Renames,
}

/// Extensions of the document that the documentation shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct ExtensionOptions {
    /// For each extension of an operation, the sentence in its documentation, with `{}` in place of the value.
    #[serde(deserialize_with = "sentences")]
    pub operation: BTreeMap<String, String>,
}

fn sentences<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    let sentences = BTreeMap::<String, String>::deserialize(deserializer)?;
    for (key, sentence) in &sentences {
        if !key.starts_with("x-") {
            return Err(de::Error::custom(format!(
                "`{key}` is not an extension, which begins with `x-`"
            )));
        }
        if !sentence.contains("{}") {
            return Err(de::Error::custom(format!(
                "the sentence of `{key}` has no `{{}}` for the value"
            )));
        }
    }
    Ok(sentences)
}

fn variable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_';
    if name.is_empty() || !name.chars().all(is_part) {
        let message = "the name of a variable is letters, digits and `_`";
        return Err(de::Error::custom(message));
    }
    Ok(Some(name))
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    check_crate_name(&name).map_err(de::Error::custom)?;
    Ok(Some(name))
}

fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ApiVersion>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let version = ApiVersion::parse(&text).ok_or_else(|| {
        let message = "a version is `preview` or a date such as `2024-08-05`";
        de::Error::custom(message)
    })?;
    Ok(Some(version))
}

/// The operations that have a program in `examples/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Examples {
    /// All operations.
    EveryOperation,
    /// One operation of each tag.
    EveryTag,
    /// No operation.
    None,
}

impl Examples {
    /// The maximum number of programs by default, because `cargo test` of the client links each of them.
    const BOUND: usize = 30;

    /// The default for an API of this size.
    fn of_size(operations: usize) -> Self {
        if operations <= Self::BOUND {
            Self::EveryOperation
        } else {
            Self::EveryTag
        }
    }
}

/// Keys of `[package]` in the manifest of the client crate, with the meaning that Cargo gives them, and `install`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct PackageOptions {
    /// The name of the crate. Default: derived from the title of the document.
    #[serde(deserialize_with = "name")]
    pub name: Option<String>,
    /// The version of the crate. Default: `0.1.0`.
    pub version: Option<String>,
    /// One sentence.
    pub description: Option<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The URL of the source.
    pub repository: Option<String>,
    /// At most five words.
    pub keywords: Vec<String>,
    /// Category slugs of the package registry.
    pub categories: Vec<String>,
    /// Where users get the crate. Default: a folder beside theirs.
    pub install: Option<InstallOption>,
}

/// The locations of the common fields of the shared error body, as JSON Pointers (RFC 6901).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct ErrorOptions {
    /// The machine-readable code: the first pointer to a string is used. Default: inferred from the types of failures.
    #[serde(deserialize_with = "pointer::optional_several")]
    pub code: Option<Vec<String>>,
    /// The human-readable message, likewise.
    #[serde(deserialize_with = "pointer::optional_several")]
    pub message: Option<Vec<String>>,
    /// Lists of field errors. Default: inferred from the types of failures.
    pub fields: Option<Vec<FieldErrorOptions>>,
    /// A substring of error codes that mean that the rate limit was exceeded, whatever the status.
    pub rate_limited: Option<String>,
    /// Seconds to wait before the next attempt.
    pub retry_after_seconds: Option<RetryAfterOptions>,
}

/// A list of field errors in an error body: JSON Pointers (RFC 6901).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct FieldErrorOptions {
    /// The list, or the object with a property for each value.
    #[serde(deserialize_with = "pointer::one")]
    pub list: String,
    /// The name of the value in an item: the first pointer to a string or a list is used.
    #[serde(deserialize_with = "pointer::several")]
    pub field: Vec<String>,
    /// The code in an item, likewise.
    #[serde(deserialize_with = "pointer::several")]
    pub code: Vec<String>,
    /// The message in an item, likewise.
    #[serde(deserialize_with = "pointer::several")]
    pub message: Vec<String>,
}

/// The location of the seconds to wait in an error body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RetryAfterOptions {
    /// The error code for which the pointer holds.
    pub code: String,
    /// The number of seconds (RFC 6901).
    #[serde(deserialize_with = "pointer::one")]
    pub pointer: String,
}

/// The wrapper around a body that a query parameter requests.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EnvelopeOptions {
    /// The boolean query parameter.
    pub parameter: String,
    /// The HTTP status inside the wrapper (RFC 6901).
    #[serde(deserialize_with = "pointer::one")]
    pub status: String,
    /// The body; the first pointer to a value is used (RFC 6901).
    #[serde(deserialize_with = "pointer::several")]
    pub content: Vec<String>,
}

/// Environment variables that configure the client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct EnvironmentOptions {
    /// The prefix of their names, without the underscore. Default: derived from the name of the crate.
    #[serde(deserialize_with = "variable")]
    pub prefix: Option<String>,
    /// By security scheme, the names of the variables with its credentials, without the prefix.
    pub variables: BTreeMap<String, Vec<String>>,
}

impl Options {
    /// Reads the text of a `codegen.toml`.
    ///
    /// # Errors
    ///
    /// If the text is not TOML, or has an unknown key or value; located by offset.
    pub fn parse(text: &str) -> Result<Self, Diagnostic> {
        toml::from_str(text)
            .map_err(|error| refused(error.span().map_or(0, |span| span.start), error.message()))
    }

    /// The settings with defaults derived from the document: the name of the crate
    /// from the title, the examples from the number of operations.
    #[must_use]
    pub(crate) fn completed(&self, api: &Api) -> Self {
        let info = &api.info;
        let mut options = self.clone();
        let examples = || Examples::of_size(api.operations.len());
        options.examples.get_or_insert_with(examples);
        let package = &mut options.package;
        package
            .name
            .get_or_insert_with(|| crate_name::of_title(&info.title));
        package
            .description
            .get_or_insert_with(|| format!("Client of {}", info.title.trim()));
        let name = package.name.as_deref().unwrap_or(crate_name::FALLBACK);
        let prefix = || crate_name::prefix(name);
        options.environment.prefix.get_or_insert_with(prefix);
        options
    }
}

impl PackageOptions {
    /// The version of the crate.
    pub(crate) fn version(&self) -> &str {
        self.version.as_deref().unwrap_or("0.1.0")
    }

    /// The name by which Rust code refers to the crate.
    pub(crate) fn library(&self) -> String {
        let name = self.name.as_deref().unwrap_or(crate_name::FALLBACK);
        crate_name::library(name)
    }
}

fn refused(offset: usize, message: &str) -> Diagnostic {
    let message = message.lines().collect::<Vec<_>>().join("; ");
    Diagnostic::error(Code::Config, Location::Offset(offset), message)
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn refused(text: &str) -> String {
        Options::parse(text).unwrap_err().message
    }

    #[test]
    fn a_sentence_about_an_extension_has_a_place_for_its_value() {
        let options = Options::parse("[extensions.operation]\nx-a = \"A: {}\"\n").unwrap();
        assert_eq!(options.extensions.operation["x-a"], "A: {}");
        assert_eq!(
            refused("[extensions.operation]\na = \"A: {}\"\n"),
            "`a` is not an extension, which begins with `x-`"
        );
        assert_eq!(
            refused("[extensions.operation]\nx-a = \"A\"\n"),
            "the sentence of `x-a` has no `{}` for the value"
        );
    }
}
