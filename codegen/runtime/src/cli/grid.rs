//! Tables of text, for people.

use serde_json::Value;

/// A list of objects as rows, an object as one row for each key, and anything else as one cell. Objects in objects are
/// columns or rows of their own, `outer.inner`.
pub(crate) fn grid(value: &Value) -> String {
    let rows = match value {
        Value::Array(items) => of_list(items),
        Value::Object(_) => {
            let cells = flat(value).into_iter();
            cells.map(|(key, value)| vec![key, cell(value)]).collect()
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

/// A heading with the keys of all items, and a row for each item. Lists of objects have no column: they would be longer than
/// all others together.
fn of_list(items: &[Value]) -> Vec<Vec<String>> {
    let rows: Vec<Vec<(String, &Value)>> = items.iter().map(flat).collect();
    let mut keys: Vec<&str> = Vec::new();
    for (key, value) in rows.iter().flatten() {
        let is_wide = value
            .as_array()
            .is_some_and(|it| it.iter().any(Value::is_object));
        if !keys.contains(&&**key) && !key.is_empty() && !is_wide {
            keys.push(key);
        }
    }
    if keys.is_empty() {
        return items.iter().map(|item| vec![cell(item)]).collect();
    }
    let head = keys.iter().map(|key| key.to_uppercase()).collect();
    let rows = rows.iter().map(|row| {
        let find = |key: &str| row.iter().find(|(known, _)| known == key);
        let cells = keys.iter().map(|key| find(key).map(|(_, it)| cell(it)));
        cells.map(Option::unwrap_or_default).collect()
    });
    std::iter::once(head).chain(rows).collect()
}

/// The values of an object and of the objects in it, with the keys that lead to them.
fn flat(value: &Value) -> Vec<(String, &Value)> {
    let Value::Object(entries) = value else {
        return vec![(String::new(), value)];
    };
    let entries = entries.iter().flat_map(|(key, value)| {
        let inner = flat(value).into_iter();
        inner.map(move |(below, value)| match below.as_str() {
            "" => (key.clone(), value),
            below => ([key, ".", below].concat(), value),
        })
    });
    entries.collect()
}

/// A value on one line.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(items) if !items.iter().any(|it| it.is_object() || it.is_array()) => {
            items.iter().map(cell).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}
