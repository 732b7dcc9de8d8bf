//! Patterns as tables: a deterministic automaton over the bytes of a string.

/// A deterministic automaton that decides whether a string matches a pattern.
///
/// It is made from an ECMA-262 pattern (OAS 3.0, `pattern`) when the crate is generated. Checking
/// takes one step a byte, allocates nothing, and is possible at compile time.
#[derive(Debug)]
pub struct Automaton {
    /// The class of every byte: bytes of one class are never told apart.
    class_of: [u8; 256],
    classes: usize,
    start: usize,
    /// `state * classes + class` -> state.
    next: &'static [u8],
    /// One bit for each state, the least significant first.
    accepting: &'static [u8],
}

impl Automaton {
    /// An automaton from its tables.
    ///
    /// - `ranges`: (first byte, last byte, class); a byte in no range has class 0.
    /// - `classes`: how many classes there are.
    /// - `start`: the state to begin in.
    /// - `next`: the state that follows `state` on `class`, at `state * classes + class`. One byte
    ///   each when there are no more than 256 states, else two, the low one first.
    /// - `accepting`: one bit for each state, the least significant first, in as few bytes as that
    ///   takes.
    ///
    /// # Panics
    ///
    /// When a table names a class or a state that does not exist; in a `static` that is a compile
    /// error.
    #[must_use]
    pub const fn new(
        ranges: &[(u8, u8, u8)],
        classes: usize,
        start: usize,
        next: &'static [u8],
        accepting: &'static [u8],
    ) -> Self {
        let automaton = Self {
            class_of: class_table(ranges, classes),
            classes,
            start,
            next,
            accepting,
        };
        automaton.assert_closed();
        automaton
    }

    /// Whether the pattern matches `text`.
    #[must_use]
    pub const fn accepts(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut state = self.start;
        let mut at = 0;
        while at < bytes.len() {
            let class = self.class_of[bytes[at] as usize] as usize;
            state = self.follow(state * self.classes + class);
            at += 1;
        }
        self.accepting[state / 8] & (1 << (state % 8)) != 0
    }

    /// 256 states have 256 bits, and fit into a byte each.
    const fn is_wide(&self) -> bool {
        self.accepting.len() > 32
    }

    const fn follow(&self, cell: usize) -> usize {
        if self.is_wide() {
            u16::from_le_bytes([self.next[2 * cell], self.next[2 * cell + 1]]) as usize
        } else {
            self.next[cell] as usize
        }
    }

    const fn assert_closed(&self) {
        let cells = if self.is_wide() {
            self.next.len() / 2
        } else {
            self.next.len()
        };
        assert!(
            self.classes > 0 && cells % self.classes == 0,
            "a row for each state"
        );
        let states = cells / self.classes;
        assert!(
            self.accepting.len() == states.div_ceil(8),
            "a bit for each state"
        );
        assert!(self.start < states, "the start is a state");
        let mut cell = 0;
        while cell < cells {
            assert!(self.follow(cell) < states, "every step leads to a state");
            cell += 1;
        }
    }
}

const fn class_table(ranges: &[(u8, u8, u8)], classes: usize) -> [u8; 256] {
    let mut table = [0; 256];
    let mut index = 0;
    while index < ranges.len() {
        let (first, last, class) = ranges[index];
        assert!(
            (class as usize) < classes,
            "every byte has one of the classes"
        );
        let mut byte = first as usize;
        while byte <= last as usize {
            table[byte] = class;
            byte += 1;
        }
        index += 1;
    }
    table
}
