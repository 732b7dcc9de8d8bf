use proc_macro2::TokenStream;
use quote::quote;

use super::super::type_docs;
use super::{conversions, held};
use crate::analyze::{ObjectTest, Secrecy, Test};
use crate::emit::docs::Doc;
use crate::emit::literal::number;
use crate::emit::model::NamedType;
use crate::emit::{Model, markdown};
use crate::ir::{Variant, VariantForm};

/// An enum that is told apart by what the JSON looks like, and open: what looks like no variant is kept.
pub(super) fn emit(model: &Model<'_>, ty: NamedType<'_>, variants: &[Variant]) -> TokenStream {
    let docs = type_docs(ty)
        .paragraph("What the JSON looks like tells the variants apart.")
        .outer();
    let rest_docs = Doc::default().paragraph(rest_docs(ty)).outer();
    let ident = ty.ident();
    let secret = (ty.facts.secrecy == Secrecy::Secret).then(|| quote!(secret));
    let rest = ty.rest();
    let otherwise = (rest != "Unknown").then(|| quote!(else #rest));
    let members = variants.iter().enumerate();
    let members: Vec<_> = members
        .map(|(index, it)| member(model, ty, index, it))
        .collect();
    let facts = &ty.facts.variants;
    let variant_docs = variants.iter().zip(facts).map(|(variant, facts)| {
        let looks: Vec<_> = facts.tests.iter().map(look).collect();
        let doc = Doc::default().paragraph(&sentence(&looks.join(", or ")));
        doc.markdown(variant.docs.description.as_deref()).outer()
    });
    let tables = facts.iter().map(|facts| rows(&facts.tests));
    let forms = members
        .iter()
        .zip(variants)
        .map(|(member, variant)| match &variant.form {
            VariantForm::Plain => quote!(#member),
            VariantForm::Keyed(key) => quote!(#member at #key),
            VariantForm::Constant(text) => quote!(#member is #text),
        });
    let plain = variants.iter().enumerate();
    let plain = plain.filter(|(_, it)| it.form == VariantForm::Plain);
    let plain: Vec<_> = plain.map(|(index, it)| (index, &it.ty)).collect();
    let conversions = conversions(model, ty, &plain);
    quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variant_docs #members,)*
            #rest_docs
            #rest(wire::UnknownVariant),
        }
        wire::untagged_union!(#ident #secret { #(#forms = #tables,)* } #otherwise);
        #conversions
    }
}

/// A variant as Rust declares it.
fn member(model: &Model<'_>, ty: NamedType<'_>, index: usize, variant: &Variant) -> TokenStream {
    let ident = ty.member(index);
    if let VariantForm::Constant(_) = variant.form {
        return quote!(#ident);
    }
    let payload = held(model, ty, index, &variant.ty);
    quote!(#ident(#payload))
}

fn rest_docs(ty: NamedType<'_>) -> &'static str {
    if ty.facts.variants.iter().all(|facts| facts.is_told_apart) {
        "A value that looks like no variant that this version of the crate knows."
    } else {
        "A value that looks like no variant that this version of the crate knows, or like several."
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

/// What a value is like that passes a test.
fn look(test: &Test) -> String {
    match test {
        Test::Any => "any JSON".to_owned(),
        Test::Null => "`null`".to_owned(),
        Test::Boolean => "a boolean".to_owned(),
        Test::Constant(value) => markdown::code(&value.to_string()),
        Test::Integer(listed) if listed.is_empty() => "a whole number".to_owned(),
        Test::Integer(listed) => listing(listed.iter().map(ToString::to_string)),
        Test::Number => "a number".to_owned(),
        Test::Text(listed) if listed.is_empty() => "a string".to_owned(),
        Test::Text(listed) => listing(listed.iter().map(|text| format!("\"{text}\""))),
        Test::List(items) if items.is_empty() => "an array".to_owned(),
        Test::List(items) => {
            let items: Vec<_> = items.iter().map(look).collect();
            format!("an array, each item {}", items.join(" or "))
        }
        Test::Object(object) => object_look(object),
    }
}

/// The values of an enum, as long as they are few.
fn listing(values: impl ExactSizeIterator<Item = String>) -> String {
    const MANY: usize = 4;
    let count = values.len();
    let mut shown: Vec<_> = values
        .take(MANY)
        .map(|value| markdown::code(&value))
        .collect();
    if count > MANY {
        shown.push(format!("{} others", count - MANY));
    }
    shown.join(" or ")
}

fn object_look(object: &ObjectTest) -> String {
    let keys = object.keys.iter();
    let untested = keys.filter(|key| object.values.iter().all(|(tested, _)| tested != *key));
    let mut parts: Vec<_> = untested.map(|key| markdown::code(key)).collect();
    parts.extend(object.values.iter().map(|(key, tests)| {
        let looks: Vec<_> = tests.iter().map(look).collect();
        format!("{} ({})", markdown::code(key), looks.join(" or "))
    }));
    match parts.as_slice() {
        [] => "an object".to_owned(),
        parts => format!("an object with {}", parts.join(", ")),
    }
}

fn rows(tests: &[Test]) -> TokenStream {
    let rows = tests.iter().map(row);
    quote!([#(#rows),*])
}

fn row(test: &Test) -> TokenStream {
    match test {
        Test::Any => quote!(wire::Test::Any),
        Test::Null => quote!(wire::Test::Null),
        Test::Boolean => quote!(wire::Test::Boolean),
        Test::Constant(value) => quote!(wire::Test::Constant(#value)),
        Test::Integer(listed) => {
            let listed = listed.iter().map(|value| number((*value).into()));
            quote!(wire::Test::Integer(&[#(#listed),*]))
        }
        Test::Number => quote!(wire::Test::Number),
        Test::Text(listed) => quote!(wire::Test::Text(&[#(#listed),*])),
        Test::List(items) => {
            let items = rows(items);
            quote!(wire::Test::List(&#items))
        }
        Test::Object(ObjectTest { keys, values }) => {
            let values = values.iter().map(|(key, tests)| {
                let tests = rows(tests);
                quote!((#key, &#tests))
            });
            quote!(wire::Test::Object(&[#(#keys),*], &[#(#values),*]))
        }
    }
}
