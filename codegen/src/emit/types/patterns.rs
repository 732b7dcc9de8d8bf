use indexmap::IndexMap;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::analyze::Availability;
use crate::emit::docs::Doc;
use crate::emit::features::Condition;
use crate::emit::model::ident;
use crate::emit::{Model, markdown, rt};
use crate::ir::{Check, Pattern, Scalar, Shape};
use crate::pattern::Automaton;

/// The automata of an API: one for each distinct pattern, however many types have it.
pub(super) struct Patterns<'a>(IndexMap<&'a str, Entry<'a>>);

struct Entry<'a> {
    /// That of the first type that has the pattern: a position would change with every pattern before it.
    name: &'a str,
    automaton: &'a Automaton,
    /// That of the types that have the pattern.
    users: Vec<&'a Availability>,
}

impl<'a> Patterns<'a> {
    pub(super) fn of(model: &Model<'a>) -> Self {
        let mut patterns: IndexMap<&str, Entry<'_>> = IndexMap::new();
        for ty in model.types() {
            if let Shape::Scalar(Scalar::Text(rules, _)) = &ty.def.shape
                && let Some(Pattern { source, check }) = &rules.pattern
                && let Check::Automaton(automaton) = check
            {
                let name = ty.names.constant.as_str();
                let entry = patterns.entry(source.as_str()).or_insert(Entry {
                    name,
                    automaton,
                    users: Vec::new(),
                });
                entry.users.push(&ty.facts.availability);
            }
        }
        Self(patterns)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The static that checks a pattern, when one does.
    pub(super) fn find(&self, pattern: &Pattern) -> Option<Ident> {
        let entry = self.0.get(pattern.source.as_str())?;
        Some(ident(entry.name))
    }

    /// When one of them is there.
    fn availability(&self) -> Availability {
        let users = self.0.values().flat_map(|entry| &entry.users);
        Availability::any(users.copied())
    }

    pub(super) fn emit(&self, model: &Model<'_>) -> TokenStream {
        let prelude = rt::types_prelude();
        let items = self.0.iter().map(|(source, entry)| {
            let users = Availability::any(entry.users.iter().copied());
            let cfg = Condition::of(model, &users).outer();
            emit_automaton(source, entry, &cfg)
        });
        let cfg = Condition::of(model, &self.availability()).inner();
        quote!(#cfg #prelude #(#items)*)
    }
}

fn emit_automaton(source: &str, entry: &Entry<'_>, cfg: &TokenStream) -> TokenStream {
    let (name, automaton) = (ident(entry.name), entry.automaton);
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
        #cfg
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
