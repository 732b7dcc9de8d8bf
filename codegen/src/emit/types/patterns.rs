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
    let start = Literal::u16_unsuffixed(automaton.start);
    let transitions = Literal::byte_string(&transitions(automaton));
    let accepting = Literal::byte_string(&accepting(automaton));
    quote! {
        #docs
        pub(super) static #name: wire::Automaton = wire::Automaton::new(
            &[#(#ranges),*],
            #classes,
            #start,
            #transitions,
            #accepting,
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

/// One byte for a state when that is enough, else two, the least significant first.
fn transitions(automaton: &Automaton) -> Vec<u8> {
    let wide = automaton.accepting.len() > 256;
    let width = if wide { 2 } else { 1 };
    automaton
        .transitions
        .iter()
        .flat_map(|state| state.to_le_bytes().into_iter().take(width))
        .collect()
}

/// One bit for a state, the least significant first.
fn accepting(automaton: &Automaton) -> Vec<u8> {
    automaton
        .accepting
        .chunks(8)
        .map(|states| {
            let bits = states.iter().enumerate();
            bits.fold(0, |byte, (bit, &accepts)| byte | (u8::from(accepts) << bit))
        })
        .collect()
}
