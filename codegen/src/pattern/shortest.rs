//! The shortest string that an automaton accepts.

use std::mem::replace;

use super::automaton::Automaton;

impl Automaton {
    /// The shortest string that it accepts, except the empty one; of several, the most readable.
    #[must_use]
    pub fn shortest(&self) -> Option<String> {
        let mut seen = vec![false; self.accepting.len()];
        let mut front = vec![(self.start, Vec::new())];
        while !front.is_empty() {
            let mut next = Vec::new();
            for (state, text) in front {
                let steps = self.steps(state);
                let new = steps.filter(|(to, _)| !replace(&mut seen[usize::from(*to)], true));
                next.extend(new.map(|(to, byte)| (to, [text.as_slice(), &[byte]].concat())));
            }
            let found = next.iter().find(|(to, _)| self.accepting[usize::from(*to)]);
            if let Some((_, text)) = found {
                return String::from_utf8(text.clone()).ok();
            }
            front = next;
        }
        None
    }

    /// The next states, and the byte that leads to each.
    fn steps(&self, state: u16) -> impl Iterator<Item = (u16, u8)> {
        let row = usize::from(state) * self.class_count;
        readable().map(move |byte| {
            let class = usize::from(self.classes[usize::from(byte)]);
            (self.transitions[row + class], byte)
        })
    }
}

/// Printable ASCII: digits and letters before punctuation.
fn readable() -> impl Iterator<Item = u8> {
    (b'0'..=b'9')
        .chain(b'a'..=b'z')
        .chain(b'A'..=b'Z')
        .chain((b'!'..=b'~').filter(|byte| !byte.is_ascii_alphanumeric()))
}
