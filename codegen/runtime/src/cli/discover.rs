//! Finds and describes commands.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::json_schema::{Definitions, schema};
use super::output::{line, pretty};
use super::selected::{Words, select};
use super::table::{Named, Table, is, list, text, texts};

/// The commands of the program itself.
pub(crate) fn commands() -> [Command; 2] {
    let word =
        |name: &'static str, value: &'static str| Arg::new(name).value_name(value).required(true);
    [
        Command::new("search")
            .about("Lists the operations that mention all words")
            .arg(word("words", "WORDS").num_args(1..)),
        Command::new("describe")
            .about("Prints parameters, body, responses and errors of an operation as JSON")
            .arg(word("group", "GROUP"))
            .arg(word("operation", "OPERATION"))
            .arg(
                Arg::new("api-version")
                    .long("api-version")
                    .value_name("VERSION"),
            ),
    ]
}

/// Lists the operations that mention all words, those with a word in their names first.
///
/// # Errors
///
/// If there are none.
pub(crate) fn search(table: &Table, matches: &ArgMatches) -> Result<(), Failure> {
    let words = matches.get_many::<String>("words").into_iter().flatten();
    let words: Vec<String> = words.map(|word| word.to_lowercase()).collect();
    let mut found: Vec<(bool, String)> = Vec::new();
    for group in table.groups() {
        for command in table.commands(group.name) {
            let names = names(group, command).to_lowercase();
            let all = [&*names, &mentioned(command).to_lowercase()].concat();
            if words.iter().all(|word| all.contains(word.as_str())) {
                let is_named = words.iter().all(|word| names.contains(word.as_str()));
                let about = text(command.value, "about").unwrap_or_default();
                let about = about.lines().next().unwrap_or_default();
                let row = format!("{} {}  {about}", group.name, command.name);
                found.push((!is_named, row.trim_end().to_owned()));
            }
        }
    }
    if found.is_empty() {
        return Err(Failure::usage("no operation mentions all of these words"));
    }
    found.sort_by_key(|(is_last, _)| *is_last);
    found.iter().try_for_each(|(_, row)| line(row))
}

fn names(group: Named, command: Named) -> String {
    let tag = text(group.value, "tag").unwrap_or_default();
    let about = text(command.value, "about").unwrap_or_default();
    let aliases: Vec<_> = texts(command.value, "aliases").collect();
    format!(
        "{} {tag} {} {} {about} ",
        group.name,
        command.name,
        aliases.join(" ")
    )
}

fn mentioned(command: Named) -> String {
    let description = text(command.value, "description").unwrap_or_default();
    let path = text(command.value, "path").unwrap_or_default();
    let flags = list(command.value, "flags")
        .iter()
        .filter_map(|it| text(it, "name"));
    let flags: Vec<_> = flags.collect();
    format!("{path} {} {description}", flags.join(" "))
}

/// Prints everything about an operation.
///
/// # Errors
///
/// If the operation is unknown.
pub(crate) fn describe(table: &Table, matches: &ArgMatches) -> Result<(), Failure> {
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let words = Words {
        group: word("group"),
        command: word("operation"),
        version: word("api-version"),
    };
    let Some(selected) = select(table, words) else {
        return Err(Failure::usage(
            "the operation is unknown; `search` lists operations",
        ));
    };
    let command = selected.value;
    let mut definitions = Definitions::default();
    let parameters = list(command, "flags").iter();
    let parameters = parameters.map(|flag| parameter(table, flag, &mut definitions));
    let mut description = Map::new();
    let mut add = |key: &str, value: Value| description.insert(key.to_owned(), value);
    add("group", selected.group.into());
    add("operation", selected.name.into());
    for key in [
        "id",
        "aliases",
        "method",
        "path",
        "about",
        "description",
        "notes",
        "version",
        "versions",
        "sunset",
        "deprecated",
        "security",
    ] {
        if let Some(value) = command.get(key) {
            add(key, value.clone());
        }
    }
    add("parameters", parameters.collect());
    if let Some(body) = command.get("body") {
        let flags = selected.fields.iter().map(|it| format!("--{}", it.flag));
        let flags: Vec<_> = flags.collect();
        let content = content(table, list(body, "media"), &mut definitions);
        add(
            "body",
            json!({"required": is(body, "required"), "about": body.get("about"), "content": content, "flags": flags}),
        );
    }
    let (successes, failures): (Vec<_>, Vec<_>) = list(command, "responses")
        .iter()
        .partition(|it| is(it, "success"));
    for (key, responses) in [("responses", successes), ("errors", failures)] {
        let responses = responses
            .into_iter()
            .map(|it| response(table, it, &mut definitions));
        let responses: Map<String, Value> = responses.collect();
        add(key, Value::Object(responses));
    }
    add("$defs", definitions.finish(table));
    line(&pretty(&Value::Object(description)))
}

fn parameter(table: &Table, flag: &'static Value, definitions: &mut Definitions) -> Value {
    let mut object = Map::new();
    let long = text(flag, "flag").unwrap_or_default();
    object.insert("flag".to_owned(), format!("--{long}").into());
    for key in [
        "name",
        "in",
        "about",
        "required",
        "default",
        "deprecated",
        "aliases",
    ] {
        if let Some(value) = flag.get(key) {
            object.insert(key.to_owned(), value.clone());
        }
    }
    if let Some(ty) = flag.get("type") {
        object.insert("schema".to_owned(), schema(table, ty, definitions));
    }
    Value::Object(object)
}

fn response(
    table: &Table,
    response: &'static Value,
    definitions: &mut Definitions,
) -> (String, Value) {
    let status = text(response, "status").unwrap_or_default().to_owned();
    let content = content(table, list(response, "media"), definitions);
    (
        status,
        json!({"about": response.get("about"), "content": content}),
    )
}

fn content(table: &Table, media: &'static [Value], definitions: &mut Definitions) -> Value {
    let media = media.iter().filter_map(|media| {
        let name = text(media, "media")?.to_owned();
        Some((name, schema(table, media.get("type")?, definitions)))
    });
    Value::Object(media.collect())
}
