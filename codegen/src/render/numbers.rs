//! Long arrays of numbers, as many on a line as fit.

use crate::output::NUMBERS;

/// The width of a line, as `prettyplease` has it.
const WIDTH: usize = 89;

const INDENT: &str = "    ";

/// Writes the arrays that one token represents in a formatted item. `prettyplease` has put the three parts of such a macro
/// on lines of their own, where no text of a document begins a line.
pub(super) fn expand(text: String) -> String {
    let opening = format!("&{NUMBERS}!(");
    if !text.contains(&opening) {
        return text;
    }
    let mut output = String::with_capacity(2 * text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let bare = line.trim_start();
        if bare == opening {
            let indent = &line[..line.len() - bare.len()];
            let values = lines.next().unwrap_or_default().trim();
            array(&mut output, indent, values.trim_matches('"'));
            let closing = lines.next().unwrap_or_default().trim();
            output.extend([closing.trim_start_matches(')'), "\n"]);
        } else {
            output.push_str(line);
            output.push('\n');
        }
    }
    output
}

fn array(output: &mut String, indent: &str, values: &str) {
    output.push_str(indent);
    output.push_str("&[");
    let mut column = WIDTH;
    for value in values.split(' ') {
        let width = value.len() + ",".len();
        if column + " ".len() + width > WIDTH {
            output.extend(["\n", indent, INDENT]);
            column = indent.len() + INDENT.len();
        } else {
            output.push(' ');
            column += " ".len();
        }
        output.extend([value, ","]);
        column += width;
    }
    output.extend(["\n", indent, "]"]);
}
