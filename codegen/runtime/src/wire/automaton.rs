//! Patterns as tables: a deterministic automaton over the bytes of a string.

/// A deterministic automaton that decides whether a string matches a pattern.
///
/// It is compiled from an ECMA-262 pattern (OAS 3.0, `pattern`) when the crate is generated. Matching takes one step
/// per byte, does not allocate, and works at compile time.
///
/// A state is the offset of its row in the table, which saves a multiplication per step.
#[derive(Debug)]
pub(crate) struct Automaton {
    /// The class of each byte. Bytes of the same class are equivalent.
    class_of: [u8; 256],
    classes: usize,
    start: usize,
    accepting: usize,
    next: &'static [u16],
}

impl Automaton {
    /// Creates an automaton from its tables. A state is the index of the first cell of its row.
    ///
    /// - `ranges`: (first byte, last byte, class); a byte in no range has class 0.
    /// - `classes`: the number of classes, which is the number of cells in a row.
    /// - `start`: the initial state.
    /// - `accepting`: the first accepting state; all later states are accepting.
    /// - `next`: the cells, row by row; `next[state + class]` is the next state.
    ///
    /// # Panics
    ///
    /// If a table refers to a class or a state that does not exist; in a `static` this is a compile error.
    #[must_use]
    pub(crate) const fn new(
        ranges: &[(u8, u8, u8)],
        classes: usize,
        start: usize,
        accepting: usize,
        next: &'static [u16],
    ) -> Self {
        let automaton = Self {
            class_of: class_table(ranges, classes),
            classes,
            start,
            accepting,
            next,
        };
        automaton.assert_closed();
        automaton
    }

    /// Whether the pattern matches `text`.
    #[must_use]
    pub(crate) const fn accepts(&self, text: &str) -> bool {
        let mut rest = text.as_bytes();
        let mut state = self.start;
        // In most patterns, the next row is the next state of a match. Guessing it and checking the guess is faster,
        // because a step does not depend on the table lookup of the previous step.
        while let [byte, tail @ ..] = rest {
            let guess = state + self.classes;
            if self.follow(state, *byte) != guess {
                break;
            }
            state = guess;
            rest = tail;
        }
        while let [byte, tail @ ..] = rest {
            state = self.follow(state, *byte);
            rest = tail;
        }
        self.accepting <= state
    }

    const fn follow(&self, state: usize, byte: u8) -> usize {
        self.next[state + self.class_of[byte as usize] as usize] as usize
    }

    const fn assert_closed(&self) {
        let cells = self.next.len();
        assert!(
            self.classes > 0 && cells % self.classes == 0,
            "a row for each state"
        );
        assert!(self.is_state(self.start), "the start is a state");
        let mut cell = 0;
        while cell < cells {
            assert!(
                self.is_state(self.next[cell] as usize),
                "every step leads to a state"
            );
            cell += 1;
        }
    }

    const fn is_state(&self, state: usize) -> bool {
        state < self.next.len() && state % self.classes == 0
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
