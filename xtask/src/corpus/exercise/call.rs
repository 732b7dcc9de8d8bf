//! The call of an operation with a sample for each parameter and for the body.

use codegen::ir::{Location, Style};
use codegen::plan::operation::{
    Attribute, Format, Operation, Row, SetBody, SetParameter, Setter, Written as BodyKind,
};
use codegen::plan::{Argument, Type};
use serde_json::Value;

use super::sample::{Direction, sample};
use super::source::Source;
use crate::expression::{Types, Written};

/// A call, and the request that it sends.
pub(super) struct Call {
    /// The expression of the builder.
    pub(super) code: String,
    /// The path behind that of the server; `None` if a parameter is not a scalar.
    pub(super) path: Option<String>,
    /// Fields of the query and of a form.
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Body,
}

/// The body of a request.
pub(super) enum Body {
    Nothing,
    Json(Value),
    /// A form whose fields include these.
    Form(Vec<(String, String)>),
    /// A body in another format.
    Other,
}

/// The text that stands for any text, image or archive.
pub(super) const TEXT: &str = "some text";

/// Writes the call of an operation.
pub(super) struct Writer<'w, 'a> {
    pub(super) types: &'w Types<'a>,
    pub(super) source: &'w Source,
    pub(super) operation: &'w Operation<'a>,
    /// The accessor of the group on the client.
    pub(super) accessor: &'a str,
}

impl<'a> Writer<'_, 'a> {
    pub(super) fn call(&self) -> Result<Call, String> {
        let operation = self.operation;
        let mut call = Call {
            code: String::new(),
            path: Some(operation.path.clone()),
            query: Vec::new(),
            headers: Vec::new(),
            body: Body::Nothing,
        };
        let mut arguments = Vec::new();
        for argument in &operation.arguments {
            arguments.push(self.parameter(argument, &mut call)?);
        }
        if let Some(body) = &operation.body {
            arguments.push(self.body(body, &mut call)?);
        }
        let required = operation.required.as_ref();
        let arguments = self.types.arguments("api", required, &arguments);
        let (accessor, method) = (self.accessor, operation.ident);
        call.code = format!("client.{accessor}().{method}({arguments})");
        for setter in &operation.setters {
            let text = match setter {
                Setter::Parameter(_, _, set) => {
                    format!(".{}({})", set.ident, self.parameter(set, &mut call)?)
                }
                Setter::Body(_, set) => format!(".{}({})", set.ident, self.body(set, &mut call)?),
                Setter::OtherBody(_) | Setter::SendAs(_) => String::new(),
            };
            call.code += &text;
        }
        // A constant takes its place in the path without an argument.
        call.path = call.path.filter(|path| !path.contains('{'));
        Ok(call)
    }

    fn parameter(&self, set: &SetParameter<'a>, call: &mut Call) -> Written {
        let value = self.value(set)?;
        let row = self.row(set);
        let text = scalar(&value);
        match (row.map(|row| row.location), &text) {
            (Some(Location::Path), Some(text)) if is_simple(row) => {
                let place = format!("{{{}}}", set.target.name);
                call.path = call
                    .path
                    .take()
                    .map(|path| path.replace(&place, &encoded(text)));
            }
            (Some(Location::Path), _) => call.path = None,
            (Some(Location::Query), Some(text)) if is_simple(row) => {
                call.query.push((set.target.name.to_owned(), text.clone()));
            }
            (Some(Location::Header), Some(text)) if is_simple(row) => {
                call.headers
                    .push((set.target.name.to_owned(), text.clone()));
            }
            _ => {}
        }
        self.types.argument(set, &value)
    }

    /// A sample of a parameter. One that the document does not declare is a text.
    fn value(&self, set: &SetParameter<'a>) -> Result<Value, String> {
        let name = set.target.name;
        let declared = self.source.at(set.target.origin.as_str());
        let Some(declared) = declared.filter(|it| it.get("in").is_some()) else {
            return Ok(TEXT.into());
        };
        let content = declared.get("content").and_then(Value::as_object);
        let media = content.and_then(|content| content.values().next());
        let Some(schema) = media.unwrap_or(declared).get("schema") else {
            return Ok(TEXT.into());
        };
        let value = sample(self.source, Direction::Request, schema);
        value.ok_or_else(|| format!("no sample of the parameter `{name}`"))
    }

    fn row(&self, set: &SetParameter<'a>) -> Option<&Row<'a>> {
        let rows = &self.operation.parameters;
        match set.target.position {
            Some(position) => rows.get(position),
            None => rows.iter().find(|row| row.name == set.target.name),
        }
    }

    fn body(&self, set: &SetBody<'a>, call: &mut Call) -> Written {
        let library = self.types.library();
        match (&set.written, &set.argument) {
            (BodyKind::Raw, _) => {
                call.body = Body::Other;
                let sample = self.sample_of_body(set).ok();
                let text = sample.as_ref().and_then(scalar);
                let text = text.as_deref().unwrap_or(TEXT);
                Ok(format!("{library}::Body::from({text:?}.to_owned())"))
            }
            (BodyKind::Alternatives(name), _) => {
                let all = self.operation.alternatives.as_ref();
                let first = all.and_then(|it| it.variants.first());
                let variant = first.ok_or("no alternatives")?;
                let value = self.sample_of_body(set)?;
                let code = self.types.value(&variant.ty, &value)?;
                call.body = sent(&variant.format, value);
                Ok(format!("{library}::api::{name}::{}({code})", variant.ident))
            }
            (
                BodyKind::Value { format, .. },
                Argument::Into(ty)
                | Argument::Value(ty)
                | Argument::Items(ty, _)
                | Argument::Entries(ty, _),
            ) => {
                let value = self.sample_of_body(set)?;
                let code = self.types.value(ty, &value)?;
                let is_form = matches!(format, Format::Form(_) | Format::Multipart(_));
                call.body = sent(format, value);
                Ok(if is_form && matches!(ty, Type::Json) {
                    format!("json({code:?})?")
                } else {
                    code
                })
            }
            (BodyKind::Value { .. }, _) => Err("a body is a reference".to_owned()),
        }
    }

    /// A sample of the body in the default media type.
    fn sample_of_body(&self, set: &SetBody<'a>) -> Result<Value, String> {
        let body = self
            .source
            .at(set.origin.as_str())
            .ok_or("the body is not in the document")?;
        let content = body.get("content").and_then(Value::as_object);
        let content = content.ok_or("the body has no content")?;
        let wanted = self.operation.content_type.unwrap_or_default();
        let same = content
            .iter()
            .find(|(range, _)| essence(range) == essence(wanted));
        let (_, media) = same
            .or_else(|| content.iter().next())
            .ok_or("the body has no media types")?;
        let Some(schema) = media.get("schema") else {
            return Ok(serde_json::json!({ "any": TEXT }));
        };
        sample(self.source, Direction::Request, schema)
            .ok_or_else(|| "no sample of the body".to_owned())
    }
}

