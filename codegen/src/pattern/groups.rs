//! The capturing groups of a pattern. What `\1` and `\k` mean depends on groups that come later.

/// The number of groups, and the names in scope at the cursor.
pub(super) struct Groups {
    /// Capturing groups in the whole pattern.
    pub(super) count: usize,
    /// The names of all of them.
    pub(super) names: Vec<String>,
    /// Names in force: of this alternative and of what surrounds it.
    taken: Vec<String>,
    /// Names of finished alternatives of the disjunctions that are still open.
    set_aside: Vec<String>,
}

/// The number of names in scope and of names set aside at the start of a disjunction.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize, usize);

impl Groups {
    /// Finds the groups of a pattern without parsing it.
    pub(super) fn scan(source: &str) -> Self {
        let mut groups = Self {
            count: 0,
            names: Vec::new(),
            taken: Vec::new(),
            set_aside: Vec::new(),
        };
        let mut chars = source.char_indices();
        let mut in_class = false;
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' => drop(chars.next()),
                '[' => in_class = true,
                ']' => in_class = false,
                '(' if !in_class => groups.count_group(source.get(at + 1..).unwrap_or_default()),
                _ => {}
            }
        }
        groups
    }

    fn count_group(&mut self, after: &str) {
        let named = after
            .strip_prefix("?<")
            .filter(|rest| !rest.starts_with(['=', '!']));
        if named.is_some() || !after.starts_with('?') {
            self.count += 1;
        }
        if let Some((name, _)) = named.and_then(|rest| rest.split_once('>')) {
            self.names.push(name.to_owned());
        }
    }

    /// Declares a name; returns false if it is in scope already.
    pub(super) fn declare(&mut self, name: &str) -> bool {
        let free = self.taken.iter().all(|taken| taken != name);
        self.taken.push(name.to_owned());
        free
    }

    /// Starts a disjunction.
    pub(super) fn enter(&self) -> Mark {
        Mark(self.taken.len(), self.set_aside.len())
    }

    /// Starts the next alternative of a disjunction, which may reuse the names of the previous one.
    pub(super) fn next_alternative(&mut self, mark: Mark) {
        self.set_aside.extend(self.taken.drain(mark.0..));
    }

    /// Ends a disjunction: the names of all its alternatives are in scope afterwards.
    pub(super) fn leave(&mut self, mark: Mark) {
        self.taken.extend(self.set_aside.drain(mark.1..));
    }
}
