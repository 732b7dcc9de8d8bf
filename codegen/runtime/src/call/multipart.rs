//! Bodies of `multipart/form-data` (RFC 7578).

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use http_body::{Frame, SizeHint};
use serde_json::Value;

use super::body;
use super::core::Call;
use super::refuse::refuse;
use crate::net::body::{Body, Content};
use crate::net::media_type;
use crate::wire::encode::View;
use crate::wire::object_entries::each_entry;
use crate::wire::{Encode, Part, violation};

impl Call {
    /// Sets a body of `multipart/form-data`. `types` has the media types of parts.
    pub(crate) fn multipart_body(&mut self, fields: &dyn Encode, types: &[(&str, &str)]) {
        match encode(fields.view(), types) {
            Ok(form) => {
                body::set(self, form.body);
                self.content_type = Some(form.content_type);
            }
            Err(problem) => refuse(self, &violation::explain(fields, false, &problem)),
        }
    }
}

/// The body and its `Content-Type` with the boundary.
pub(crate) struct Multipart {
    pub(crate) body: Body,
    pub(crate) content_type: HeaderValue,
}

/// Writes one part for each property of `form` and for each item of a list. Scalars are text and objects are JSON;
/// `types` has the documented media types of properties.
///
/// # Errors
///
/// If the form cannot be sent.
pub(crate) fn encode(form: View<'_>, types: &[(&str, &str)]) -> Result<Multipart, String> {
    let boundary = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
    let mut writer = Writer {
        boundary: &boundary,
        text: Vec::new(),
        pieces: Vec::new(),
    };
    let mut result = Ok(());
    each(form, &mut |name, value| {
        if result.is_ok() {
            let media_type = types.iter().find(|(property, _)| *property == name);
            result = writer.property(name, value, media_type.map(|(_, it)| *it));
        }
    })?;
    result?;
    let content_type = format!("multipart/form-data; boundary={boundary}");
    Ok(Multipart {
        content_type: HeaderValue::try_from(content_type).map_err(|error| error.to_string())?,
        body: writer.finish(),
    })
}

/// Calls `visit` with every property.
fn each(form: View<'_>, visit: &mut dyn FnMut(&str, View<'_>)) -> Result<(), String> {
    match form {
        View::Absent | View::Null => {}
        View::Object(object) => each_entry(object, &mut |key, _, value| visit(key, value)),
        View::Map(entries) => entries.each(visit),
        View::Json(Value::Object(entries)) => {
            for (key, value) in entries {
                visit(key, View::Json(value));
            }
        }
        _ => return Err("a body of `multipart/form-data` is an object".to_owned()),
    }
    Ok(())
}

struct Writer<'a> {
    boundary: &'a str,
    /// The text since the last stream.
    text: Vec<u8>,
    pieces: Vec<Body>,
}

