//! The module `types`: one file for each component and operation, with the types that are inline in it.

mod enums;
mod imports;
mod patterns;
mod scalars;
mod structs;
mod unions;

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;

use self::patterns::Patterns;
use super::docs::Doc;
use super::features::Condition;
use super::model::{NamedType, ident};
use super::type_ref::nullable_type;
use super::{Model, SourceFile, markdown};
use crate::analyze::Availability;
use crate::ir::{Literal, NameHint, Shape, TypeRef};

pub(super) fn emit<'a>(model: &'a Model<'a>) -> Vec<SourceFile<'a>> {
    let patterns = Arc::new(Patterns::of(model));
    let all = Arc::clone(&patterns);
    let mut files = vec![SourceFile::rust(model, "src/types/mod.rs", move || {
        index(model, &all)
    })];
    files.extend(modules(model).into_iter().map(|(module, types)| {
        let path = format!("src/types/{}.rs", module.trim_start_matches("r#"));
        let patterns = Arc::clone(&patterns);
        SourceFile::rust(model, path, move || emit_module(model, &patterns, &types))
    }));
    if !patterns.is_empty() {
        let path = "src/types/patterns.rs";
        files.push(SourceFile::rust(model, path, move || patterns.emit(model)));
    }
    files
}

/// The types of each module: first the one that is called as its component, then the others as they were first met.
fn modules<'a>(model: &Model<'a>) -> IndexMap<&'a str, Vec<NamedType<'a>>> {
    let mut modules = IndexMap::<_, Vec<_>>::new();
    for ty in model.types() {
        modules
            .entry(ty.names.module.as_str())
            .or_default()
            .push(ty);
    }
    for types in modules.values_mut() {
        types.sort_by_key(|ty| !matches!(ty.def.hint, NameHint::Component(_)));
    }
    modules
}

fn emit_module(model: &Model<'_>, patterns: &Patterns<'_>, types: &[NamedType<'_>]) -> TokenStream {
    // All of them are there together.
    let availability = types.first().map(|ty| &ty.facts.availability);
    let cfg = availability.map(|availability| Condition::of(model, availability).inner());
    let imports = imports::of(model, types);
    let types = types.iter().map(|ty| emit_type(model, patterns, *ty));
    quote!(#cfg #imports #(#types)*)
}

/// `types/mod.rs`: which file a type stands in is nobody's business, so the modules are private. Each says itself when it
/// is there.
fn index(model: &Model<'_>, patterns: &Patterns<'_>) -> TokenStream {
    let mut modules = modules(model);
    modules.sort_unstable_keys();
    let mut always = Vec::new();
    let mut others: BTreeMap<&Availability, Vec<TokenStream>> = BTreeMap::new();
    for (module, types) in &modules {
        let exports = exports(module, types);
        match types.first().map(|ty| &ty.facts.availability) {
            Some(some @ Availability::With(_)) => others.entry(some).or_default().push(exports),
            Some(Availability::Always) | None => always.push(quote!(pub use self::#exports;)),
        }
    }
    let others = others.into_iter().map(|(availability, exports)| {
        let cfg = Condition::of(model, availability).outer();
        quote!(#cfg pub use self::{#(#exports),*};)
    });
    let mut modules: Vec<&str> = modules.into_keys().collect();
    modules.extend((!patterns.is_empty()).then_some("patterns"));
    modules.sort_unstable();
    let modules = modules.into_iter().map(ident);
    quote!(#(mod #modules;)* #(#always)* #(#others)*)
}

/// `module::Type`, or `module::{Types, ..}`.
fn exports(module: &str, types: &[NamedType<'_>]) -> TokenStream {
    let module = ident(module);
    let mut types: Vec<_> = types.iter().map(NamedType::ident).collect();
    types.sort_unstable();
    match types.as_slice() {
        [only] => quote!(#module::#only),
        several => quote!(#module::{#(#several),*}),
    }
}

fn emit_type(model: &Model<'_>, patterns: &Patterns<'_>, ty: NamedType<'_>) -> TokenStream {
    match &ty.def.shape {
        Shape::Struct(shape) => structs::emit(model, ty, shape),
        Shape::Enum(shape) => enums::emit(ty, shape),
        Shape::Union(shape) => unions::emit(model, ty, shape),
        Shape::Scalar(shape) => scalars::emit(patterns, ty, shape),
        Shape::Alias(target) => alias(model, ty, target),
    }
}

fn alias(model: &Model<'_>, ty: NamedType<'_>, target: &TypeRef) -> TokenStream {
    let docs = type_docs(ty).outer();
    let ident = ty.ident();
    let target = nullable_type(model, target);
    quote!(#docs pub type #ident = #target;)
}

/// What the document says about a type; a type without words is introduced by where it stands.
fn type_docs(ty: NamedType<'_>) -> Doc {
    let name = markdown::code(&ty.names.ident);
    let doc = Doc::of(&ty.def.docs, &format!("The type {name} of the API."));
    if ty.def.deprecated {
        doc.paragraph("**Deprecated** by the API.")
    } else {
        doc
    }
}

/// A default as code.
pub(super) fn literal_text(literal: &Literal) -> String {
    markdown::code(&match literal {
        Literal::Null => "null".to_owned(),
        Literal::Bool(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Number(value) => value.to_string(),
        Literal::String(value) | Literal::Json(value) => visible(value),
    })
}

/// A text as documentation shows it: quoted where nobody would see it.
pub(in crate::emit) fn visible(text: &str) -> String {
    if text.trim().is_empty() {
        format!("{text:?}")
    } else {
        text.to_owned()
    }
}
