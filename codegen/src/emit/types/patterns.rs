use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::ident::ident;
use crate::emit::literal::numbers;
use crate::emit::{condition, docs};
use crate::pattern;
use crate::plan::types::{Automaton, Patterns};

pub(in crate::emit) fn emit(patterns: &Patterns<'_>) -> TokenStream {
    let cfg = condition::inner(&patterns.condition);
    let automata = patterns.automata.iter().map(automaton);
    quote! {
        #cfg
        use crate::wire;
        #(#automata)*
    }
}

fn automaton(item: &Automaton<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let cfg = condition::outer(&item.condition);
    let name = ident(item.ident);
    let ranges = ranges(item.automaton).map(|(first, last, class)| {
        let class = Literal::u8_unsuffixed(class);
        let [first, last] = [first, last].map(hexadecimal);
        quote!((#first, #last, #class))
    });
    let classes = Literal::usize_unsuffixed(item.automaton.class_count);
    let table = Table::of(item.automaton);
    let [start, accepting] = [table.start, table.accepting].map(Literal::usize_unsuffixed);
    let cells = numbers(&table.cells);
    quote! {
        #docs
        #cfg
        pub(super) static #name: wire::Automaton = wire::Automaton::new(
            &[#(#ranges),*],
            #classes,
            #start,
            #accepting,
            &#cells,
        );
    }
}

fn hexadecimal(byte: u8) -> TokenStream {
    // `0x61` is a token whatever the byte is.
    format!("{byte:#04x}").parse().unwrap_or_default()
}

/// Runs of bytes that share a class; class 0 is what no run covers.
fn ranges(automaton: &pattern::Automaton) -> impl Iterator<Item = (u8, u8, u8)> {
    let mut runs: Vec<(u8, u8, u8)> = Vec::new();
    for (byte, &class) in (0..=u8::MAX).zip(automaton.classes.iter()) {
        match runs.last_mut() {
            Some((_, last, previous)) if *previous == class => *last = byte,
            _ => runs.push((byte, byte, class)),
        }
    }
    runs.into_iter().filter(|(_, _, class)| *class != 0)
}

/// An automaton as the runtime has it: a state is the index of its row's first cell.
struct Table {
    start: usize,
    /// The first accepting state; all states after it accept as well.
    accepting: usize,
    cells: Vec<usize>,
}

impl Table {
    fn of(automaton: &pattern::Automaton) -> Self {
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
            start: place(&automaton.start),
            accepting: refusing.count() * classes,
            cells: order.into_iter().flat_map(row).map(place).collect(),
        }
    }
}
