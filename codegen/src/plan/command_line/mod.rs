//! The command line of the client as data: the program that reads it has no code for single operations or types.
//!
//! `src/cli/api.json` is one JSON object with one group, command or type on each line, so that a program reads only the
//! lines that it needs, and a change of the document changes the lines that it concerns.

mod case;
mod check;
mod commands;
mod flags;
mod follow;
mod prose;
mod reach;
mod reference;
#[cfg(test)]
mod tests;
mod types;

use serde::Serialize;

pub(crate) use check::check;
pub use commands::{Body, Command, Media, Response};
pub use flags::Flag;
pub use follow::{Following, PageSize, Pages, PlaceOf, Polling, Sequence};
pub use prose::{Notes, Prose};
pub use reference::{Json, Reference};
pub use types::{Field, Form, NamedType, Variant};

use super::model::{Model, NamedTag};
use crate::options::CliOptions;
use case::group_command;

/// The version of the format, which the program knows.
const VERSION: u32 = 1;

/// The path of the file with the data.
pub const PATH: &str = "src/cli/api.json";

/// The command line of a client.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandLine<'a> {
    /// The name of the program.
    pub name: String,
    /// The source of the client's credentials.
    pub settings: Settings,
    /// Metadata of all commands.
    pub head: Head<'a>,
    /// The groups, in the order of the document.
    pub groups: Vec<(String, Group<'a>)>,
    /// The commands of all groups by group and name.
    pub commands: Vec<(String, Command<'a>)>,
    /// The types that the commands mention, by name.
    pub types: Vec<(&'a str, NamedType<'a>)>,
}

/// The source of the client's credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settings {
    /// Environment variables.
    Environment,
    /// Nowhere: there are none.
    None,
}

/// Metadata of all commands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Head<'a> {
    /// The version of the format.
    pub version: u32,
    /// The name of the program.
    pub program: String,
    /// The title of the document.
    pub title: &'a str,
    /// The version of the document.
    pub document: &'a str,
    /// The description of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Prose<'a>>,
    /// The environment variable with the base URL.
    pub base_url: String,
    /// The environment variables with credentials, by security scheme.
    pub credentials: Vec<(&'a str, Vec<String>)>,
}

/// A group of commands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group<'a> {
    /// The tag.
    pub tag: &'a str,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
}

/// The command line, if the settings ask for one and the document has operations.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<CommandLine<'a>> {
    let options = model.options.cli.as_ref()?;
    model.api.operations.first()?;
    let tags = model.tags();
    let mut groups: Vec<(String, Group<'a>)> = Vec::new();
    for tag in &tags {
        let name = group_command(options, &tag.def.name);
        // Tags that differ in case or symbols only are one group.
        if groups.iter().all(|(known, _)| *known != name) {
            groups.push((name, group(tag)));
        }
    }
    let commands = commands::plan(model, options, &tags);
    let types = types::plan(model, &reach::of(model));
    let name = program(model, options);
    Some(CommandLine {
        settings: match model.environment() {
            Some(_) => Settings::Environment,
            None => Settings::None,
        },
        head: head(model, name.clone()),
        name,
        groups,
        commands,
        types,
    })
}

fn program(model: &Model<'_>, options: &CliOptions) -> String {
    let package = model.options.package.name.as_ref();
    let name = options.name.as_ref().or(package);
    name.cloned().unwrap_or_default()
}

fn head<'a>(model: &Model<'a>, program: String) -> Head<'a> {
    let info = &model.api.info;
    let environment = model.environment();
    let credentials = environment.iter().flat_map(|environment| {
        let schemes = environment.credentials.iter();
        schemes.map(|it| {
            let names = it.names.iter().map(|name| environment.full_name(name));
            (it.scheme, names.collect())
        })
    });
    Head {
        version: VERSION,
        program,
        title: &info.title,
        document: &info.version,
        description: info.description.as_deref().map(Prose::whole),
        base_url: model.base_url_variable(),
        credentials: credentials.collect(),
    }
}

fn group<'a>(tag: &NamedTag<'a>) -> Group<'a> {
    let docs = &tag.def.docs;
    let about = docs.summary.as_deref().or(docs.description.as_deref());
    Group {
        tag: &tag.def.name,
        about: about.map(Prose::whole),
    }
}

/// The example of the command line in the documentation of the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The name of the program.
    pub program: String,
    /// A command of it.
    pub command: String,
}

impl CommandLine<'_> {
    /// The program with its first command, if it has one.
    pub(super) fn shown(&self) -> Option<Shown> {
        let (command, _) = self.commands.first()?;
        Some(Shown {
            program: self.name.clone(),
            command: command.clone(),
        })
    }

    /// The lines of the file, behind the one that marks it as generated.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut text = format!("\"cli\": {}", json(&self.head));
        section(
            &mut text,
            "groups",
            self.groups.iter().map(|(key, it)| (key.as_str(), it)),
        );
        section(
            &mut text,
            "commands",
            self.commands.iter().map(|(key, it)| (key.as_str(), it)),
        );
        section(
            &mut text,
            "types",
            self.types.iter().map(|(key, it)| (*key, it)),
        );
        text.push_str("}\n");
        text
    }
}

fn section<'k, T: Serialize + 'k>(
    text: &mut String,
    name: &str,
    entries: impl Iterator<Item = (&'k str, &'k T)>,
) {
    text.push_str(&[",\n", &json(&name), ": {"].concat());
    let mut separator = "\n";
    for (key, entry) in entries {
        text.push_str(separator);
        text.push_str(&[&json(&key), ":", &json(entry)].concat());
        separator = ",\n";
    }
    text.push_str("\n}");
}

/// Strings, numbers and maps with keys of text always serialize.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
