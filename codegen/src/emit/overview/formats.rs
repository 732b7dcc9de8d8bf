//! The section about strings with a format.

use crate::emit::markdown;
use crate::plan::Rich;

const FORMATS: &str = "\
Strings with some formats are values of `wire::Formatted`. It keeps the text as the server has sent it, and writes the same
text. `as_str` returns the text; `get` returns the value as the type of a library, or an error that names the text. So a
response never fails because of a format. Setters and arguments take text, or the value of the library. The features enable `get` and
the conversions from values, and change neither types nor what is sent.

| format | values | type of `get` | feature |
|---|---|---|---|
";

/// The meaning of the formats, and a row for each.
pub(super) fn section(formats: &[&Rich]) -> String {
    let rows = formats.iter().map(|rich| {
        let feature = rich.feature.map(markdown::code);
        let (name, value) = (markdown::code(rich.name), markdown::code(rich.value));
        let feature = feature.unwrap_or_default();
        format!("| {name} | {} | {value} | {feature} |", rich.meaning)
    });
    let rows: Vec<_> = rows.collect();
    [FORMATS, &rows.join("\n")].concat()
}
