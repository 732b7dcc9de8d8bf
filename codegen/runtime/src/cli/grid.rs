//! Tables of text.

use serde_json::Value;

/// A list of objects as rows, an object as one row for each key, and anything else as one cell.
pub(crate) fn grid(value: &Value) -> String {
    let rows = match value {
        Value::Array(items) => of_list(items),
        Value::Object(entries) => {
            let entries = entries.iter();
            entries
                .map(|(key, value)| vec![key.clone(), cell(value)])
                .collect()
        }
        other => vec![vec![cell(other)]],
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|it| it.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| format!("{cell:<width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A heading with the keys of all items whose values are scalars, and a row for each item.
fn of_list(items: &[Value]) -> Vec<Vec<String>> {
    let mut keys: Vec<&String> = Vec::new();
    for (key, value) in items.iter().filter_map(Value::as_object).flatten() {
        if !keys.contains(&key) && !value.is_object() && !value.is_array() {
            keys.push(key);
        }
    }
    if keys.is_empty() {
        return items.iter().map(|item| vec![cell(item)]).collect();
    }
    let head = keys.iter().map(|key| key.to_uppercase()).collect();
    let rows = items.iter().map(|item| {
        let cells = keys
            .iter()
            .map(|key| item.get(*key).map(cell).unwrap_or_default());
        cells.collect()
    });
    std::iter::once(head).chain(rows).collect()
}

/// A value on one line.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}
