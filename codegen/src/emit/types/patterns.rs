use indexmap::IndexMap;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::docs::Doc;
use crate::emit::{Model, markdown, rt};
use crate::ir::{Check, Pattern, Scalar, Shape};
use crate::pattern::Automaton;

/// The automata of an API: one for each distinct pattern, however many types have it.
pub(super) struct Patterns<'a>(IndexMap<&'a str, &'a Automaton>);

impl<'a> Patterns<'a> {
    pub(super) fn of(model: &Model<'a>) -> Self {
        let patterns = model.types().filter_map(|ty| match &ty.def.shape {
            Shape::Scalar(Scalar::Text(rules, _)) => rules.pattern.as_ref(),
            _ => None,
        });
        Self(
            patterns
                .filter_map(|pattern| match &pattern.check {
                    Check::Automaton(automaton) => Some((pattern.source.as_str(), &**automaton)),
                    Check::Unchecked(_) => None,
                })
                .collect(),
        )
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The static that checks a pattern, when one does.
    pub(super) fn find(&self, pattern: &Pattern) -> Option<Ident> {
        self.0.get_index_of(pattern.source.as_str()).map(name)
    }

    pub(super) fn emit(&self) -> TokenStream {
        let prelude = rt::types_prelude();
        let items = self
            .0
            .iter()
            .enumerate()
            .map(|(index, (source, automaton))| emit_automaton(&name(index), source, automaton));
        quote!(#prelude #(#items)*)
    }
}

fn name(index: usize) -> Ident {
    format_ident!("PATTERN_{}", index + 1)
}

fn emit_automaton(name: &Ident, source: &str, automaton: &Automaton) -> TokenStream {
    let docs = Doc::default().paragraph(&markdown::code(source)).outer();
    let ranges = ranges(automaton).map(|(first, last, class)| {
        let class = Literal::u8_unsuffixed(class);
        let [first, last] = [first, last].map(hexadecimal);
        quote!((#first, #last, #class))
    });
    let classes = Literal::usize_unsuffixed(automaton.class_count);
    let table = Table::of(automaton);
    let [start, accepting] = [table.start, table.accepting].map(Literal::usize_unsuffixed);
    let cells = table.cells.into_iter().map(Literal::usize_unsuffixed);
    quote! {
        #docs
        pub(super) static #name: wire::Automaton = wire::Automaton::new(
            &[#(#ranges),*],
            #classes,
            #start,
            #accepting,
            &[#(#cells),*],
        );
    }
}

fn hexadecimal(byte: u8) -> TokenStream {
    // `0x61` is a token whatever the byte is.
    format!("{byte:#04x}").parse().unwrap_or_default()
}

/// Runs of bytes that share a class; class 0 is what no run covers.
fn ranges(automaton: &Automaton) -> impl Iterator<Item = (u8, u8, u8)> {
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
    /// Of the states that accept, the first; no other state stands behind it.
    accepting: usize,
    cells: Vec<usize>,
}

impl Table {
    fn of(automaton: &Automaton) -> Self {
        let classes = automaton.class_count;
        let row = |state: usize| &automaton.transitions[state * classes..][..classes];
        let leads_away = |state: usize| row(state).iter().any(|&to| usize::from(to) != state);
        let mut order: Vec<usize> = (0..automaton.accepting.len()).collect();
        // Where nothing matches any more stands in front, so that it does not part two rows of which one leads to the
        // other: such steps are the fast ones.
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
