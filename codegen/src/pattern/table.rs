//! Automata as the runtime has them.

use super::Automaton;

/// An automaton as the runtime has it: a state is the index of its row's first cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Runs of bytes that share a class: the first byte, the last, and the class. Bytes that no run covers have class 0.
    pub ranges: Vec<(u8, u8, u8)>,
    /// The number of classes, which is that of the cells of a row.
    pub class_count: usize,
    /// The state before the first byte.
    pub start: usize,
    /// The first accepting state; all states after it accept as well.
    pub accepting: usize,
    /// The next states, row by row.
    pub cells: Vec<usize>,
}

impl Table {
    /// Orders the states of an automaton.
    #[must_use]
    pub fn of(automaton: &Automaton) -> Self {
        let classes = automaton.class_count;
        let row = |state: usize| &automaton.transitions[state * classes..][..classes];
        let leads_away = |state: usize| row(state).iter().any(|&to| usize::from(to) != state);
        let mut order: Vec<usize> = (0..automaton.accepting.len()).collect();
        // The dead state comes first, so that it does not separate two rows of which one leads to the other: such steps
        // are fast.
        order.sort_by_key(|&state| (automaton.accepting[state], leads_away(state)));
        let mut places = vec![0; order.len()];
        for (place, &state) in order.iter().enumerate() {
            places[state] = place * classes;
        }
        let place = |&state: &u16| places[usize::from(state)];
        let refusing = automaton.accepting.iter().filter(|accepts| !**accepts);
        Self {
            ranges: ranges(automaton),
            class_count: classes,
            start: place(&automaton.start),
            accepting: refusing.count() * classes,
            cells: order.into_iter().flat_map(row).map(place).collect(),
        }
    }
}

/// Runs of bytes that share a class; class 0 is what no run covers.
fn ranges(automaton: &Automaton) -> Vec<(u8, u8, u8)> {
    let mut runs: Vec<(u8, u8, u8)> = Vec::new();
    for (byte, &class) in (0..=u8::MAX).zip(automaton.classes.iter()) {
        match runs.last_mut() {
            Some((_, last, previous)) if *previous == class => *last = byte,
            _ => runs.push((byte, byte, class)),
        }
    }
    runs.retain(|(_, _, class)| *class != 0);
    runs
}
