//! Bodies from files and flags.

use std::fs;
use std::io::{self, Read};

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::check::{Violation, check};
use super::complete::{complete, fill};
use super::describe::flag_of;
use super::failure::{Problem, problem};
use super::fields::{Condition, Field, Use, has_properties};
use super::form::{Form as Fields, form};
use super::operation::fields as styles;
use super::own;
use super::redact::redacted;
use super::schema::Form;
use super::selected::Selected;
use super::table::{Table, is, list, text};
use super::value::parse;
use crate::call::query::Query;

/// The body of a request.
pub(crate) enum Body {
    /// JSON, and the text of it that may be shown.
    Json(Value, String),
    /// Bytes as they are.
    Bytes(Vec<u8>),
    /// A form, with the fields that have another style than the default.
    Form(Fields, Vec<Query>),
    /// A form of parts, with their media types.
    Multipart(Fields, Vec<(&'static str, &'static str)>),
}

/// Reads the body, and reports all problems of it.
pub(crate) struct Reader<'a> {
    pub(crate) table: &'a Table,
    pub(crate) selected: &'a Selected,
    pub(crate) matches: &'a ArgMatches,
    /// The parameter with the value of the discriminator, and its flag.
    pub(crate) tag: Option<(&'static str, &'static str, Value)>,
}

