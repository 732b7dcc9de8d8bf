//! `examples/`: programs that call an operation that the crate has credentials for.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::credentials::{
    Authentication, authentication, base_url_variable, token_variable, variables,
};
use super::docs::{Doc, blank};
use super::model::{NamedOperation, ident};
use super::{Model, SourceFile, example, features, markdown, sample, servers, tag};
use crate::ir::{EnumValues, Number, Primitive, Scalar, Shape, TypeRef};
use crate::options::Examples;

pub(super) fn emit<'a>(model: &'a Model<'a>) -> Vec<SourceFile<'a>> {
    let file = |operation: NamedOperation<'a>| {
        let path = format!("examples/{}.rs", operation.names.program);
        let tokens = move || program(model, operation).unwrap_or_default();
        SourceFile::rust(model, path, tokens)
    };
    shown(model).into_iter().map(file).collect()
}

/// The entries of programs in the manifest, which say what feature each needs; Cargo finds the others by itself.
pub(super) fn targets(model: &Model<'_>) -> String {
    let target = |operation: NamedOperation<'_>| {
        let name = &operation.names.program;
        let feature = features::of(model, operation)?;
        Some(format!(
            "\n[[example]]\nname = \"{name}\"\nrequired-features = [\"{feature}\"]\n"
        ))
    };
    shown(model).into_iter().filter_map(target).collect()
}

/// The operations that have a program.
fn shown<'a>(model: &Model<'a>) -> Vec<NamedOperation<'a>> {
    let is_possible = |operation: &NamedOperation<'a>| program(model, *operation).is_some();
    match model.options.examples {
        Some(Examples::None) => Vec::new(),
        Some(Examples::EveryTag) => {
            let tags = tag::used(model).map(|(_, _, operations)| operations);
            let first = |operations: Vec<NamedOperation<'a>>| {
                let mut kept = operations.into_iter().filter(|it| !it.def.deprecated);
                kept.find(is_possible)
            };
            tags.filter_map(first).collect()
        }
        Some(Examples::EveryOperation) | None => model.operations().filter(is_possible).collect(),
    }
}

fn program(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<TokenStream> {
    let authentication = authentication(model, operation)?;
    let words = words(operation);
    let arguments: Vec<_> = operation
        .facts
        .positional
        .iter()
        .map(|&index| argument(model, operation, index, &words))
        .collect::<Option<_>>()?;
    let (lets, passed): (Vec<_>, Vec<_>) = arguments.into_iter().unzip();
    let read: Vec<_> = lets.into_iter().flatten().collect();
    let blank = blank();
    let iterator =
        (!read.is_empty()).then(|| quote!(#blank let mut #words = std::env::args().skip(1);));
    let example::Request { before, call } = example::request_with(model, operation, passed)?;
    let docs = docs(operation, authentication, model).inner();
    let library = model.library();
    let import = authentication.import();
    let variable = token_variable(model);
    let base_url = base_url_variable(model);
    let base_url = servers::base_url(model, &quote!(std::env::var(#base_url)?));
    let client = authentication.client(base_url.as_ref(), &quote!(std::env::var(#variable)?));
    let deprecated = operation.def.deprecated.then(
        || quote!(#![expect(deprecated, reason = "the API deprecates the operation and still has it")]),
    );
    let types = [quote!(#(#read)*), before.clone(), call.clone()];
    let types = types
        .iter()
        .any(example::uses_types)
        .then(|| quote!(, types));
    let send = example::send(operation, &call);
    Some(quote! {
        #docs
        #deprecated
        use #library::{#import Client #types};
        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            let client = #client;
            #iterator
            #(#read)*
            #blank
            #before
            #send
            Ok(())
        }
    })
}

fn docs(operation: NamedOperation<'_>, authentication: Authentication, model: &Model<'_>) -> Doc {
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
            "cargo run --example {} -- {}",
            operation.names.program,
            usage.join(" ")
        )));
    let doc = if model.api.has_base_url() {
        doc
    } else {
        let variable = markdown::code(&base_url_variable(model));
        doc.paragraph(&format!(
            "The environment variable {variable} holds the URL of the server."
        ))
    };
    match authentication {
        Authentication::Nothing => doc,
        Authentication::Environment => {
            let kinds = operation.def.security.iter().flat_map(|it| &it.0);
            let kinds = kinds.filter_map(|name| model.api.security_schemes.get(name));
            let variables = variables(model, kinds.map(|scheme| &scheme.kind)).join(", or ");
            doc.paragraph(&format!(
                "Reads credentials from the environment variables {variables}."
            ))
        }
        Authentication::Token => {
            let variable = markdown::code(&token_variable(model));
            doc.paragraph(&format!(
                "The environment variable {variable} holds an access token."
            ))
        }
    }
}

/// The local that holds the words of the command line. Names of parameters have a `_` at the end only where they would
/// be those of the runtime without it.
fn words(operation: NamedOperation<'_>) -> Ident {
    let positional = &operation.facts.positional;
    let mut parameters = positional.iter().map(|&index| operation.parameter(index));
    ident(if parameters.any(|name| name == "arguments") {
        "arguments_"
    } else {
        "arguments"
    })
}

/// The statement that reads a positional argument, where one does, and the expression that is passed.
fn argument(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    index: usize,
    words: &Ident,
) -> Option<(Option<TokenStream>, TokenStream)> {
    let ident = operation.parameter(index);
    let parameter = &operation.def.parameters[index];
    let missing = format!("{} is missing", parameter.name);
    let text = quote!(#words.next().ok_or(#missing)?);
    let (value, passed) = match (&parameter.ty, model.shape(&parameter.ty)) {
        (TypeRef::Primitive(Primitive::String(_)), _) => (text, quote!(&#ident)),
        (TypeRef::Primitive(primitive), _)
            if !matches!(primitive, Primitive::Number(Number::Decimal)) =>
        {
            (quote!(#text.parse()?), quote!(#ident))
        }
        (TypeRef::Named(id), Some(Shape::Scalar(Scalar::Text(..)))) => {
            let ty = model.get(*id).ident();
            (quote!(types::#ty::new(#text)?), quote!(&#ident))
        }
        (TypeRef::Named(id), Some(Shape::Enum(shape))) => {
            let ty = model.get(*id).ident();
            let value = match shape.values {
                EnumValues::Strings(_) => text,
                EnumValues::Integers(..) => quote!(#text.parse::<i64>()?),
            };
            (quote!(types::#ty::from(#value)), quote!(#ident))
        }
        (ty, _) => return Some((None, example::pass(model, ty, sample::owned(model, ty)?))),
    };
    Some((Some(quote!(let #ident = #value;)), passed))
}
