use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::ident::ident;
use crate::emit::literal::numbers;
use crate::emit::{condition, docs};
use crate::pattern::Table;
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
    let table = Table::of(item.automaton);
    let ranges = table.ranges.iter().map(|&(first, last, class)| {
        let class = Literal::u8_unsuffixed(class);
        let [first, last] = [first, last].map(hexadecimal);
        quote!((#first, #last, #class))
    });
    let classes = Literal::usize_unsuffixed(table.class_count);
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
