//! Rules for schemas.

use super::repeated::repeated;
use crate::diagnostic::{Code, Diagnostic, Location, Sink};
use crate::load::enum_values;
use crate::load::grammar::{JsonType, Schema, keyword};
use crate::pattern::flaw;

pub(super) fn schema(schema: &Schema<'_>, sink: &mut Sink) {
    repeated(schema, keyword::REQUIRED, sink);
    enum_values::check(schema, sink);
    pattern(schema, sink);
    misplaced(schema, sink);
    if schema.read_only() && schema.write_only() {
        sink.report(Diagnostic::error(
            Code::ExclusiveFields,
            &schema.at,
            "`readOnly` and `writeOnly` exclude each other",
        ));
    }
}

/// Rules for values of another type: JSON Schema lets them hold for every value, and a reader expects them not to.
fn misplaced(schema: &Schema<'_>, sink: &mut Sink) {
    use keyword as k;

    const RULES: [(JsonType, &[&str]); 4] = [
        (
            JsonType::Array,
            &[k::MIN_ITEMS, k::MAX_ITEMS, k::UNIQUE_ITEMS],
        ),
        (JsonType::Object, &[k::MIN_PROPERTIES, k::MAX_PROPERTIES]),
        (JsonType::String, &[k::MIN_LENGTH, k::MAX_LENGTH]),
        (JsonType::Number, &[k::MINIMUM, k::MAXIMUM, k::MULTIPLE_OF]),
    ];
    let Some(kind) = schema.json_type() else {
        return;
    };
    let own = match kind {
        JsonType::Integer => JsonType::Number,
        kind => kind,
    };
    let others = RULES.iter().filter(|(other, _)| *other != own);
    for key in others
        .flat_map(|(_, keys)| keys.iter())
        .filter(|key| schema.has(key))
    {
        let at = schema.at.key(key);
        // OpenAPI 3.1 has exclusive bounds of their own.
        let written = sink.moves().written(&at).segments().last();
        let key = written.as_deref().unwrap_or(key);
        let message = format!("`{key}` has no effect on a value of type `{kind}`");
        let location = Location::Key(at);
        let code = Code::UnsupportedKeyword;
        sink.report(Diagnostic::warning(code, location, message).help("remove it"));
    }
}

/// Patterns that no type reaches are read, too; what the client makes of one is up to later stages.
fn pattern(schema: &Schema<'_>, sink: &mut Sink) {
    let Some((offset, message)) = schema.pattern().and_then(flaw) else {
        return;
    };
    let text = format!("`pattern` is not a regular expression of ECMA-262: {message}");
    let help = format!("check byte {offset} of the pattern");
    let at = schema.at.key(keyword::PATTERN);
    sink.report(Diagnostic::error(Code::InvalidPattern, at, text).help(help));
}
