//! Rewriting the table of mutations.

use std::collections::BTreeMap;
use std::{fs, io};

use super::mutation::{Rows, folder, table};

/// Writes the rows that were found into the table, for a review.
pub(crate) fn write(rows: &BTreeMap<String, Rows>) -> io::Result<()> {
    let text = table()?;
    let blocks = text.split("\n\n").map(|block| {
        let Some(name) = block.strip_prefix("# ").and_then(|it| it.lines().next()) else {
            return block.trim_end().to_owned();
        };
        let is_input = |line: &&str| {
            let mark = line.split(' ').next().unwrap_or_default();
            ["#", "@", "=", "<", ">", "-", "+", "~"].contains(&mark)
        };
        let input = block.lines().filter(is_input).map(str::to_owned);
        let found = rows.get(name).into_iter().flatten().cloned();
        input.chain(found).collect::<Vec<_>>().join("\n")
    });
    let text = blocks.collect::<Vec<_>>().join("\n\n");
    fs::write(folder().join("mutations.txt"), format!("{text}\n"))
}
