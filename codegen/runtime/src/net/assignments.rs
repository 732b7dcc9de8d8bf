//! Names and values in queries, forms and cookies.

/// Joins encoded names and values.
pub(crate) fn assignments(pairs: &[(String, String)], separator: &str) -> String {
    let assign = |(name, value): &(String, String)| [name, "=", value].concat();
    pairs.iter().map(assign).collect::<Vec<_>>().join(separator)
}
