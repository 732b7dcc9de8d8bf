//! The module `types`: one file for each type.

mod enums;
mod patterns;
mod scalars;
mod structs;
mod unions;

use std::sync::Arc;

use proc_macro2::TokenStream;
use quote::quote;

use self::patterns::Patterns;
use super::docs::Doc;
use super::model::{NamedType, ident};
use super::type_ref::{Imports, nullable_type};
use super::{Model, SourceFile, markdown};
use crate::ir::{Literal, Shape, TypeRef};

pub(super) fn emit<'a>(model: &'a Model<'a>) -> Vec<SourceFile<'a>> {
    let patterns = Arc::new(Patterns::of(model));
    let all = Arc::clone(&patterns);
    let mut files = vec![SourceFile::rust(model, "src/types/mod.rs", move || {
        index(model, &all)
    })];
    files.extend(model.types().map(|ty| {
        let path = format!("src/types/{}.rs", ty.names.module.trim_start_matches("r#"));
        let patterns = Arc::clone(&patterns);
        SourceFile::rust(model, path, move || emit_type(model, &patterns, ty))
    }));
    if !patterns.is_empty() {
        let path = "src/types/patterns.rs";
        files.push(SourceFile::rust(model, path, move || patterns.emit()));
    }
    files
}

/// `types/mod.rs`: which file a type stands in is nobody's business, so the modules are private.
fn index(model: &Model<'_>, patterns: &Patterns<'_>) -> TokenStream {
    let mut modules: Vec<&str> = model.types().map(|ty| ty.names.module.as_str()).collect();
    modules.extend((!patterns.is_empty()).then_some("patterns"));
    modules.sort_unstable();
    let modules = modules.into_iter().map(ident);
    let mut exports: Vec<(&str, &str)> = model
        .types()
        .map(|ty| (ty.names.module.as_str(), ty.names.ident.as_str()))
        .collect();
    exports.sort_unstable();
    let exports = exports.into_iter().map(|(module, name)| {
        let (module, name) = (ident(module), ident(name));
        quote!(pub use self::#module::#name;)
    });
    quote!(#(mod #modules;)* #(#exports)*)
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
    let imports = Imports::of([target]);
    let (map, types) = (imports.std(), imports.types(model, &quote!(super)));
    let docs = type_docs(ty).outer();
    let ident = ty.ident();
    let target = nullable_type(model, target);
    quote!(#map #types #docs pub type #ident = #target;)
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
        Literal::String(value) | Literal::Json(value) => value.clone(),
    })
}
