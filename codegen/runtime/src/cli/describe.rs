//! The words of help.

use serde_json::Value;

use super::fields::{Condition, Field};
use super::sample::{Extent, sample};
use super::schema::{Form, Schema};
use super::selected::{Selected, is_tag};
use super::table::{Table, is, list, text, texts};

/// More known values than this are in `describe` and completions only.
const VALUES: usize = 40;

/// The description of a command with its version and notes.
pub(crate) fn long_about(command: &'static Value) -> String {
    let about = text(command, "about").unwrap_or_default();
    let description = text(command, "description").filter(|it| *it != about);
    let mut parts = vec![about.to_owned()];
    parts.extend(description.map(str::to_owned));
    parts.push(facts(command));
    parts.join("\n\n")
}

/// The notes, the version and the path of a command.
pub(crate) fn facts(command: &'static Value) -> String {
    let mut facts: Vec<String> = texts(command, "notes").map(str::to_owned).collect();
    if let Some(version) = text(command, "version") {
        let others: Vec<_> = texts(command, "versions").collect();
        let others = match others.as_slice() {
            [] => String::new(),
            others => format!(" (others: {})", others.join(", ")),
        };
        facts.push(format!("Version: {version}{others}"));
    }
    if let Some(day) = text(command, "sunset") {
        facts.push(format!("The API stops serving this version on {day}"));
    }
    if is(command, "deprecated") {
        facts.push("Deprecated".to_owned());
    }
    let method = text(command, "method").unwrap_or_default();
    let path = text(command, "path").unwrap_or_default();
    facts.push(format!("{method} {path}"));
    facts.join("\n")
}

/// An example, and how the flags of the body exclude each other.
pub(crate) fn after_help(table: &Table, selected: &Selected) -> String {
    let mut parts = Vec::new();
    if selected.value.get("body").is_some() {
        parts.push(body_note(selected));
    }
    if let Some(example) = example(table, selected) {
        parts.push(format!("Example:\n  {example}"));
    }
    parts.join("\n\n")
}

fn body_note(selected: &Selected) -> String {
    let is_required = selected
        .value
        .get("body")
        .is_some_and(|it| is(it, "required"));
    let need = if is_required { "required" } else { "optional" };
    if selected.fields.is_empty() {
        return format!("The body is {need}: `--file FILE`, or `--file -` for standard input.");
    }
    let mut note = format!(
        "The body is {need}: either the flags under \"Body\", or `--file FILE` (`-` for standard input). They exclude each other."
    );
    for (flag, tags) in discriminators(selected) {
        let tags = tags.join(", ");
        note.extend([
            "\n`--",
            &flag,
            "` decides which flags of the body apply (",
            &tags,
            "); the others are refused.",
        ]);
    }
    note
}

