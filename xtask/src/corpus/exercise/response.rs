//! The response of an operation, and the statements that compare it with the decoded value.

use codegen::plan::operation::{Operation, OutcomeVariant, Payload};
use serde_json::{Value, json};

use super::call::{TEXT, essence};
use super::sample::{Direction, sample};
use super::source::Source;

/// The response of a server.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) media_type: Option<String>,
    pub(super) body: String,
    /// The statements that compare the response in `response`.
    pub(super) checks: String,
}

/// A success in the document.
struct Success<'d> {
    status: u16,
    /// A media type and its schema.
    media: Option<(String, Option<&'d Value>)>,
}

/// The response to an operation, of the media type that the client prefers.
pub(super) fn answer(
    source: &Source,
    library: &str,
    operation: &Operation<'_>,
) -> Result<Answer, String> {
    let successes = successes(source, operation);
    let is_covered = |success: &&Success<'_>| match &operation.success {
        Some(outcomes) => outcomes.variants.iter().any(|it| has(it, success.status)),
        None => true,
    };
    let needs_body = !matches!(operation.payload, Payload::Nothing);
    let mut fitting = successes.iter().filter(is_covered);
    let with_body = fitting.clone().find(|it| it.media.is_some() == needs_body);
    let Some(success) = with_body.or_else(|| fitting.next()) else {
        return empty(operation);
    };
    match &operation.payload {
        Payload::Outcome(name) | Payload::StreamedOutcome(name) => {
            let mut variants = operation.success.iter().flat_map(|it| &it.variants);
            let variant = variants
                .find(|it| has(it, success.status))
                .ok_or("no variant for the status")?;
            let path = format!("{library}::api::{name}::{}", variant.ident);
            let Some(payload) = &variant.payload else {
                let checks = format!("let {path} = response.body() else {{ return other() }};");
                return of(source, success, &Payload::Nothing, "", checks);
            };
            let binding = format!("let {path}(body) = response.body() else {{ return other() }};");
            of(source, success, payload, "body", binding)
        }
        payload => of(source, success, payload, "response.body()", String::new()),
    }
}

fn has(variant: &OutcomeVariant<'_>, status: u16) -> bool {
    let mut statuses = variant.statuses.iter();
    statuses.any(|(first, last)| (*first..=*last).contains(&status))
}

/// The response where the document has none.
fn empty(operation: &Operation<'_>) -> Result<Answer, String> {
    if !matches!(operation.payload, Payload::Nothing) {
        return Err("no response for the type of the client".to_owned());
    }
    Ok(Answer {
        status: 204,
        media_type: None,
        body: String::new(),
        checks: String::new(),
    })
}

/// A response with a payload. `binding` makes the payload available as `place`.
fn of(
    source: &Source,
    success: &Success<'_>,
    payload: &Payload<'_>,
    place: &str,
    binding: String,
) -> Result<Answer, String> {
    let mut answer = Answer {
        status: success.status,
        media_type: success.media.as_ref().map(|(range, _)| concrete(range)),
        body: String::new(),
        checks: binding,
    };
    let compare = match payload {
        Payload::Nothing => {
            answer.media_type = None;
            String::new()
        }
        Payload::Value(_) | Payload::Optional(..) => {
            let schema = success.media.as_ref().and_then(|(_, schema)| *schema);
            let value = match schema {
                Some(schema) => sample(source, Direction::Response, schema)
                    .ok_or("no sample of the response")?,
                None => json!({ "any": TEXT }),
            };
            answer.body = value.to_string();
            format!("same({place}, {:?})?;", answer.body)
        }
        Payload::Text | Payload::Secret | Payload::Bytes => {
            TEXT.clone_into(&mut answer.body);
            match payload {
                Payload::Text => format!("same_text({place}, {TEXT:?})?;"),
                Payload::Secret => format!("same_text({place}.expose(), {TEXT:?})?;"),
                _ => format!("same_bytes({place}, {TEXT:?}.as_bytes())?;"),
            }
        }
        Payload::Xml(_) => return Err("a response in XML is not sampled".to_owned()),
        Payload::Outcome(_) | Payload::StreamedOutcome(_) => {
            return Err("nested outcomes".to_owned());
        }
    };
    answer.checks = format!("{}{compare}", answer.checks);
    Ok(answer)
}

/// The successes that the document declares, the lowest status first.
fn successes<'d>(source: &'d Source, operation: &Operation<'_>) -> Vec<Success<'d>> {
    let declared = source
        .at(operation.origin.as_str())
        .and_then(|it| it.get("responses"));
    let declared = declared.and_then(Value::as_object).into_iter().flatten();
    let mut all: Vec<_> = declared
        .filter_map(|(status, response)| {
            let status = match status.as_str() {
                "default" => 299,
                range if range.eq_ignore_ascii_case("2xx") => 298,
                code => code.parse().ok().filter(|it| (200..300).contains(it))?,
            };
            Some((status, source.followed(response)?))
        })
        .collect();
    all.sort_by_key(|(status, _)| *status);
    // Ranges are last, because they do not include the statuses that are declared.
    let all = all.into_iter().map(|(status, response)| Success {
        status: if status < 298 { status } else { 200 },
        media: media(source, response, operation),
    });
    all.collect()
}

fn media<'d>(
    source: &'d Source,
    response: &'d Value,
    operation: &Operation<'_>,
) -> Option<(String, Option<&'d Value>)> {
    let content = response
        .get("content")
        .and_then(|it| source.followed(it))?
        .as_object()?;
    let accept = operation.accept.as_deref().unwrap_or_default();
    let wanted = accept.split(',').map(essence);
    let of_type = |wanted: &str| content.iter().find(|(range, _)| essence(range) == wanted);
    let mut preferred = wanted.filter_map(|it| of_type(&it));
    let (range, media) = preferred.next().or_else(|| content.iter().next())?;
    Some((range.clone(), media.get("schema")))
}

/// A media type of a range.
fn concrete(range: &str) -> String {
    if range.contains('/') && !range.contains('*') {
        return range.to_owned();
    }
    "application/json".to_owned()
}
