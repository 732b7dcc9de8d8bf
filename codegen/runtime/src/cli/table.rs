//! The data of the commands: one JSON object, with one group, command or type on each line.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

/// The data. A program reads the entries that it needs, and keeps them until it ends.
pub(crate) struct Table {
    head: &'static Value,
    groups: Vec<&'static str>,
    commands: Vec<&'static str>,
    types: Vec<&'static str>,
    known: RefCell<BTreeMap<&'static str, &'static Value>>,
}

/// A command with its names.
#[derive(Clone, Copy)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) value: &'static Value,
}

/// An entry that does not exist.
static NOTHING: Value = Value::Null;

impl Table {
    pub(crate) fn new(text: &'static str) -> Self {
        let mut table = Self {
            head: &NOTHING,
            groups: Vec::new(),
            commands: Vec::new(),
            types: Vec::new(),
            known: RefCell::default(),
        };
        let mut section = "";
        for line in text.lines() {
            match line {
                "\"groups\": {" | "\"commands\": {" | "\"types\": {" => section = line,
                _ if section.is_empty() => {
                    if let Some(head) = line.strip_prefix("\"cli\": ") {
                        table.head = read(head);
                    }
                }
                _ => table.add(section, line),
            }
        }
        table
    }

    fn add(&mut self, section: &str, line: &'static str) {
        if line.starts_with('"') {
            match section {
                "\"groups\": {" => self.groups.push(line),
                "\"commands\": {" => self.commands.push(line),
                _ => self.types.push(line),
            }
        }
    }

    /// Metadata of all commands.
    pub(crate) fn head(&self) -> &'static Value {
        self.head
    }

    /// The security schemes with their environment variables.
    pub(crate) fn credentials(&self) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
        list(self.head, "credentials").iter().filter_map(|scheme| {
            let variables = scheme.get(1)?.as_array()?;
            let variables = variables.iter().filter_map(Value::as_str).collect();
            Some((scheme.get(0)?.as_str()?, variables))
        })
    }

    /// All groups.
    pub(crate) fn groups(&self) -> impl Iterator<Item = Named> {
        self.groups.iter().filter_map(|line| {
            let (name, value) = split(line)?;
            Some(Named {
                name,
                value: read(value),
            })
        })
    }

    /// The commands of a group in their usual versions.
    pub(crate) fn commands(&self, group: &str) -> impl Iterator<Item = Named> {
        self.lines(group).filter_map(|(name, value)| {
            let is_usual = !name.contains('@');
            is_usual.then(|| Named {
                name,
                value: read(value),
            })
        })
    }

    /// The group and the first command of it.
    pub(crate) fn first(&self, group: &str) -> Option<&'static str> {
        let start = ["\"", group, " "].concat();
        let line = self.commands.iter().find(|it| it.starts_with(&start))?;
        Some(split(line)?.0)
    }

    /// The command with this name in another version.
    pub(crate) fn version(&self, group: &str, name: &str, version: &str) -> Option<Named> {
        let key = [name, "@", version].concat();
        let found = self.lines(group).find(|(name, _)| **name == *key);
        found.map(|(name, value)| Named {
            name,
            value: read(value),
        })
    }

    /// The command with this id, whatever its group.
    pub(crate) fn by_id(&self, id: &str) -> Option<&'static Value> {
        let start = ["{\"id\":", &Value::from(id).to_string(), ","].concat();
        let lines = self.commands.iter().filter_map(|line| split(line));
        let mut usual = lines.filter(|(name, _)| !name.contains('@'));
        let found = usual.find(|(_, value)| value.starts_with(&start));
        found.map(|(_, value)| read(value))
    }

    /// The type with this name.
    pub(crate) fn ty(&self, name: &'static str) -> &'static Value {
        if let Some(known) = self.known.borrow().get(name) {
            return known;
        }
        let start = ["\"", name, "\":"].concat();
        let mut lines = self.types.iter();
        let found = lines.find_map(|line| line.strip_prefix(&start));
        let found = found.map_or(&NOTHING, read);
        self.known.borrow_mut().insert(name, found);
        found
    }

    /// The names of the commands of a group with their unread values.
    fn lines(&self, group: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let start = [group, " "].concat();
        self.commands.iter().filter_map(move |line| {
            let (key, value) = split(line)?;
            Some((key.strip_prefix(&start)?, value))
        })
    }
}

/// The key and the value of a line. Keys are words, without escapes.
fn split(line: &'static str) -> Option<(&'static str, &'static str)> {
    line.strip_prefix('"')?.split_once("\":")
}

/// Reads an entry, which is kept until the program ends.
fn read(text: &'static str) -> &'static Value {
    let text = text.trim_end().trim_end_matches(',');
    match serde_json::from_str(text) {
        Ok(value) => Box::leak(Box::new(value)),
        Err(_) => &NOTHING,
    }
}

/// The text at `key`.
pub(crate) fn text(value: &'static Value, key: &str) -> Option<&'static str> {
    value.get(key)?.as_str()
}

/// Whether the flag at `key` is set.
pub(crate) fn is(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool) == Some(true)
}

/// The list at `key`.
pub(crate) fn list(value: &'static Value, key: &str) -> &'static [Value] {
    let list = value.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// The texts of the list at `key`.
pub(crate) fn texts(value: &'static Value, key: &str) -> impl Iterator<Item = &'static str> {
    list(value, key).iter().filter_map(Value::as_str)
}