/// The flags whose values select variants.
fn discriminators(selected: &Selected) -> Vec<(String, Vec<&'static str>)> {
    let mut found: Vec<(String, Vec<&'static str>)> = Vec::new();
    let uses = selected.fields.iter().flat_map(|it| &it.uses);
    for condition in uses.flat_map(|it| &it.conditions) {
        let flag = flag_of(selected, condition);
        let index = found.iter().position(|(known, _)| *known == flag);
        let index = index.unwrap_or_else(|| {
            found.push((flag, Vec::new()));
            found.len() - 1
        });
        for tag in &condition.tags {
            if !found[index].1.contains(tag) {
                found[index].1.push(tag);
            }
        }
    }
    found
}

/// The flag with the discriminator of a condition.
pub(crate) fn flag_of(selected: &Selected, condition: &Condition) -> String {
    let own = selected.fields.iter().find(|it| it.keys == condition.keys);
    let mut flags = list(selected.value, "flags").iter();
    let tag = flags.find(|it| is_tag(selected.value, it));
    let tag = tag.and_then(|it| text(it, "flag"));
    let own = own.map(|field| field.flag.as_str());
    own.or(tag).unwrap_or_default().to_owned()
}

/// A call with its required flags.
fn example(table: &Table, selected: &Selected) -> Option<String> {
    let head = table.head();
    let mut words = vec![
        text(head, "program")?.to_owned(),
        selected.group.to_owned(),
        selected.name.to_owned(),
    ];
    for flag in list(selected.value, "flags") {
        if is(flag, "required") && (flag.get("implied").is_none() || is_tag(selected.value, flag)) {
            let schema = table.schema(flag.get("type")?);
            let value = sample(table, schema, Extent::Required)?;
            words.push(assign(text(flag, "flag")?, &value));
        }
    }
    let tags = |condition: &Condition| first_tag(selected, condition);
    let is_body_required = selected
        .value
        .get("body")
        .is_some_and(|it| is(it, "required"));
    if is_body_required && selected.fields.is_empty() {
        words.push("--file body.json".to_owned());
    }
    for field in selected.fields.iter().filter(|_| is_body_required) {
        let mut uses = field.uses.iter();
        let Some(used) = uses.find(|it| {
            let mut conditions = it.conditions.iter();
            it.is_required && conditions.all(|it| it.tags.first() == tags(it).as_ref())
        }) else {
            continue;
        };
        let value = match used.tags.first() {
            Some(tag) => Value::from(*tag),
            None => sample(table, table.schema(used.ty), Extent::Required)?,
        };
        words.push(assign(&field.flag, &value));
    }
    let (command, flags) = words.split_at(3);
    let flags = flags.iter().map(|it| format!(" \\\n    {it}"));
    Some(command.join(" ") + &flags.collect::<String>())
}

/// The first value of the discriminator of a condition.
fn first_tag(selected: &Selected, condition: &Condition) -> Option<&'static str> {
    let uses = selected.fields.iter().flat_map(|it| &it.uses);
    let mut conditions = uses.flat_map(|it| &it.conditions);
    let first = conditions.find(|it| it.keys == condition.keys)?;
    first.tags.first().copied()
}

fn assign(flag: &str, value: &Value) -> String {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "-_./:,@+".contains(it);
    let text = if !text.is_empty() && text.chars().all(is_plain) {
        text
    } else {
        crate::client::curl::quote(&text)
    };
    // Help is wrapped at spaces, and a command must not be.
    let sign = if flag.len() + text.len() > 80 {
        "="
    } else {
        " "
    };
    format!("--{flag}{sign}{text}")
}

/// The short and the long help of a parameter.
pub(crate) fn flag_help(table: &Table, flag: &'static Value, is_tag: bool) -> (String, String) {
    let schema = flag.get("type").map(|ty| table.schema(ty));
    let about = text(flag, "about").or_else(|| text(schema?.named?, "about"));
    let mut facts = Vec::new();
    let implied = text(flag, "implied");
    if is(flag, "required") && implied.is_none() {
        facts.push("required".to_owned());
    }
    if let Some(implied) = implied {
        facts.push(format!("default: {implied}"));
    } else if let Some(default) = flag.get("default") {
        facts.push(format!("default: {}", plain(default)));
    }
    facts.extend(schema.and_then(|it| known(table, it)));
    if is_tag {
        facts.push("also selects the flags of the body".to_owned());
    }
    facts.extend(texts(flag, "aliases").map(|it| format!("alias: --{it}")));
    if is(flag, "deprecated") {
        facts.push("deprecated".to_owned());
    }
    help(about, &facts, &rules(schema, texts(flag, "notes")))
}

