use proc_macro2::TokenStream;
use quote::quote;

use super::patterns::Patterns;
use super::type_docs;
use crate::analyze::Secrecy;
use crate::emit::docs::Doc;
use crate::emit::literal::{number, option};
use crate::emit::markdown;
use crate::emit::model::NamedType;
use crate::emit::type_ref::integer_type;
use crate::ir::{Check, Integer, IntegerBounds, Pattern, Scalar, TextRules};

pub(super) fn emit(patterns: &Patterns<'_>, ty: NamedType<'_>, shape: &Scalar) -> TokenStream {
    match shape {
        Scalar::Text(rules, _) => text(patterns, ty, rules),
        Scalar::Integer(bounds, width) => integer(ty, *bounds, *width),
    }
}

fn text(patterns: &Patterns<'_>, ty: NamedType<'_>, rules: &TextRules) -> TokenStream {
    let docs = text_docs(ty, rules).outer();
    let ident = ty.ident();
    let secret = (ty.facts.secrecy == Secrecy::Secret).then(|| quote!(secret));
    let source = option(rules.pattern.as_ref().map(|pattern| &pattern.source));
    let checked = rules
        .pattern
        .as_ref()
        .and_then(|pattern| patterns.find(pattern));
    let automaton = option(checked.map(|pattern| quote!(&patterns::#pattern)));
    let min_length = bound(rules.min_length);
    let max_length = bound(rules.max_length);
    quote! {
        #docs
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #ident(Cow<'static, str>);
        wire::text!(#ident #secret, wire::Text {
            pattern: #source,
            automaton: #automaton,
            min_length: #min_length,
            max_length: #max_length,
        });
    }
}

fn text_docs(ty: NamedType<'_>, rules: &TextRules) -> Doc {
    let mut doc = type_docs(ty);
    if let Some(Pattern { source, check }) = &rules.pattern {
        let source = markdown::code(source);
        doc = match check {
            Check::Automaton(_) => doc.paragraph(&format!("Matches {source}.")),
            Check::Unchecked(reason) => doc.paragraph(&format!(
                "The server matches it against {source}; this crate does not: {}.",
                markdown::inline(reason)
            )),
        };
    }
    let range = range(rules.min_length, rules.max_length);
    match range {
        Some(range) => doc.paragraph(&format!("Length in characters: {range}.")),
        None => doc,
    }
}

fn integer(ty: NamedType<'_>, bounds: IntegerBounds, width: Integer) -> TokenStream {
    let docs = integer_docs(ty, bounds).outer();
    let ident = ty.ident();
    let repr = integer_type(width);
    let minimum = bound(bounds.minimum);
    let maximum = bound(bounds.maximum);
    let multiple_of = bound(bounds.multiple_of);
    quote! {
        #docs
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #ident(#repr);
        wire::integer!(#ident(#repr), wire::Bounds {
            minimum: #minimum,
            maximum: #maximum,
            multiple_of: #multiple_of,
        });
    }
}

fn integer_docs(ty: NamedType<'_>, bounds: IntegerBounds) -> Doc {
    let mut doc = type_docs(ty);
    if let Some(range) = range(bounds.minimum, bounds.maximum) {
        doc = doc.paragraph(&format!("Range: {range}."));
    }
    match bounds.multiple_of {
        Some(step) => doc.paragraph(&format!("A multiple of {step}.")),
        None => doc,
    }
}

fn range<T: ToString>(least: Option<T>, greatest: Option<T>) -> Option<String> {
    match (least, greatest) {
        (None, None) => None,
        (Some(least), None) => Some(format!("{} or more", least.to_string())),
        (None, Some(greatest)) => Some(format!("{} or less", greatest.to_string())),
        (Some(least), Some(greatest)) => {
            Some(format!("{} to {}", least.to_string(), greatest.to_string()))
        }
    }
}

fn bound(value: Option<impl Into<i128>>) -> TokenStream {
    option(value.map(|value| number(value.into())))
}