impl Reader<'_> {
    /// The body, if there is one.
    pub(crate) fn read(&self, problems: &mut Vec<Problem>) -> Option<Body> {
        let declared = self.selected.value.get("body")?;
        let file = self.matches.get_one::<String>(&own::id("file"));
        let media = self.media();
        let body = match file {
            Some(file) => {
                let given = self.given().next();
                let excluded = given.map(|it| problem(&["--", it].concat(), "excludes --file"));
                problems.extend(excluded);
                self.of_file(file, media, problems)?
            }
            None if self.given().next().is_none() && !is(declared, "required") => return None,
            None => self.of_flags(media, problems)?,
        };
        let form = media.filter(|it| text(it, "encoding") != Some("json"));
        let (Some(form), Body::Json(value, _)) = (form, &body) else {
            return Some(body);
        };
        let flag = |name: &str| {
            let mut fields = self.selected.fields.iter();
            let field = fields.find(|it| it.keys == [name]);
            match file {
                Some(_) => format!("--file /{name}"),
                None => format!("--{}", field.map_or(name, |it| &it.flag)),
            }
        };
        let ty = form.get("type")?;
        if !value.is_object() {
            // Validation may have reported it already.
            if problems.iter().all(|it| it.place != "--file") {
                problems.push(problem("--file", "is not an object"));
            }
            return None;
        }
        let fields = self::form(self.table, ty, value.clone(), flag, problems);
        Some(match text(form, "encoding") {
            Some("multipart") => Body::Multipart(fields, parts(form)),
            _ => Body::Form(fields, styles(form)),
        })
    }

    /// The media type from `--content-type`, or the default one, if its bodies have properties.
    fn media(&self) -> Option<&'static Value> {
        let mut all = list(self.selected.value.get("body")?, "media").iter();
        let media = match content_type(self.selected, self.matches) {
            Some(chosen) => all.find(|it| text(it, "media") == Some(&chosen)),
            None => all.next(),
        };
        media.filter(|it| has_properties(it))
    }

    /// Whether a body can be an object without any property.
    fn is_object(&self, media: &'static Value) -> bool {
        let form = media.get("type").map(|ty| self.table.schema(ty).form);
        text(media, "encoding") == Some("json")
            && matches!(form, Some(Form::Object(..) | Form::Tagged(..)))
    }

    /// The flags of the body that are given.
    fn given(&self) -> impl Iterator<Item = &str> {
        let fields = self.selected.fields.iter();
        let flags = fields.map(|field| field.flag.as_str());
        flags.filter(|flag| self.matches.contains_id(flag))
    }

    fn of_file(
        &self,
        file: &str,
        media: Option<&'static Value>,
        problems: &mut Vec<Problem>,
    ) -> Option<Body> {
        let bytes = match contents(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = format!("names `{file}`, which cannot be read: {error}");
                problems.push(problem("--file", &message));
                return None;
            }
        };
        let Some(ty) = media.and_then(|it| it.get("type")) else {
            return Some(Body::Bytes(bytes));
        };
        match serde_json::from_slice(&bytes) {
            Ok(value) => Some(self.checked(ty, value, Some(file), problems)),
            Err(error) => {
                // The message of serde may quote the file, which may have a secret.
                let (line, column) = (error.line(), error.column());
                let message = format!("is not JSON at line {line} column {column}");
                problems.push(problem("--file", &message));
                None
            }
        }
    }

    /// The body from the flags.
    fn of_flags(&self, media: Option<&'static Value>, problems: &mut Vec<Problem>) -> Option<Body> {
        let given = self.given().next();
        let has_flags =
            |it: &&'static Value| !self.selected.fields.is_empty() || self.is_object(it);
        let ty = media.filter(has_flags).and_then(|it| it.get("type"));
        let Some(ty) = ty else {
            problems.push(match given {
                Some(flag) => {
                    let message = "does not apply to this --content-type; use --file";
                    problem(&["--", flag].concat(), message)
                }
                None => problem("--file", "is missing, and the body is required"),
            });
            return None;
        };
        let body = self.object(problems);
        Some(self.checked(ty, body, None, problems))
    }

    /// The object of the flags.
    fn object(&self, problems: &mut Vec<Problem>) -> Value {
        let mut body = Map::new();
        if let Some((property, _, value)) = &self.tag {
            body.insert((*property).to_owned(), value.clone());
        }
        // Discriminators decide the types of the others.
        let (tags, others): (Vec<_>, Vec<_>) = self
            .selected
            .fields
            .iter()
            .partition(|it| it.uses.iter().any(|it| !it.tags.is_empty()));
        let mut body = Value::Object(body);
        for field in tags.into_iter().chain(others) {
            if let Some(texts) = self.matches.get_many::<String>(&field.flag) {
                let texts: Vec<String> = texts.cloned().collect();
                self.property(field, &texts, &mut body, problems);
            }
        }
        body
    }

    fn property(
        &self,
        field: &Field,
        texts: &[String],
        body: &mut Value,
        problems: &mut Vec<Problem>,
    ) {
        let place = format!("--{}", field.flag);
        let used = match self.applies(field, body) {
            Ok(used) => used,
            Err(condition) => {
                let flag = flag_of(self.selected, condition);
                let tag = at(body, &condition.keys).map(plain).unwrap_or_default();
                let all = field.uses.iter().flat_map(|it| &it.conditions);
                let same = all.filter(|it| it.keys == condition.keys);
                let tags: Vec<_> = same.flat_map(|it| it.tags.iter().copied()).collect();
                let tags = tags.join(" or ");
                let message = format!("does not apply to --{flag} {tag}, only to {tags}");
                problems.push(problem(&place, &message));
                return;
            }
        };
        let value = if used.tags.is_empty() {
            parse(self.table, self.table.schema(used.ty), texts)
        } else {
            Ok(Value::from(texts.last().map_or("", String::as_str)))
        };
        match value {
            Ok(value) => set(body, &field.keys, value),
            Err(message) => problems.push(problem(&place, &message)),
        }
    }

    /// The type that the discriminators select, or the condition that does not hold.
    fn applies<'f>(&self, field: &'f Field, body: &Value) -> Result<&'f Use, &'f Condition> {
        let mut failed = None;
        for used in &field.uses {
            match used
                .conditions
                .iter()
                .find(|it| !holds(it, body, self.selected))
            {
                None => return Ok(used),
                Some(condition) => failed = failed.or(Some(condition)),
            }
        }
        failed.map_or_else(|| Ok(&field.uses[0]), Err)
    }

    /// The body with its constants, after validation.
    fn checked(
        &self,
        ty: &'static Value,
        mut body: Value,
        file: Option<&str>,
        problems: &mut Vec<Problem>,
    ) -> Body {
        if let Some((property, flag, value)) = &self.tag {
            match body.get(*property) {
                Some(other) if other != value => {
                    let message = format!(
                        "contradicts --{flag} {}: the body has {}",
                        plain(value),
                        plain(other)
                    );
                    let place =
                        file.map_or_else(|| format!("--{flag}"), |_| format!("--file /{property}"));
                    problems.push(problem(&place, &message));
                }
                Some(_) => {}
                None => set(&mut body, &[property], value.clone()),
            }
        }
        if file.is_none() {
            fill(self.table, ty, &mut body, 0);
        }
        complete(self.table, ty, &mut body, 0);
        let violations = check(self.table, ty, &body).into_iter();
        problems.extend(violations.map(|it| self.located(it, file)));
        let shown = redacted(self.table, ty, &body).to_string();
        Body::Json(body, shown)
    }

    /// The flag of a violation, or its place in the file.
    fn located(&self, violation: Violation, file: Option<&str>) -> Problem {
        let pointer: String = violation.path.iter().map(|it| ["/", it].concat()).collect();
        let place = match file {
            Some(_) => format!("--file {pointer}"),
            None => self.flag(&violation.path).unwrap_or(pointer),
        };
        Problem {
            place: place.trim_end().to_owned(),
            message: violation.message,
        }
    }

    /// The flag of a property or of the value around it.
    fn flag(&self, path: &[String]) -> Option<String> {
        let tag = self.tag.as_ref();
        if let Some((_, flag, _)) = tag.filter(|tag| path.first().is_some_and(|it| it == tag.0)) {
            return Some(format!("--{flag}"));
        }
        (1..=path.len()).rev().find_map(|length| {
            let mut fields = self.selected.fields.iter();
            let field = fields.find(|it| it.keys == path[..length])?;
            let rest: String = path[length..].iter().map(|it| ["/", it].concat()).collect();
            Some(format!("--{}{rest}", field.flag))
        })
    }
}

