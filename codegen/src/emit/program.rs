//! `examples/`: programs that call an operation, and the example of a test.

use indexmap::IndexSet;
use proc_macro2::TokenStream;
use quote::quote;

use super::blank::blank;
use super::docs::Text;
use super::example::{client, parts, sent, types};
use super::ident::ident;
use super::markdown;
use super::value::value;
use crate::plan::example::Example;
use crate::plan::{Environment, OperationStatus, Program};

pub(super) fn emit(library: &str, program: &Program<'_>) -> TokenStream {
    let docs = docs(program).inner();
    let deprecated = match program.status {
        OperationStatus::Current => quote!(),
        OperationStatus::Deprecated => {
            quote!(#![expect(deprecated, reason = "the API deprecates the operation and still has it")])
        }
    };
    let types = types(program.mentioned());
    let client = client(library, &program.setup);
    let blank = blank();
    let words = program.words.map(|words| {
        let words = ident(words);
        quote!(#blank let mut #words = std::env::args().skip(1);)
    });
    let locals = program.locals.iter().map(|(local, argument)| {
        let (local, argument) = (ident(local), value(library, argument));
        quote!(let #local = #argument;)
    });
    let sent = sent(library, &program.call);
    let crate_name = ident(library);
    quote! {
        #docs
        #deprecated
        use #crate_name::{Client #types};
        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            let client = #client;
            #words
            #(#locals)*
            #blank
            #sent
            Ok(())
        }
    }
}

fn docs(program: &Program<'_>) -> Text {
    let id = markdown::code(program.id);
    let usage: Vec<_> = program
        .usage
        .iter()
        .map(|name| format!("<{name}>"))
        .collect();
    let command = match usage.as_slice() {
        [] => format!("cargo run --example {}", program.name),
        usage => format!(
            "cargo run --example {} -- {}",
            program.name,
            usage.join(" ")
        ),
    };
    let text = Text::default()
        .paragraph(&match program.summary {
            Some(summary) => format!("{id}: {}", markdown::inline(summary)),
            None => format!("Calls {id}."),
        })
        .paragraph(&markdown::code(&command));
    let text = match &program.base_url_variable {
        None => text,
        Some(variable) => {
            let variable = markdown::code(variable);
            text.paragraph(&format!(
                "The environment variable {variable} holds the URL of the server."
            ))
        }
    };
    match &program.credentials {
        None => text,
        Some(environment) => {
            let variables = variables(environment);
            text.paragraph(&format!(
                "Reads credentials from the environment: {variables}."
            ))
        }
    }
}

/// The environment variables of credentials as Markdown.
pub(super) fn variables(environment: &Environment<'_>) -> String {
    let alternatives = environment.credentials.iter();
    let alternatives: IndexSet<_> = alternatives
        .map(|variables| {
            let names = variables.names.iter();
            let names = names.map(|it| markdown::code(&environment.full_name(it)));
            names.collect::<Vec<_>>().join(" and ")
        })
        .collect();
    alternatives.into_iter().collect::<Vec<_>>().join(", or ")
}

/// The example of a test as a program.
pub(super) fn testing(example: &Example<'_>) -> TokenStream {
    let docs = Text::default()
        .paragraph("Tests code that uses this crate without a network.")
        .paragraph(&markdown::code(
            "cargo run --example testing --features test-util",
        ))
        .inner();
    let (imports, code) = parts(example);
    quote! {
        #docs
        #imports
        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            #code
            Ok(())
        }
    }
}