/// The short and the long help of a property.
pub(crate) fn property_help(table: &Table, field: &Field) -> (String, String) {
    let mut facts = Vec::new();
    let mut all_rules: Vec<String> = Vec::new();
    let mut about = None;
    for used in &field.uses {
        let schema = Some(used.ty)
            .filter(|_| used.tags.is_empty())
            .map(|ty| table.schema(ty));
        about = about
            .or_else(|| text(used.about, "about"))
            .or_else(|| text(schema?.named?, "about"));
        let condition = used.conditions.iter().map(|it| it.tags.join("|"));
        let condition = condition.collect::<Vec<_>>().join(" ");
        let prefix = match condition.as_str() {
            "" => String::new(),
            condition => format!("{condition}: "),
        };
        let mut own: Vec<String> = Vec::new();
        if used.is_required {
            own.push("required".to_owned());
        }
        if let Some(default) = used.about.get("default") {
            own.push(format!("default: {}", plain(default)));
        }
        if let Some(constant) = used.about.get("constant") {
            own.push(format!("always {}", plain(constant)));
        } else if !used.tags.is_empty() {
            own.push(format!("known values: {}", used.tags.join(", ")));
        }
        own.extend(schema.and_then(|it| known(table, it)));
        own.extend(
            schema
                .filter(|it| it.is_nullable)
                .map(|_| "`=null` clears it".to_owned()),
        );
        own.extend(schema.and_then(form_note));
        if is(used.about, "deprecated") {
            own.push("deprecated".to_owned());
        }
        match (prefix.is_empty(), own.is_empty()) {
            (true, true) => {}
            (false, true) => facts.push(format!("applies to {condition}")),
            _ => facts.push(format!("{prefix}{}", own.join(", "))),
        }
        for rule in rules(schema, texts(used.about, "notes")) {
            let rule = format!("{prefix}{rule}");
            if !all_rules.contains(&rule) {
                all_rules.push(rule);
            }
        }
    }
    facts.dedup();
    help(about, &facts, &all_rules)
}

fn form_note(schema: Schema) -> Option<String> {
    match schema.form {
        Form::List(_) => Some("repeatable".to_owned()),
        Form::Map(_) => Some("repeatable, `key=value`".to_owned()),
        Form::Object(fields, _) if !fields.is_empty() => Some("JSON or `key=value,..`".to_owned()),
        Form::Object(..) | Form::Tagged(..) | Form::Tuple(_) => Some("JSON".to_owned()),
        _ => None,
    }
}

fn help(about: Option<&str>, facts: &[String], rules: &[String]) -> (String, String) {
    let about = about.unwrap_or_default();
    let brief = about.lines().next().unwrap_or_default();
    let facts = match facts {
        [] => String::new(),
        facts => format!("[{}]", facts.join("; ")),
    };
    let join = |parts: &[&str], separator: &str| {
        let parts: Vec<_> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
        parts.join(separator)
    };
    let short = join(&[brief, &facts], " ");
    let long = join(&[about, &rules.join("\n"), &facts], "\n");
    (short, long)
}

/// The known values of an enum, unless there are many.
fn known(table: &Table, schema: Schema) -> Option<String> {
    let (values, of) = match schema.form {
        Form::Enum(values) => (values, ""),
        Form::List(item) => match table.schema(item).form {
            Form::Enum(values) => (values, " of items"),
            _ => return None,
        },
        _ => return None,
    };
    let texts: Vec<_> = values.iter().map(plain).collect();
    let shown = texts.len().min(VALUES);
    let more = if texts.len() > shown { ", .." } else { "" };
    Some(format!(
        "known values{of}: {}{more}",
        texts[..shown].join(", ")
    ))
}

/// The rules of a value.
fn rules(schema: Option<Schema>, notes: impl Iterator<Item = &'static str>) -> Vec<String> {
    let mut rules: Vec<String> = notes.map(str::to_owned).collect();
    match schema.map(|it| it.form) {
        Some(Form::Text(text)) => {
            rules.extend(text.pattern.map(|it| format!("Pattern: {it}")));
            rules.extend(text.min.map(|it| format!("At least {it} characters")));
            rules.extend(text.max.map(|it| format!("At most {it} characters")));
        }
        Some(Form::Integer(bounds)) => {
            rules.extend(bounds.min.map(|it| format!("Minimum: {it}")));
            rules.extend(bounds.max.map(|it| format!("Maximum: {it}")));
            rules.extend(bounds.step.map(|it| format!("Multiple of: {it}")));
        }
        _ => {}
    }
    rules
}

/// A literal without quotes.
fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
