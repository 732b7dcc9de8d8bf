//! The call that sends the request of a step.

use codegen::ir::Style;
use codegen::plan::operation::{
    Alternative, Attribute, Operation, Row, SetBody, SetParameter, Setter, Written as BodyKind,
};
use codegen::plan::{Argument, Type};
use serde_json::{Map, Value, json};

use super::target::Target;
use crate::conformance::scenario::{Body, Step, Texts};
use crate::expression::{FILE, Types, Written, suffixed};

/// The headers that are not parameters.
const NOT_PARAMETERS: &[&str] = &["accept", "content-type", "authorization", "cookie"];

/// Writes the builder of a request.
pub(super) struct Call<'c, 'a> {
    pub(super) types: &'c Types<'a>,
    pub(super) target: &'c Target<'c, 'a>,
    pub(super) step: &'c Step,
}

impl<'a> Call<'_, 'a> {
    /// The expression of the builder.
    pub(super) fn builder(&self) -> Written {
        let operation = self.target.operation;
        let mut values = self.values();
        let mut arguments = Vec::new();
        for argument in &operation.arguments {
            let name = argument.target.name;
            let value = take(&mut values, name).ok_or_else(|| format!("no value for `{name}`"))?;
            arguments.push(self.parameter(argument, &value)?);
        }
        if let Some(body) = &operation.body {
            // The server does not look at all bodies.
            let empty = Body::empty_object();
            let sent = self.step.body.as_ref().unwrap_or(&empty);
            arguments.push(self.body(body, sent)?);
        }
        let (accessor, method) = (self.target.accessor, operation.ident);
        let required = operation.required.as_ref();
        let arguments = self.types.arguments("api", required, &arguments);
        let mut code = format!("client.{accessor}().{method}({arguments})");
        for setter in &operation.setters {
            code += &self.setter(setter, &mut values)?.unwrap_or_default();
        }
        // Constants have no setter, and credentials add their header.
        let is_known = |name: &str| operation.parameters.iter().any(|it| is_same(it.name, name));
        match values.iter().find(|(name, _)| !is_known(name)) {
            Some((name, _)) if !is_key(name) => Err(format!("no parameter `{name}`")),
            _ => Ok(code),
        }
    }

    /// The values of parameters.
    fn values(&self) -> Vec<(String, Texts)> {
        let path = self.target.path.iter();
        let path = path.map(|(name, text)| (name.clone(), Texts::One(text.clone())));
        let headers = self.step.headers.iter();
        let headers = headers.filter(|(name, _)| {
            !NOT_PARAMETERS
                .iter()
                .any(|it| it.eq_ignore_ascii_case(name))
        });
        let others = self.step.query.iter().chain(headers);
        path.chain(others.map(|(name, texts)| (name.clone(), texts.clone())))
            .collect()
    }

    fn setter(
        &self,
        setter: &Setter<'a>,
        values: &mut Vec<(String, Texts)>,
    ) -> Result<Option<String>, String> {
        Ok(match setter {
            Setter::Parameter(_, _, set) => match take(values, set.target.name) {
                Some(value) => Some(format!(".{}({})", set.ident, self.parameter(set, &value)?)),
                None => None,
            },
            Setter::Body(_, set) => match &self.step.body {
                Some(body) => Some(format!(".{}({})", set.ident, self.body(set, body)?)),
                None => None,
            },
            Setter::OtherBody(_) => self.other_body()?,
            Setter::SendAs(_) => None,
        })
    }

    /// The body again with its media type, which the operation does not know.
    fn other_body(&self) -> Result<Option<String>, String> {
        let body = self.step.body.as_ref();
        let known = self.target.operation.content_type;
        let range = body.and_then(|body| body.media_type.as_deref());
        Ok(match (body, range) {
            (Some(body), Some(range)) if known.is_none() => {
                Some(format!(".with_body({range:?}, {})", raw(body, known)?))
            }
            _ => None,
        })
    }

    fn parameter(&self, set: &SetParameter<'a>, texts: &Texts) -> Written {
        let row = self
            .target
            .operation
            .parameters
            .iter()
            .find(|it| it.name == set.target.name);
        let ty = match &set.argument {
            Argument::Value(ty)
            | Argument::Reference(ty)
            | Argument::Into(ty)
            | Argument::Items(ty, _)
            | Argument::Entries(ty, _) => ty,
            Argument::Integer(width) => {
                let ty = Type::Integer(*width);
                return suffixed(&ty, &self.json(&ty, row, texts));
            }
            Argument::Text => match texts {
                Texts::One(text) => return Ok(format!("{text:?}")),
                Texts::List(_) => return Err(format!("`{}` is not a list", set.ident)),
            },
            Argument::IntoEnum(_) => {
                return Err("a parameter is an enum of its operation".to_owned());
            }
        };
        let value = self.types.value(ty, &self.json(ty, row, texts))?;
        Ok(match &set.argument {
            Argument::Reference(_) => format!("&{value}"),
            _ => value,
        })
    }

    /// The JSON that a parameter with these texts represents.
    fn json(&self, ty: &Type<'a>, row: Option<&Row<'_>>, texts: &Texts) -> Value {
        match (texts, self.types.resolved(ty)) {
            (Texts::List(texts), _) => json!(texts),
            (Texts::One(text), Type::List(_)) => {
                json!(text.split(delimiter(row)).collect::<Vec<_>>())
            }
            (Texts::One(text), Type::Json) => serde_json::from_str(text).unwrap_or(json!(text)),
            (Texts::One(text), _) => json!(text),
        }
    }

    fn body(&self, set: &SetBody<'a>, body: &Body) -> Written {
        let library = self.types.library();
        match (&set.written, &set.argument) {
            (BodyKind::Alternatives(name), _) => {
                let variant = alternative(self.target.operation, body)?;
                let value = self.types.value(&variant.ty, &json_of(body)?)?;
                Ok(format!(
                    "{library}::api::{name}::{}({value})",
                    variant.ident
                ))
            }
            (BodyKind::Raw, _) => raw(body, self.target.operation.content_type)
                .map(|bytes| format!("{library}::Body::from({bytes})")),
            (
                BodyKind::Value { .. },
                Argument::Into(ty)
                | Argument::Value(ty)
                | Argument::Items(ty, _)
                | Argument::Entries(ty, _),
            ) => self.types.value(ty, &json_of(body)?),
            (BodyKind::Value { .. }, _) => Err("a body is a reference".to_owned()),
        }
    }
}