impl Writer<'_> {
    fn property(
        &mut self,
        name: &str,
        value: View<'_>,
        media_type: Option<&str>,
    ) -> Result<(), String> {
        match value {
            View::Absent | View::Null | View::Json(Value::Null) => {}
            View::Attachment(file) => {
                let Some(part) = file.as_any().downcast_ref::<Part>() else {
                    return Err(format!("`{name}` is not a part of a form"));
                };
                let given = media_type.filter(|_| !part.has_media_type());
                let media_type = given.or(part.media_type());
                self.head(name, part.file_name_of(name), media_type, part.headers())?;
                self.content(part.body());
            }
            View::Secret(value) => return self.property(name, value.view(), media_type),
            View::List(items) if !media_type.is_some_and(media_type::is_json) => {
                for index in 0..items.count() {
                    self.property(name, items.item(index), media_type)?;
                }
            }
            View::Text(text) if !media_type.is_some_and(media_type::is_json) => {
                self.head(name, None, media_type, &[])?;
                self.line(text.as_bytes());
            }
            View::Json(Value::String(text)) => {
                return self.property(name, View::Text(text), media_type);
            }
            View::Json(Value::Array(items)) if !media_type.is_some_and(media_type::is_json) => {
                for item in items {
                    self.property(name, View::Json(item), media_type)?;
                }
            }
            value => {
                let json = serde_json::to_vec(&value).map_err(|error| error.to_string())?;
                let composite = json.starts_with(b"{") || json.starts_with(b"[");
                let usual = composite.then_some("application/json");
                self.head(name, None, media_type.or(usual), &[])?;
                self.line(&json);
            }
        }
        Ok(())
    }

    fn head(
        &mut self,
        name: &str,
        file_name: Option<&str>,
        media_type: Option<&str>,
        headers: &[(String, String)],
    ) -> Result<(), String> {
        self.put(&["--", self.boundary, "\r\n"]);
        self.put(&[
            "Content-Disposition: form-data; name=\"",
            &quoted(name),
            "\"",
        ]);
        if let Some(file_name) = file_name {
            self.put(&["; filename=\"", &quoted(file_name), "\""]);
        }
        if let Some(media_type) = media_type {
            // Anything else could go on with headers and parts of its own.
            HeaderValue::from_str(media_type)
                .map_err(|_| format!("the content type of `{name}` is no header value"))?;
            self.put(&["\r\nContent-Type: ", media_type]);
        }
        for (header, value) in headers {
            check_header(name, header, value)?;
            self.put(&["\r\n", header, ": ", value]);
        }
        self.put(&["\r\n\r\n"]);
        Ok(())
    }

    fn content(&mut self, body: &Body) {
        if let Some(bytes) = body.as_bytes() {
            self.line(bytes);
        } else {
            self.flush();
            self.pieces.push(body.clone());
            self.put(&["\r\n"]);
        }
    }

    fn line(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
        self.put(&["\r\n"]);
    }

    fn put(&mut self, texts: &[&str]) {
        for text in texts {
            self.text.extend_from_slice(text.as_bytes());
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.pieces.push(text.into());
    }

    /// The whole as bytes, if it has no stream, so that it can be sent again.
    fn finish(mut self) -> Body {
        self.put(&["--", self.boundary, "--\r\n"]);
        if self.pieces.is_empty() {
            return self.text.into();
        }
        self.flush();
        let Self { pieces, .. } = self;
        Body(Arc::new(Joined(pieces)))
    }
}

/// A header of a part that has a setter of its own, or that would break the part, is refused.
fn check_header(part: &str, header: &str, value: &str) -> Result<(), String> {
    let own = ["content-type", "content-disposition"];
    if own.iter().any(|own| header.eq_ignore_ascii_case(own)) {
        return Err(format!("`{header}` of `{part}` cannot be set as a header"));
    }
    let is_valid = HeaderName::try_from(header).is_ok() && HeaderValue::try_from(value).is_ok();
    if is_valid {
        return Ok(());
    }
    Err(format!("a header of `{part}` has an invalid name or value"))
}

/// As browsers write it (HTML, multipart/form-data encoding algorithm).
fn quoted(text: &str) -> String {
    text.replace('\r', "%0D")
        .replace('\n', "%0A")
        .replace('"', "%22")
}

/// Several bodies in sequence, of which one is a stream.
struct Joined(Vec<Body>);

impl Content for Joined {
    fn bytes(&self) -> Option<&Bytes> {
        None
    }

    fn length(&self) -> Option<u64> {
        self.0.iter().map(Body::length).sum()
    }

    fn is_spent(&self) -> bool {
        self.0.iter().any(Body::is_spent)
    }

    fn to_request_body(&self) -> reqwest::Body {
        reqwest::Body::wrap(JoinedBodies {
            bodies: self.0.iter().map(reqwest::Body::from).collect(),
            length: self.length(),
        })
    }
}

struct JoinedBodies {
    bodies: VecDeque<reqwest::Body>,
    length: Option<u64>,
}

impl http_body::Body for JoinedBodies {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, reqwest::Error>>> {
        while let Some(first) = self.bodies.front_mut() {
            match Pin::new(first).poll_frame(cx) {
                Poll::Ready(None) => drop(self.bodies.pop_front()),
                frame => return frame,
            }
        }
        Poll::Ready(None)
    }

    fn size_hint(&self) -> SizeHint {
        self.length
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
