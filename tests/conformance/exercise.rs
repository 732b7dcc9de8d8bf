//! Comparing the request of an exercise with the sample that it was made from.

use std::cell::RefCell;

use bytes::Bytes;
use http::{Request, StatusCode};

thread_local! {
    /// The request of the current operation.
    static REQUEST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Prints the result of an operation and its request as a line of JSON.
pub fn print(id: &str, result: Checked) {
    println!("{}", serde_json::json!([id, result.err(), REQUEST.take()]));
}

/// The only request.
pub fn only(mut requests: Vec<Request<Bytes>>) -> Result<Request<Bytes>, String> {
    match (requests.pop(), requests.len()) {
        (Some(request), 0) => {
            REQUEST.set(Some(message(&request)));
            Ok(request)
        }
        (_, others) => Err(format!("{} requests were sent", others + 1)),
    }
}

/// The text of a request, its headers in order, without the name of the client.
fn message(request: &Request<Bytes>) -> String {
    let headers = request.headers().iter().filter(|(name, _)| *name != http::header::USER_AGENT);
    let headers = headers.map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())));
    let mut headers: Vec<_> = headers.collect();
    headers.sort();
    let body = String::from_utf8_lossy(request.body());
    format!("{} {}\n{}\n\n{body}", request.method(), request.uri(), headers.join("\n"))
}

/// Compares the request line and the headers. The query may have other parameters.
pub fn sent(
    request: &Request<Bytes>,
    method: &str,
    path: Option<&str>,
    query: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> Checked {
    if request.method() != method {
        return Err(format!("the method is {}", request.method()));
    }
    let uri = request.uri();
    if let Some(path) = path.filter(|path| !path.contains(['?', '#']) && !uri.path().ends_with(*path)) {
        return Err(format!("the path is {}, expected {path}", uri.path()));
    }
    has_fields(uri.query().unwrap_or_default(), query)?;
    for (name, value) in headers {
        let sent = request.headers().get(*name).and_then(|it| it.to_str().ok());
        if !sent.is_some_and(|sent| same_scalar(sent, value)) {
            return Err(format!("the header {name} is {sent:?}, expected {value:?}"));
        }
    }
    Ok(())
}

/// Compares a body in JSON.
pub fn sent_json(request: &Request<Bytes>, expected: &str) -> Checked {
    let sent: Value = serde_json::from_slice(request.body()).map_err(|error| format!("the body is not JSON: {error}"))?;
    same(&sent, expected).map_err(|error| error.replace("the response", "the body"))
}

/// Looks for fields in a form.
pub fn sent_form(request: &Request<Bytes>, fields: &[(&str, &str)]) -> Checked {
    has_fields(std::str::from_utf8(request.body()).map_err(text)?, fields)
}

/// Whether there is a body.
pub fn sent_body(request: &Request<Bytes>) -> Checked {
    if request.body().is_empty() { Err("the body is empty".to_owned()) } else { Ok(()) }
}

/// The judgement of a server that validates requests: the status, the body and the text of the error.
pub fn judged(error: Option<(Option<StatusCode>, Option<Bytes>, String)>) -> Checked {
    let Some((status, body, text)) = error else {
        return Ok(());
    };
    let body = body.map(|it| String::from_utf8_lossy(&it).into_owned()).unwrap_or_default();
    match status {
        None => Err(text),
        Some(_) if body.contains("stoplight.io/prism/errors#") => Err(body),
        // The server answered with one of its examples.
        Some(_) => Ok(()),
    }
}

fn has_fields(text: &str, expected: &[(&str, &str)]) -> Checked {
    let fields: Vec<_> = text.split('&').map(|it| it.split_once('=').unwrap_or((it, ""))).collect();
    let has = |name: &str, value: &str| {
        fields.iter().any(|(n, v)| decoded(n) == name && same_scalar(&decoded(v), value))
    };
    match expected.iter().find(|(name, value)| !has(name, value)) {
        Some((name, value)) => Err(format!("{name}={value} is not in {text}")),
        None => Ok(()),
    }
}

/// `1` and `1.0` are one number.
fn same_scalar(sent: &str, expected: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    sent == expected || number(sent).is_some_and(|sent| Some(sent) == number(expected))
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', " ");
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| char::from(byte.unwrap_or_default()).to_digit(16);
        let mut ahead = rest.clone();
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
