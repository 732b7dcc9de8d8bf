//! Requests from the flags of a command.

use clap::ArgMatches;
use serde_json::Value;

use super::body::{Body, Reader, content_type};
use super::check::check;
use super::failure::{Problem, problem};
use super::operation::operation;
use super::redact::is_secret;
use super::selected::{Selected, is_tag};
use super::table::{Table, is, list, text};
use super::value::parse;
use crate::call::{Call, given};
use crate::client::handle::Client;

/// A valid request.
pub(crate) struct Request {
    arguments: Vec<(usize, Value, bool)>,
    body: Option<Body>,
    content_type: Option<String>,
    accept: Option<&'static str>,
}

/// The request that the flags describe. It is valid if there are no problems.
pub(crate) fn request(
    table: &Table,
    selected: &Selected,
    matches: &ArgMatches,
    problems: &mut Vec<Problem>,
) -> Request {
    let mut arguments = Vec::new();
    let mut tag = None;
    for (index, flag) in list(selected.value, "flags").iter().enumerate() {
        let is_tag = is_tag(selected.value, flag);
        let value = argument(table, flag, matches, problems);
        let implied = || text(flag, "implied").map(Value::from);
        if let Some(value) = value.clone().or_else(implied).filter(|_| is_tag) {
            let (name, long) = (text(flag, "name"), text(flag, "flag"));
            tag = name.zip(long).map(|(name, long)| (name, long, value));
        }
        if let Some(value) = value {
            let schema = flag.get("type").map(|ty| table.schema(ty));
            arguments.push((index, value, schema.is_some_and(is_secret)));
        }
    }
    let reader = Reader {
        table,
        selected,
        matches,
        tag,
    };
    let body = reader.read(problems);
    let mut request = Request {
        arguments,
        content_type: content_type(selected, matches),
        body,
        accept: text(selected.value, "accept"),
    };
    if let Some(stream) = selected.value.get("stream") {
        request.ask_for(stream, list(selected.value, "flags"));
    }
    request
}

/// The value of a parameter.
fn argument(
    table: &Table,
    flag: &'static Value,
    matches: &ArgMatches,
    problems: &mut Vec<Problem>,
) -> Option<Value> {
    let long = text(flag, "flag")?;
    let place = format!("--{long}");
    let ty = flag.get("type")?;
    let Some(texts) = matches.get_many::<String>(long) else {
        // A flag without its value is a problem already.
        let is_known = problems.iter().any(|it| it.place == place);
        if is(flag, "required") && flag.get("implied").is_none() && !is_known {
            problems.push(problem(&place, "is missing"));
        }
        return None;
    };
    let texts: Vec<String> = texts.cloned().collect();
    let value = match parse(table, table.schema(ty), &texts) {
        Ok(value) => value,
        Err(message) => {
            problems.push(problem(&place, &message));
            return None;
        }
    };
    let violations = check(table, ty, &value);
    let is_valid = violations.is_empty();
    for violation in violations {
        let below: String = violation.path.iter().map(|it| ["/", it].concat()).collect();
        problems.push(problem(&[&*place, &below].concat(), &violation.message));
    }
    if text(flag, "in") == Some("path") && value.as_str() == Some("") {
        problems.push(problem(&place, "is empty"));
        return None;
    }
    is_valid.then_some(value)
}

impl Request {
    /// Asks for a sequence of values.
    fn ask_for(&mut self, stream: &'static Value, flags: &'static [Value]) {
        self.accept = text(stream, "accept");
        let parameter = text(stream, "parameter");
        let mut names = flags.iter().map(|it| text(it, "name"));
        if let Some(index) = names.position(|name| parameter.is_some() && name == parameter) {
            self.arguments.retain(|(known, ..)| *known != index);
            self.arguments.push((index, Value::Bool(true), false));
        }
        if let (Some(property), Some(Body::Json(value, shown))) =
            (text(stream, "property"), &mut self.body)
        {
            let set = |body: &mut Value| {
                if let Some(object) = body.as_object_mut() {
                    object.insert(property.to_owned(), Value::Bool(true));
                }
            };
            let mut public: Value = serde_json::from_str(shown).unwrap_or_default();
            set(&mut public);
            *shown = public.to_string();
            set(value);
        }
    }

    /// The call of the client.
    pub(crate) fn call(self, selected: &Selected, client: &Client) -> Box<Call> {
        let command = selected.value;
        let operation = operation(command, self.content_type.as_deref(), self.accept);
        let mut call = Call::new(client, operation);
        if let Some(server) = text(command, "server") {
            call.server(server);
        }
        for (index, value, is_secret) in self.arguments {
            given::parameter(&mut call, index, value, is_secret);
        }
        match self.body {
            None => {}
            Some(Body::Json(value, shown)) => {
                given::body(&mut call, value.to_string().into(), shown);
            }
            Some(Body::Bytes(bytes)) => call.raw_body(bytes),
            Some(Body::Form(fields, styles)) => call.styled_form_body(&fields, &styles),
            Some(Body::Multipart(fields, types)) => call.multipart_body(&fields, &types),
        }
        if let Some(header) = text(command, "idempotency") {
            call.idempotency_key(header);
        }
        call
    }
}
