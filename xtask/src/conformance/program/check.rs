//! Comparing a response with the expected one.

use codegen::plan::operation::{Operation, OutcomeVariant, Payload};

use crate::conformance::scenario::{Body, Response, Texts};
use crate::expression::{Types, Written};

/// The statements after the call in `call`, which return an error unless the response is as expected.
pub(super) fn statements(
    types: &Types<'_>,
    operation: &Operation<'_>,
    accept: Option<&str>,
    expected: &Response,
) -> Written {
    let status = expected.status;
    if status >= 400 {
        let send = accept.map_or("send()".to_owned(), |it| format!("send_as({it:?})"));
        return Ok(format!(
            "let error = call.{send}.await.err().ok_or(\"a failure is expected\")?; \
             same_status(error.status().ok_or_else(|| error.to_string())?, {status})?;"
        ));
    }
    if let Some(accept) = accept {
        let body = bytes(expected.body.as_ref().ok_or("a body is expected")?)?;
        return Ok(format!(
            "let response = call.send_as({accept:?}).await.map_err(text)?; same_bytes(response.body(), &{body})?;"
        ));
    }
    let mut code = vec![
        "let response = call.send_with_meta().await.map_err(text)?;".to_owned(),
        format!("same_status(response.status(), {status})?;"),
    ];
    for (name, texts) in &expected.headers {
        if let (Texts::One(text), false) = (texts, name == "content-type") {
            let header = format!("response.header::<String>({name:?})");
            code.push(format!("same_header({header}, {text:?})?;"));
        }
    }
    code.push(body(types, operation, expected)?);
    Ok(code.join("\n        "))
}

fn body(types: &Types<'_>, operation: &Operation<'_>, expected: &Response) -> Written {
    match &operation.payload {
        Payload::Outcome(name) | Payload::StreamedOutcome(name) => {
            let outcomes = operation.success.as_ref().ok_or("no outcomes")?;
            let mut variants = outcomes.variants.iter();
            let has = |it: &&OutcomeVariant<'_>| {
                it.statuses
                    .iter()
                    .any(|(first, last)| (*first..=*last).contains(&expected.status))
            };
            let variant = variants.find(has).ok_or("no variant for the status")?;
            let path = format!("{}::api::{name}::{}", types.library(), variant.ident);
            let Some(payload) = &variant.payload else {
                return Ok(format!(
                    "let {path} = response.body() else {{ return other() }};"
                ));
            };
            let compare = payload_check("body", payload, expected)?;
            Ok(format!(
                "let {path}(body) = response.body() else {{ return other() }}; {compare}"
            ))
        }
        payload => payload_check("response.body()", payload, expected),
    }
}

fn payload_check(body: &str, payload: &Payload<'_>, expected: &Response) -> Written {
    let Some(expected) = &expected.body else {
        return Ok(match payload {
            Payload::Optional(..) => format!("same({body}, \"null\")?;"),
            _ => String::new(),
        });
    };
    let text = || expected.text.as_deref().ok_or("the body is not text");
    match payload {
        Payload::Value(_) | Payload::Optional(..) if expected.is_json() => {
            Ok(format!("same({body}, &located(base, {:?}))?;", text()?))
        }
        Payload::Xml(_) => {
            let value = expected
                .json
                .as_ref()
                .ok_or("the value of the XML is unknown")?;
            Ok(format!("same({body}, {:?})?;", value.to_string()))
        }
        Payload::Value(_) | Payload::Optional(..) => Err("the body is not JSON".to_owned()),
        Payload::Nothing => Err("the response is lost".to_owned()),
        Payload::Text => Ok(format!("same_text({body}, {:?})?;", text()?)),
        Payload::Secret => Ok(format!("same_text({body}.expose(), {:?})?;", text()?)),
        Payload::Bytes if expected.is_xml() => Err("XML is bytes".to_owned()),
        Payload::Bytes => Ok(format!("same_bytes({body}, &{})?;", bytes(expected)?)),
        Payload::Outcome(_) | Payload::StreamedOutcome(_) => Err("nested outcomes".to_owned()),
    }
}

fn bytes(body: &Body) -> Written {
    match (&body.base64, &body.text) {
        (Some(base64), _) => Ok(format!("bytes({base64:?})?")),
        (None, Some(text)) => Ok(format!("{text:?}.as_bytes().to_vec()")),
        (None, None) => Err("the expected body is a form".to_owned()),
    }
}
