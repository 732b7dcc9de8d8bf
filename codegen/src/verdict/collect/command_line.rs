//! Names of the command line, as facts about the crate, its operations and their parameters.

use std::collections::BTreeMap;

use super::super::surface::{Fact, Item, Kind};
use crate::plan::CommandLine;
use crate::plan::command_line::Command;

/// Adds the names of the program, its commands and their flags to the items of a crate.
pub(super) fn add(line: &CommandLine<'_>, items: &mut [Item]) {
    let mut commands: BTreeMap<String, Vec<&(String, Command<'_>)>> = BTreeMap::new();
    for command in &line.commands {
        let request = format!("{} {}", command.1.method, command.1.path);
        commands.entry(request).or_default().push(command);
    }
    for item in items {
        match item.kind {
            Kind::Crate if item.name == "crate" => {
                item.facts.insert(Fact::Program, line.name.clone());
            }
            Kind::Operation => {
                let request = item.fact(Fact::Request).unwrap_or_default();
                let mut versions = commands.get(request).into_iter().flatten();
                if let Some((name, command)) = versions.find(|it| is_of(it, item)) {
                    add_command(name, command, item);
                }
            }
            _ => {}
        }
    }
}

/// Whether a command is that of an operation with the same request, in the same version.
fn is_of((name, command): &(String, Command<'_>), item: &Item) -> bool {
    let id = item.fact(Fact::Id).unwrap_or_default();
    let version = name.split_once('@').map(|(_, version)| version);
    let rest = id.strip_prefix(command.id);
    let is_version = |rest: &str| version.map_or(rest.is_empty(), |it| rest.contains(it));
    rest.is_some_and(is_version)
}

fn add_command(name: &str, command: &Command<'_>, item: &mut Item) {
    let group = name.split(' ').next().unwrap_or_default();
    let aliases = command.aliases.iter().map(|it| format!("{group} {it}"));
    let names: Vec<_> = std::iter::once(name.to_owned()).chain(aliases).collect();
    item.facts.insert(Fact::Command, names.join(", "));
    for flag in &command.flags {
        let place = format!("{{{}}}", flag.name);
        let parameter = match command.path.find(&place) {
            Some(at) if flag.sent.location == "path" => {
                format!("path {}", command.path[..at].matches('{').count())
            }
            _ => format!("{} {}", flag.sent.location, flag.name),
        };
        let mut members = item.members.iter_mut();
        if let Some(member) = members.find(|it| it.fact(Fact::Parameter) == Some(&parameter)) {
            let names = std::iter::once(flag.flag.as_str()).chain(flag.aliases.iter().copied());
            let names: Vec<_> = names.map(|it| format!("--{it}")).collect();
            member.facts.insert(Fact::Flag, names.join(", "));
        }
    }
}
