//! Tables in plain text.

/// Rows of cells below a head.
pub(crate) struct Grid {
    rows: Vec<Vec<String>>,
}

impl Grid {
    pub(crate) fn new(head: Vec<String>) -> Self {
        Self { rows: vec![head] }
    }

    /// Adds a row with as many cells as the head.
    pub(crate) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// Formats a table in Markdown or plain text.
    pub(crate) fn format(&self, markdown: bool) -> String {
        if markdown {
            self.markdown()
        } else {
            self.text()
        }
    }

    /// Formats columns aligned by spaces.
    pub(crate) fn text(&self) -> String {
        let mut lines = Vec::new();
        for row in &self.rows {
            lines.push(self.line(row, "  ").trim_end().to_owned());
        }
        lines.join("\n") + "\n"
    }

    /// Formats a Markdown table.
    pub(crate) fn markdown(&self) -> String {
        let mut lines = Vec::new();
        for row in &self.rows {
            lines.push(format!("| {} |", self.line(row, " | ")));
        }
        let columns = self.rows[0].len();
        lines.insert(1, format!("|{}", "---|".repeat(columns)));
        lines.join("\n") + "\n"
    }

    fn line(&self, row: &[String], between: &str) -> String {
        let cells: Vec<_> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| format!("{cell:0$}", self.width(column)))
            .collect();
        cells.join(between)
    }

    /// The width of the longest cell; zero for the last column.
    fn width(&self, column: usize) -> usize {
        let last = self.rows[0].len() - 1;
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let longest = cells.map(|cell| cell.chars().count()).max();
        longest.filter(|_| column < last).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Grid;

    fn grid() -> Grid {
        let mut grid = Grid::new(vec!["a".to_owned(), "b".to_owned()]);
        grid.push(vec!["long".to_owned(), "x".to_owned()]);
        grid
    }

    #[test]
    fn columns_are_aligned() {
        assert_eq!(grid().text(), "a     b\nlong  x\n");
    }

    #[test]
    fn markdown_has_a_rule_below_the_head() {
        assert_eq!(grid().markdown(), "| a    | b |\n|---|---|\n| long | x |\n");
    }
}