/// Whether a discriminator has a value of the condition. One that is missing is a problem of its own.
fn holds(condition: &Condition, body: &Value, selected: &Selected) -> bool {
    match at(body, &condition.keys) {
        None => {
            let mut fields = selected.fields.iter();
            let known = fields.find(|it| it.keys == condition.keys);
            let known = known.and_then(|it| it.uses.first()).map(|it| it.tags.len());
            known.is_none_or(|count| count >= 1)
        }
        Some(tag) => condition
            .tags
            .iter()
            .any(|known| tag.as_str() == Some(known)),
    }
}

/// The value at some keys.
fn at<'v>(value: &'v Value, keys: &[&str]) -> Option<&'v Value> {
    keys.iter().try_fold(value, |value, key| value.get(key))
}

/// Sets the value at some keys, and the objects around it.
fn set(value: &mut Value, keys: &[&'static str], new: Value) {
    let Some((key, rest)) = keys.split_first() else {
        *value = new;
        return;
    };
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    if let Some(object) = value.as_object_mut() {
        set(object.entry(*key).or_insert(Value::Null), rest, new);
    }
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// The bytes of a file, or of standard input.
fn contents(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The media types of the parts of a form.
fn parts(media: &'static Value) -> Vec<(&'static str, &'static str)> {
    let parts = list(media, "parts").iter();
    let parts = parts.filter_map(|part| {
        let media_type = part.get(1)?.get(0)?.as_str()?;
        Some((part.get(0)?.as_str()?, media_type))
    });
    parts.filter(|(_, it)| !it.contains('*')).collect()
}

/// The media type of the body: that of the caller, or the usual one.
pub(crate) fn content_type(selected: &Selected, matches: &ArgMatches) -> Option<String> {
    let body = selected.value.get("body")?;
    let has_choice = list(body, "media").len() > 1;
    let given = has_choice.then(|| matches.get_one::<String>(&own::id("content-type")));
    let usual = || list(body, "media").first().and_then(|it| text(it, "media"));
    let usual = || usual().filter(|it| !it.contains('*')).map(str::to_owned);
    given.flatten().cloned().or_else(usual)
}
