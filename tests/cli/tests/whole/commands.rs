//! The operations in the data of the commands.

use std::fmt;

use serde_json::Value;

/// An operation in one version.
pub(crate) struct Operation {
    group: String,
    name: String,
    /// The version, unless it is the default one.
    pub(crate) version: Option<String>,
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) has_body: bool,
    /// Whether the body is JSON by default.
    pub(crate) is_json: bool,
    /// The number of variants of the body.
    pub(crate) alternatives: usize,
    /// The parameter with the value of the discriminator, and its flag.
    tag: Option<(String, String)>,
}

impl Operation {
    /// The words of a command line.
    pub(crate) fn with<'a>(&'a self, flags: &[&'a str]) -> Vec<&'a str> {
        let mut words = vec![&*self.group, &*self.name];
        words.extend(flags);
        self.version(&mut words);
        words
    }

    pub(crate) fn describe(&self) -> Vec<&str> {
        let mut words = vec!["describe", &*self.group, &*self.name];
        self.version(&mut words);
        words
    }

    fn version<'a>(&'a self, words: &mut Vec<&'a str>) {
        if let Some(version) = &self.version {
            words.extend(["--api-version", version]);
        }
    }

    /// The flag that selects the variant of a body, and its value.
    pub(crate) fn tag(&self, body: &Value) -> Option<(String, String)> {
        let (name, flag) = self.tag.as_ref()?;
        Some((flag.clone(), body[name].as_str()?.to_owned()))
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.with(&[]).join(" "))
    }
}

/// All operations.
pub(crate) fn operations(data: &str) -> Vec<Operation> {
    let data: Value = serde_json::from_str(data).unwrap_or_default();
    let types = &data["types"];
    let commands = data["commands"].as_object().into_iter().flatten();
    commands
        .map(|(key, command)| operation(key, command, types))
        .collect()
}

fn operation(key: &str, command: &Value, types: &Value) -> Operation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (group, name) = key.split_once(' ').unwrap_or_default();
    let (name, version) = match name.split_once('@') {
        None => (name, None),
        Some((name, version)) => (name, Some(version.to_owned())),
    };
    let media = &command["body"]["media"][0];
    let named = media["type"].as_str().and_then(|it| it.strip_prefix('#'));
    let ty = named.map_or(&Value::Null, |name| &types[name]);
    let variants = [&ty["tagged"]["variants"], &ty["untagged"]];
    let tag = command["tag"].as_str().map(|tag| {
        let flags = command["flags"].as_array();
        let mut flags = flags.into_iter().flatten();
        let flag = flags
            .find(|it| it["name"] == tag)
            .map(|it| text(&it["flag"]));
        (tag.to_owned(), format!("--{}", flag.unwrap_or_default()))
    });
    Operation {
        group: group.to_owned(),
        name: name.to_owned(),
        version,
        id: text(&command["id"]),
        method: text(&command["method"]),
        path: text(&command["path"]),
        has_body: command["body"].is_object(),
        is_json: media["encoding"] == "json",
        alternatives: variants
            .iter()
            .filter_map(|it| it.as_array())
            .map(Vec::len)
            .max()
            .unwrap_or(1),
        tag,
    }
}
