//! The command that the words of a command line name.

use serde_json::Value;

use super::fields::{self, Field};
use super::table::{Named, Table, text, texts};

/// The words of a command line that select what is read.
#[derive(Clone, Copy, Default)]
pub(crate) struct Words<'a> {
    pub(crate) group: Option<&'a str>,
    pub(crate) command: Option<&'a str>,
    pub(crate) version: Option<&'a str>,
}

impl<'a> Words<'a> {
    /// The first two words that are no flags, which have no value in front of them.
    pub(crate) fn of(arguments: &'a [String]) -> Self {
        let mut words = arguments.iter().filter(|it| !it.starts_with('-'));
        let mut after = arguments.iter().skip_while(|it| *it != "--api-version");
        let given = arguments.iter();
        let mut given = given.filter_map(|it| it.strip_prefix("--api-version="));
        Self {
            group: words.next().map(String::as_str),
            command: words.next().map(String::as_str),
            version: given.next().or_else(|| after.nth(1).map(String::as_str)),
        }
    }
}

/// The arguments without the two words that name a command.
pub(crate) fn without_words(arguments: &[String]) -> Vec<&str> {
    let mut words = 0;
    let others = arguments.iter().map(String::as_str).filter(|argument| {
        let is_word = words < 2 && !argument.starts_with('-');
        words += usize::from(is_word);
        !is_word
    });
    others.collect()
}

/// A command with everything that a call of it needs.
pub(crate) struct Selected {
    pub(crate) group: &'static str,
    pub(crate) name: &'static str,
    pub(crate) value: &'static Value,
    pub(crate) fields: Vec<Field>,
}

/// The command that the words name, in the version that they name.
pub(crate) fn select(table: &Table, words: Words<'_>) -> Option<Selected> {
    let group = table.groups().find(|it| Some(it.name) == words.group)?;
    let wanted = words.command?;
    let mut commands = table.commands(group.name);
    let usual = commands.find(|it| is_named(*it, wanted))?;
    let versions = texts(usual.value, "versions");
    let version = words
        .version
        .filter(|it| versions.into_iter().any(|known| known == *it));
    let other = version.and_then(|it| table.version(group.name, usual.name, it));
    let value = other.unwrap_or(usual).value;
    Some(Selected {
        group: group.name,
        name: usual.name,
        value,
        fields: fields::fields(table, value),
    })
}

fn is_named(command: Named, wanted: &str) -> bool {
    command.name == wanted || texts(command.value, "aliases").any(|alias| alias == wanted)
}

/// Whether the parameter has the value of the discriminator.
pub(crate) fn is_tag(command: &'static Value, flag: &'static Value) -> bool {
    let tag = text(command, "tag");
    tag.is_some() && tag == text(flag, "name") && text(flag, "in") == Some("path")
}
