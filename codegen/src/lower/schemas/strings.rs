//! Strings: their format, and whether they are secret (`format: password`).

use std::collections::BTreeSet;

use super::index::Schemas;
use super::keywords::{DEPTH, listed};
use crate::ir::StringFormat;
use crate::load::{JsonType, Schema};

impl<'d> Schemas<'d> {
    /// The format of a string.
    pub(in crate::lower) fn string_format(&self, schema: &Schema<'d>) -> StringFormat {
        if self.is_password(schema) {
            return StringFormat::Password;
        }
        format(schema)
    }

    /// Whether a schema is that of the bytes of a file.
    pub(in crate::lower) fn is_file(&self, schema: &Schema<'d>) -> bool {
        let format = |schema: Schema<'d>| format(&schema);
        self.kind(schema) == Some(JsonType::String)
            && self.follow(schema).map(format) == Some(StringFormat::Binary)
    }

    /// Whether the strings of a schema are secret: it, or a schema that it refers to or is composed of, has the format `password`.
    pub(in crate::lower) fn is_password(&self, node: &Schema<'d>) -> bool {
        let mut open = vec![node.clone()];
        let mut seen = BTreeSet::new();
        while let Some(schema) = open.pop().and_then(|node| self.follow(&node)) {
            if has_password_format(&schema) {
                return true;
            }
            if seen.len() < DEPTH && seen.insert(schema.at.clone()) {
                open.extend(schema.all_of());
            }
        }
        false
    }

    /// Whether a schema with the format `password` wraps or chooses from schemas of strings only.
    pub(in crate::lower) fn adds_password(&self, schema: &Schema<'d>) -> bool {
        if !has_password_format(schema) {
            return false;
        }
        let alternatives = listed(schema);
        let mut members = schema.all_of().into_iter();
        let mut alternatives = alternatives.into_iter();
        let is_text =
            |member: &Schema<'d>| matches!(self.kind(member), None | Some(JsonType::String));
        members.all(|member| is_text(&member)) && alternatives.all(|member| is_text(&member))
    }
}

/// The format of the schema itself.
fn format(schema: &Schema<'_>) -> StringFormat {
    match schema.format() {
        Some("date-time") => StringFormat::DateTime,
        Some("date") => StringFormat::Date,
        Some("time") => StringFormat::Time,
        Some("duration") => StringFormat::Duration,
        Some("uuid") => StringFormat::Uuid,
        Some("ip") => StringFormat::Ip,
        Some("ipv4") => StringFormat::Ipv4,
        Some("ipv6") => StringFormat::Ipv6,
        Some("uri") => StringFormat::Uri,
        Some("decimal") => StringFormat::Decimal,
        Some("byte") => StringFormat::Byte,
        Some("base64url") => StringFormat::Base64Url,
        Some("binary") => StringFormat::Binary,
        Some(format) if format.eq_ignore_ascii_case(PASSWORD) => StringFormat::Password,
        _ => StringFormat::Plain,
    }
}

const PASSWORD: &str = "password";

/// Whether a schema itself has the format `password`.
fn has_password_format(schema: &Schema<'_>) -> bool {
    let format = schema.format();
    format.is_some_and(|format| format.eq_ignore_ascii_case(PASSWORD))
}
