//! Enums of strings and of integers.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_yaml::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Enum, EnumValues, EnumVariant, Origin};
use crate::load::{Node, Schema, shown};
use crate::lower::findings::Findings;
use crate::lower::given;
use crate::lower::schemas::{as_whole, integer};

/// The strings of all `members` together, each once, in order.
pub(super) fn strings(members: &[Schema<'_>], findings: &mut Findings<'_>) -> Enum {
    let mut values: IndexMap<&str, EnumVariant<String>> = IndexMap::new();
    for member in members {
        let mut names = given::value_names(member, findings).into_iter();
        for (index, item) in member.enum_values().iter().enumerate() {
            let given = names.next().flatten();
            let Some(value) = item.value.as_str() else {
                continue;
            };
            let description = description(member, value, index);
            if let Some(first) = values.get(value).filter(|_| members.len() == 1) {
                repeated(item, value, &first.origin, findings);
            }
            let variant = values.entry(value).or_insert_with(|| EnumVariant {
                value: value.to_owned(),
                origin: Origin(item.at.clone()),
                given: None,
                description: None,
            });
            variant.given = variant.given.take().or(given);
            variant.description = variant.description.take().or(description);
        }
    }
    Enum {
        values: EnumValues::Strings(values.into_values().collect()),
    }
}

/// The numbers of an enum; those beyond 64 bits are reported and left out.
pub(super) fn integers(schema: &Schema<'_>, findings: &mut Findings<'_>) -> Enum {
    let mut variants: Vec<EnumVariant<i64>> = Vec::new();
    let mut seen: BTreeMap<i64, Origin> = BTreeMap::new();
    let mut names = given::value_names(schema, findings).into_iter();
    for (index, item) in schema.enum_values().iter().enumerate() {
        let given = names.next().flatten();
        let whole = as_whole(item.value).and_then(|value| i64::try_from(value).ok());
        match whole {
            Some(value) if seen.contains_key(&value) => {
                repeated(item, &value.to_string(), &seen[&value], findings);
            }
            Some(value) => {
                let origin = Origin(item.at.clone());
                seen.insert(value, origin.clone());
                variants.push(EnumVariant {
                    value,
                    origin,
                    given,
                    description: description(schema, &value.to_string(), index),
                });
            }
            // Null makes the type nullable, and `load` reports values of other types.
            None if !item.value.is_number() => {}
            None => {
                let message = format!("`{}` is not a 64-bit integer", shown(item.value));
                findings.report(Diagnostic::error(Code::EnumValueType, &item.at, message));
            }
        }
    }
    Enum {
        values: EnumValues::Integers(integer(schema), variants),
    }
}

fn repeated(item: &Node<'_>, value: &str, first: &Origin, findings: &mut Findings<'_>) {
    let message = format!("the value `{value}` is listed twice");
    let help = "remove one of them";
    findings.report(
        Diagnostic::warning(Code::ContradictorySchema, &item.at, message)
            .help(help)
            .label(&first.0, "first listed here"),
    );
}

/// The description of a value in `x-enum-descriptions`: a map by value, or a list in the order of the values.
fn description(schema: &Schema<'_>, value: &str, index: usize) -> Option<String> {
    let descriptions = schema
        .get("x-enum-descriptions")
        .or_else(|| schema.get("x-enumDescriptions"))?;
    match descriptions.value {
        Value::Sequence(texts) => texts.get(index)?.as_str().map(str::to_owned),
        _ => descriptions.str(value).map(str::to_owned),
    }
}
