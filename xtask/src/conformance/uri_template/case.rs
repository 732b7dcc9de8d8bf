//! The cases of the suite that parameters of OpenAPI can express.

use serde_json::{Map, Value, json};

use crate::percent::decoded;

/// A template with its values, as an operation.
#[derive(Debug)]
pub(super) struct Case {
    /// The template of the suite.
    pub(super) template: String,
    /// The path of the operation, with the query that is part of the template.
    pub(super) path: String,
    pub(super) parameters: Vec<Parameter>,
    /// The expansions that are right.
    pub(super) expected: Vec<String>,
}

/// A variable of a template.
#[derive(Debug, PartialEq)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) value: Value,
    style: &'static str,
    explode: bool,
}

impl Case {
    /// Reads a case of the suite; its path begins with `prefix`. The error is the reason why OpenAPI cannot express it.
    pub(super) fn read(
        prefix: &str,
        variables: &Map<String, Value>,
        case: &Value,
    ) -> Result<Self, &'static str> {
        let template = case[0].as_str().unwrap_or_default();
        let mut path = format!("{prefix}/");
        let mut parameters = Vec::new();
        let mut rest = template;
        while let Some((literal, tail)) = rest.split_once('{') {
            let (expression, tail) = tail.split_once('}').ok_or("it is invalid")?;
            path.push_str(literal);
            if expression.starts_with('&') && !path.contains('?') {
                return Err("it continues a query that is not part of it");
            }
            path.push_str(&expand(expression, variables, &mut parameters)?);
            rest = tail;
        }
        path.push_str(rest);
        if path.contains('#') {
            return Err("it has a fragment");
        }
        let expected = match &case[1] {
            Value::Array(all) => all.clone(),
            one => vec![one.clone()],
        };
        let texts = expected.iter().filter_map(Value::as_str);
        Ok(Self {
            template: template.to_owned(),
            path,
            parameters,
            expected: texts.map(|text| format!("{prefix}/{text}")).collect(),
        })
    }

    /// The path item of the case.
    pub(super) fn path_item(&self, id: &str) -> Value {
        let parameters: Vec<_> = self.parameters.iter().map(Parameter::declaration).collect();
        json!({ "get": {
            "operationId": id, "tags": ["cases"], "parameters": parameters,
            "responses": { "204": { "description": "Done." } },
        } })
    }
}

impl Parameter {
    fn is_query(&self) -> bool {
        self.style == "form"
    }

    fn declaration(&self) -> Value {
        let schema = match &self.value {
            Value::Array(_) => json!({ "type": "array", "items": { "type": "string" } }),
            Value::Object(_) => {
                json!({ "type": "object", "additionalProperties": { "type": "string" } })
            }
            Value::Number(number) if number.is_i64() => json!({ "type": "integer" }),
            Value::Number(_) => json!({ "type": "number" }),
            _ => json!({ "type": "string" }),
        };
        json!({
            "name": self.name, "in": if self.is_query() { "query" } else { "path" },
            "required": !self.is_query(), "style": self.style, "explode": self.explode, "schema": schema,
        })
    }
}

/// Adds the variables of an expression to the parameters. Returns the expression as a part of a path.
fn expand(
    expression: &str,
    variables: &Map<String, Value>,
    parameters: &mut Vec<Parameter>,
) -> Result<String, &'static str> {
    let (style, separator, names) = match expression.chars().next() {
        Some('.') => ("label", "", &expression[1..]),
        Some(';') => ("matrix", "", &expression[1..]),
        Some('?' | '&') => ("form", "", &expression[1..]),
        Some('+' | '#') => return Err("reserved and fragment expansion have no style"),
        Some('/') => return Err("expansion to segments of a path has no style"),
        _ => ("simple", ",", expression),
    };
    let mut parts = Vec::new();
    for name in names.split(',') {
        let (name, explode) = match name.strip_suffix('*') {
            Some(name) => (name, true),
            None => (name, false),
        };
        if name.contains(':') {
            return Err("prefixes have no style");
        }
        let value = variables.get(name).unwrap_or(&Value::Null);
        let parameter = Parameter {
            name: decoded(name),
            value: value.clone(),
            style,
            explode,
        };
        if !parameter.is_query() {
            if is_empty(value) {
                return Err("a value in the path is empty or undefined");
            }
            parts.push(format!("{{{}}}", parameter.name));
        }
        if parameters
            .iter()
            .any(|it| it.name == name && *it != parameter)
        {
            return Err("one variable has two styles");
        }
        if !value.is_null() && !parameters.contains(&parameter) {
            parameters.push(parameter);
        }
    }
    Ok(parts.join(separator))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::Case;

    fn read(template: &str, expected: &str) -> Result<Case, &'static str> {
        let variables = json!({ "x": "1", "list": ["a", "b"], "none": null });
        let variables: Map<String, Value> = variables.as_object().cloned().unwrap_or_default();
        Case::read("/c1", &variables, &json!([template, expected]))
    }

    #[test]
    fn operators_are_styles() {
        let case = read("X{.x,list*}", "X.1.a.b").unwrap();
        assert_eq!(case.path, "/c1/X{x}{list}");
        assert_eq!(case.expected, ["/c1/X.1.a.b"]);
        let item = case.path_item("c1");
        let list = &item["get"]["parameters"][1];
        assert_eq!(list["style"], "label");
        assert_eq!(list["explode"], true);
    }

    #[test]
    fn a_query_is_no_part_of_the_path() {
        let case = read("?a=b{&x,none}", "?a=b&x=1").unwrap();
        assert_eq!(case.path, "/c1/?a=b");
        assert_eq!(case.parameters.len(), 1);
        assert_eq!(case.path_item("c1")["get"]["parameters"][0]["in"], "query");
    }

    #[test]
    fn other_operators_are_inapplicable() {
        for template in ["{+x}", "{#x}", "{&x}", "{/x}", "{x:3}", "{none}"] {
            assert!(read(template, "").is_err(), "{template}");
        }
    }
}
