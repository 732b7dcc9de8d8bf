//! `examples/`: a program for each operation that the crate has credentials for.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, blank};
use super::model::NamedOperation;
use super::overview::{Authentication, authentication};
use super::{Model, SourceFile, example, markdown, sample};
use crate::ir::{Primitive, Scalar, Shape, TypeRef};

pub(super) fn emit(model: &Model<'_>) -> impl Iterator<Item = SourceFile> {
    model.operations().filter_map(|operation| {
        if operation.def.deprecated {
            return None;
        }
        let name = operation.names.constant.to_lowercase();
        let tokens = program(model, operation, &name)?;
        Some(SourceFile::rust(
            model,
            format!("examples/{name}.rs"),
            tokens,
        ))
    })
}

fn program(model: &Model<'_>, operation: NamedOperation<'_>, name: &str) -> Option<TokenStream> {
    let authentication = authentication(model, operation)?;
    let arguments: Vec<_> = operation
        .facts
        .positional
        .iter()
        .map(|&index| argument(model, operation, index))
        .collect::<Option<_>>()?;
    let (lets, passed): (Vec<_>, Vec<_>) = arguments.into_iter().unzip();
    let read: Vec<_> = lets.into_iter().flatten().collect();
    let blank = blank();
    let iterator =
        (!read.is_empty()).then(|| quote!(#blank let mut arguments = std::env::args().skip(1);));
    let example::Request { before, call } = example::request_with(model, operation, passed)?;
    let docs = docs(operation, name, authentication, model).inner();
    let library = model.library();
    let (token, client) = client(model, authentication);
    let types = [quote!(#(#read)*), before.clone(), call.clone()];
    let types = types
        .iter()
        .any(example::uses_types)
        .then(|| quote!(, types));
    let send = example::send(operation, &call);
    Some(quote! {
        #docs
        use #library::{#token Client #types};
        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            #client
            #iterator
            #(#read)*
            #blank
            #before
            #send
            Ok(())
        }
    })
}

/// The import and the statements that make a client.
fn client(model: &Model<'_>, authentication: Authentication) -> (TokenStream, TokenStream) {
    match authentication {
        Authentication::None => (
            quote!(),
            quote!(let client = Client::builder().with_environment().build()?;),
        ),
        Authentication::Bearer => {
            let variable = token_variable(model);
            let client = quote! {
                let token = std::env::var(#variable)?;
                let client = Client::builder()
                    .with_environment()
                    .credentials(BearerToken::new(token))
                    .build()?;
            };
            (quote!(BearerToken,), client)
        }
    }
}

fn token_variable(model: &Model<'_>) -> String {
    let prefix = model.options.environment.as_ref();
    prefix.map_or_else(
        || "ACCESS_TOKEN".to_owned(),
        |environment| format!("{}_ACCESS_TOKEN", environment.prefix),
    )
}

fn docs(
    operation: NamedOperation<'_>,
    name: &str,
    authentication: Authentication,
    model: &Model<'_>,
) -> Doc {
    let id = markdown::code(&operation.def.id);
    let summary = operation.def.docs.summary.as_deref();
    let usage = operation
        .facts
        .positional
        .iter()
        .map(|&index| format!("<{}>", operation.def.parameters[index].name))
        .collect::<Vec<_>>();
    let doc = Doc::default()
        .paragraph(&match summary {
            Some(summary) => format!("{id}: {}", markdown::inline(summary)),
            None => format!("Calls {id}."),
        })
        .paragraph(&markdown::code(&format!(
            "cargo run --example {name} -- {}",
            usage.join(" ")
        )));
    match authentication {
        Authentication::None => doc,
        Authentication::Bearer => doc.paragraph(&format!(
            "The environment variable {} holds an access token.",
            markdown::code(&token_variable(model))
        )),
    }
}

/// The statement that reads a positional argument, where one does, and the expression that is passed.
fn argument(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    index: usize,
) -> Option<(Option<TokenStream>, TokenStream)> {
    let ident = operation.parameter(index);
    let parameter = &operation.def.parameters[index];
    let missing = format!("{} is missing", parameter.name);
    let text = quote!(arguments.next().ok_or(#missing)?);
    let (value, passed) = match (&parameter.ty, model.shape(&parameter.ty)) {
        (TypeRef::Primitive(Primitive::String(_)), _) => (text, quote!(&#ident)),
        (TypeRef::Primitive(_), _) => (quote!(#text.parse()?), quote!(#ident)),
        (TypeRef::Named(id), Some(Shape::Scalar(Scalar::Text(..)))) => {
            let ty = model.get(*id).ident();
            (quote!(types::#ty::new(#text)?), quote!(&#ident))
        }
        (TypeRef::Named(id), Some(Shape::Enum(_))) => {
            let ty = model.get(*id).ident();
            (quote!(types::#ty::from(#text)), quote!(#ident))
        }
        (ty, _) => return Some((None, example::pass(model, ty, sample::owned(model, ty)?))),
    };
    Some((Some(quote!(let #ident = #value;)), passed))
}
