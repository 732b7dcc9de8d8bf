//! Strings to test a pattern's automaton: accepted strings, near misses and noise.

use std::collections::BTreeMap;

use codegen::pattern::Automaton;

/// Characters that engines treat differently, and one for each length of UTF-8 and its boundaries.
const SPECIAL: &str = "\u{7f}\u{80}\u{85}\u{a0}\u{ad}ªµ²½ßéÉ\u{301}ıſK٣๓५ΩЖשعहい中文字가力\u{7ff}\u{800}\u{1680}\u{180e}\
    \u{1fff}\u{2000}\u{200a}\u{200b}\u{200c}\u{200d}\u{2027}\u{2028}\u{2029}\u{202a}\u{202f}\u{205f}\u{2060}\u{3000}‘’\
    \u{d7ff}\u{e000}\u{feff}\u{fffd}\u{ffff}\u{10000}𝐀𝟘😀🏽\u{20000}\u{e0001}\u{10fffd}\u{10ffff}";

/// A small pseudo-random number generator (xorshift64*): tests repeat exactly.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// A generator whose numbers depend on `seed` alone.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, or 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or_default() % end.max(1)
    }

    /// One of `items`.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).copied()
    }
}

/// An endless iterator of strings for one automaton, the same for the same seed.
#[derive(Debug)]
pub struct Strings {
    random: Random,
    start: usize,
    /// Groups of characters with the same transitions.
    groups: Vec<Vec<char>>,
    /// For each state and each group the next state.
    next: Vec<Vec<usize>>,
    /// For each state the minimum number of characters to acceptance.
    distance: Vec<Option<usize>>,
    /// For each state the groups after which acceptance can still be reached.
    alive: Vec<Vec<usize>>,
    /// Those groups that lead closer to acceptance, or out of an accepting state.
    homing: Vec<Vec<usize>>,
    /// Walks turn to the nearest accepting state after this many characters.
    length: usize,
}

impl Strings {
    /// Strings of about `length` characters at most, unless the pattern demands more.
    #[must_use]
    pub fn new(automaton: &Automaton, seed: u64, length: usize) -> Self {
        let states = automaton.accepting.len();
        let mut groups: BTreeMap<Vec<usize>, Vec<char>> = BTreeMap::new();
        for c in ('\0'..='\u{7f}').chain(SPECIAL.chars()) {
            let targets = (0..states).map(|state| step(automaton, state, c)).collect();
            groups.entry(targets).or_default().push(c);
        }
        let (columns, groups): (Vec<_>, Vec<_>) = groups.into_iter().unzip();
        let row = |state: usize| columns.iter().map(|column| column[state]).collect();
        let next: Vec<Vec<usize>> = (0..states).map(row).collect();
        let distance = distances(&next, &automaton.accepting);
        let start = automaton.start.into();
        let alive: Vec<Vec<usize>> = next
            .iter()
            .map(|row| {
                (0..row.len())
                    .filter(|&group| distance[row[group]].is_some())
                    .collect()
            })
            .collect();
        let nearer = |state: usize, group: usize| {
            distance[state] == Some(0) || distance[next[state][group]] < distance[state]
        };
        let homing = (0..states)
            .map(|state| {
                alive[state]
                    .iter()
                    .copied()
                    .filter(|&group| nearer(state, group))
                    .collect()
            })
            .collect();
        Self {
            random: Random::new(seed),
            start,
            groups,
            next,
            distance,
            alive,
            homing,
            length,
        }
    }

    /// A string that the automaton accepts; none if it accepts no string of the probed characters.
    pub fn accepted(&mut self) -> Option<String> {
        let mut state = self.start;
        let mut text = String::new();
        self.distance[state]?;
        // Short strings are as interesting as long ones.
        let length = self.random.below(self.length + 1);
        for count in 0.. {
            let here = self.distance[state];
            if here == Some(0) && (count >= length || self.random.below(4) == 0) {
                break;
            }
            let homing = count >= length || self.random.below(2) == 0;
            let moves = if homing {
                &self.homing[state]
            } else {
                &self.alive[state]
            };
            let Some(group) = self.random.pick(moves) else {
                break;
            };
            text.extend(self.character(group));
            state = self.next[state][group];
        }
        Some(text)
    }

    /// A random string with equally likely groups of characters.
    pub fn noise(&mut self) -> String {
        let length = self.random.below(self.length + 1);
        (0..length).filter_map(|_| self.any_character()).collect()
    }

    /// `text` with one to three small changes.
    pub fn mutated(&mut self, text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        for _ in 0..=self.random.below(3) {
            self.mutate(&mut chars);
        }
        chars.into_iter().collect()
    }

    fn mutate(&mut self, chars: &mut Vec<char>) {
        let at = self.random.below(chars.len());
        let Some(new) = self.any_character() else {
            return;
        };
        match self.random.below(8) {
            0 if !chars.is_empty() => drop(chars.remove(at)),
            1 if !chars.is_empty() => chars[at] = new,
            2 if !chars.is_empty() => chars.swap(at, 0),
            3 => chars.truncate(at),
            4 => chars.push('\n'),
            5 => chars.extend_from_within(at..),
            6 => chars.push(new),
            _ => chars.insert(at, new),
        }
    }

    fn character(&mut self, group: usize) -> Option<char> {
        self.random.pick(&self.groups[group])
    }

    fn any_character(&mut self) -> Option<char> {
        let group = self.random.below(self.groups.len());
        self.character(group)
    }
}

impl Iterator for Strings {
    type Item = String;

    /// Randomly yields accepted strings, near misses and noise.
    fn next(&mut self) -> Option<String> {
        let choice = self.random.below(8);
        let text = if choice == 0 { None } else { self.accepted() };
        Some(match text {
            None => self.noise(),
            Some(text) if choice < 4 => text,
            Some(text) => self.mutated(&text),
        })
    }
}

/// The state after one more character.
fn step(automaton: &Automaton, state: usize, c: char) -> usize {
    c.encode_utf8(&mut [0; 4])
        .bytes()
        .fold(state, |state, byte| {
            let class = usize::from(automaton.classes[usize::from(byte)]);
            automaton.transitions[state * automaton.class_count + class].into()
        })
}

/// For each state the minimum number of steps to an accepting one.
fn distances(next: &[Vec<usize>], accepting: &[bool]) -> Vec<Option<usize>> {
    let mut before = vec![vec![]; next.len()];
    for (state, row) in next.iter().enumerate() {
        for &target in row {
            before[target].push(state);
        }
    }
    let mut distance: Vec<_> = accepting
        .iter()
        .map(|&accepting| accepting.then_some(0))
        .collect();
    let mut queue: Vec<usize> = (0..next.len()).filter(|&state| accepting[state]).collect();
    let mut done = 0;
    while let Some(&state) = queue.get(done) {
        done += 1;
        for &from in &before[state] {
            if distance[from].is_none() {
                distance[from] = distance[state].map(|steps| steps + 1);
                queue.push(from);
            }
        }
    }
    distance
}
