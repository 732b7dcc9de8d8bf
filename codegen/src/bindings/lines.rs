use std::collections::BTreeMap;

/// The lines of the declarations in a formatted file, by container and member. A type has an empty member.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines<'a>(BTreeMap<(&'a str, &'a str), usize>);

/// The beginning of the line of an item.
const ITEMS: [&str; 3] = ["pub struct ", "pub enum ", "pub type "];

/// The beginning of the line of a member, except for variants.
const MEMBERS: [&str; 3] = ["pub async fn ", "pub fn ", "pub "];

/// The beginning of a block of items around a private type.
const BLOCK: &str = "const _: () = {";

impl<'a> Lines<'a> {
    /// Reads the text of a file that `render` has formatted: items begin in the first column, or behind four spaces in a
    /// block, and members behind four more.
    pub(super) fn of(text: &'a str) -> Self {
        let mut lines = BTreeMap::new();
        let mut container = "";
        let mut is_enum = false;
        let mut indent = "";
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.strip_prefix(indent).unwrap_or(line);
            if line == BLOCK {
                indent = "    ";
            } else if line == "};" {
                indent = "";
            } else if let Some(item) = ITEMS.iter().find_map(|it| line.strip_prefix(it)) {
                container = name(item);
                is_enum = line.starts_with("pub enum ");
                lines.entry((container, "")).or_insert(number);
            } else if let Some(item) = line.strip_prefix("impl ") {
                container = name(item);
                is_enum = false;
            } else if let Some(member) = member(line, is_enum) {
                lines.entry((container, member)).or_insert(number);
            }
        }
        Self(lines)
    }

    /// The line of a declaration; 0 if there is none.
    pub(super) fn find(&self, container: &str, member: &str) -> usize {
        self.0.get(&(container, member)).copied().unwrap_or(0)
    }
}

/// The name of the member that a line declares.
fn member(line: &str, is_variant: bool) -> Option<&str> {
    let line = line.strip_prefix("    ")?;
    let public = MEMBERS.iter().find_map(|it| line.strip_prefix(it));
    let variant = Some(line).filter(|_| is_variant && line.starts_with(char::is_alphabetic));
    public.or(variant).map(name)
}

/// The identifier at the beginning of a text.
fn name(text: &str) -> &str {
    let raw = if text.starts_with("r#") { 2 } else { 0 };
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let end = text[raw..].find(|c| !is_part(c));
    end.map_or(text, |end| &text[..raw + end])
}
