//! Keys of components that are names of generic types in another language: `Page«Pet»` of Java, and
//! ``Shop.Page`1[[Shop.Pet, Shop]]`` of .NET.

/// The key without namespaces, arities and assemblies, if it is the name of a generic type: `Page Pet`.
pub(super) fn readable(key: &str) -> Option<String> {
    let is_generic = key.contains(['«', '<', '`']) || key.contains("[[");
    let names = is_generic.then(|| Reader::read(key))?;
    (!names.is_empty()).then(|| names.join(" "))
}

#[derive(Default)]
struct Reader {
    names: Vec<String>,
    /// The current name.
    name: String,
    /// For each open bracket, whether it contains one type with its assembly, `[Shop.Pet, Shop, Version=1.0]`.
    brackets: Vec<bool>,
    /// Whether the cursor is in the assembly of a type.
    in_assembly: bool,
    /// Whether the cursor is in the number of a type's parameters.
    in_arity: bool,
    before: Option<char>,
}

impl Reader {
    fn read(key: &str) -> Vec<String> {
        let mut reader = Self::default();
        for letter in key.chars() {
            reader.letter(letter);
            if !letter.is_whitespace() {
                reader.before = Some(letter);
            }
        }
        reader.end();
        reader.names
    }

    fn letter(&mut self, letter: char) {
        self.in_arity &= letter.is_ascii_digit();
        match letter {
            '[' => {
                self.end();
                let is_qualified = matches!(self.before, Some('[' | ','));
                self.brackets.push(is_qualified);
            }
            ']' => {
                self.end();
                self.brackets.pop();
                self.in_assembly = false;
            }
            ',' => {
                self.end();
                self.in_assembly = self.brackets.last() == Some(&true);
            }
            '<' | '>' | '«' | '»' => self.end(),
            '`' => {
                self.end();
                self.in_arity = true;
            }
            _ if self.in_assembly || self.in_arity => {}
            _ => self.name.push(letter),
        }
    }

    /// Keeps the name without its namespace.
    fn end(&mut self) {
        let name = std::mem::take(&mut self.name);
        let own = name.rsplit('.').next().unwrap_or_default().trim();
        if !own.is_empty() {
            self.names.push(own.to_owned());
        }
    }
}