/// A media type without parameters.
pub(super) fn essence(range: &str) -> String {
    range
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

fn sent(format: &Format<'_>, value: Value) -> Body {
    match format {
        Format::Json => Body::Json(value),
        Format::Form(unusual) => {
            let fields = value.as_object().into_iter().flatten();
            let usual =
                fields.filter(|(name, _)| !unusual.iter().any(|row| row.name == name.as_str()));
            Body::Form(
                usual
                    .filter_map(|(name, value)| Some((name.clone(), scalar(value)?)))
                    .collect(),
            )
        }
        Format::Xml | Format::Multipart(_) => Body::Other,
    }
}

/// A scalar as text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

/// Whether a scalar is sent as its text.
fn is_simple(row: Option<&Row<'_>>) -> bool {
    let mut attributes = row.iter().flat_map(|row| &row.attributes);
    !attributes.any(|it| {
        matches!(
            it,
            Attribute::Style(Style::Label | Style::Matrix | Style::Json) | Attribute::Reserved
        )
    })
}

/// A path segment with everything percent-encoded that is not unreserved (RFC 3986).
fn encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::{encoded, essence};

    #[test]
    fn reserved_characters_of_a_segment_are_encoded() {
        assert_eq!(encoded("a b/ü.~"), "a%20b%2F%C3%BC.~");
    }

    #[test]
    fn media_types_are_compared_without_parameters() {
        assert_eq!(
            essence("Application/JSON; charset=utf-8"),
            "application/json"
        );
    }
}