/// Removes the value of a parameter. Names of headers are case-insensitive.
fn take(values: &mut Vec<(String, Texts)>, name: &str) -> Option<Texts> {
    let at = values.iter().position(|(it, _)| is_same(it, name))?;
    Some(values.remove(at).1)
}

fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn is_key(name: &str) -> bool {
    name.ends_with("-key")
}

fn delimiter(row: Option<&Row<'_>>) -> char {
    let style = row
        .into_iter()
        .flat_map(|row| &row.attributes)
        .find_map(|it| match it {
            Attribute::Style(style) => Some(*style),
            _ => None,
        });
    match style {
        Some(Style::SpaceDelimited) => ' ',
        Some(Style::PipeDelimited) => '|',
        _ => ',',
    }
}

fn alternative<'p, 'a>(
    operation: &'p Operation<'a>,
    body: &Body,
) -> Result<&'p Alternative<'a>, String> {
    let all = operation
        .alternatives
        .as_ref()
        .map(|it| it.variants.as_slice())
        .unwrap_or_default();
    let wanted = body.media_type.as_deref();
    let is_wanted = |it: &&Alternative<'_>| it.range.or(operation.content_type) == wanted;
    all.iter()
        .find(is_wanted)
        .ok_or_else(|| format!("no alternative for {wanted:?}"))
}

/// The JSON of a body; a form is an object.
fn json_of(body: &Body) -> Result<Value, String> {
    if let Some(fields) = &body.fields {
        return Ok(Value::Object(form(fields, body)));
    }
    if let Some(value) = &body.json {
        return Ok(value.clone());
    }
    let text = body
        .text
        .as_deref()
        .ok_or("a body of bytes needs a value")?;
    if body.is_json() {
        return serde_json::from_str(text).map_err(|error| error.to_string());
    }
    Err(format!("a value is needed for {:?}", body.media_type))
}

/// The fields of a form, and its files: several of one name are a list.
fn form(fields: &Map<String, Value>, body: &Body) -> Map<String, Value> {
    let mut form = fields.clone();
    for file in &body.files {
        let value = json!({ FILE: {
            "base64": file.base64, "file_name": file.path, "media_type": file.media_type,
        }});
        let known = form.remove(&file.name);
        let value = match known {
            None => value,
            Some(Value::Array(mut files)) => {
                files.push(value);
                Value::Array(files)
            }
            Some(first) => Value::Array(vec![first, value]),
        };
        form.insert(file.name.clone(), value);
    }
    form
}

/// The bytes of a body as an expression. The suite writes some texts as JSON.
fn raw(body: &Body, content_type: Option<&str>) -> Written {
    let is_text = content_type.is_some_and(|range| range.starts_with("text/"));
    match (&body.base64, &body.text) {
        (Some(base64), _) => Ok(format!("bytes({base64:?})?")),
        (None, Some(text)) => match serde_json::from_str::<String>(text) {
            Ok(text) if is_text && body.is_json() => Ok(format!("{text:?}.to_owned()")),
            _ => Ok(format!("{text:?}.to_owned()")),
        },
        (None, None) => Err("a form is sent as bytes".to_owned()),
    }
}
