//! One file for each tag: the handle, and the operations on it.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, spaced};
use super::features::Condition;
use super::model::{NamedOperation, ident};
use super::type_ref::Imports;
use super::{Model, SourceFile, markdown, operation, parameter, rt};
use crate::ir::{Style, Tag};
use crate::name::TagNames;

pub(super) fn emit<'a>(model: &'a Model<'a>) -> Vec<SourceFile<'a>> {
    used(model)
        .map(|(tag, names, operations)| {
            let path = format!("src/api/{}.rs", names.module.trim_start_matches("r#"));
            SourceFile::rust(model, path, move || file(model, tag, names, &operations))
        })
        .collect()
}

/// Tags that have an operation, with their operations.
pub(super) fn used<'a>(
    model: &Model<'a>,
) -> impl Iterator<Item = (&'a Tag, &'a TagNames, Vec<NamedOperation<'a>>)> {
    let mut groups = vec![Vec::new(); model.api.tags.len()];
    for operation in model.operations() {
        groups[operation.facts.group].push(operation);
    }
    let tags = model.api.tags.iter().zip(&model.names.tags).zip(groups);
    tags.filter(|(_, operations)| !operations.is_empty())
        .map(|((tag, names), operations)| (tag, names, operations))
}

fn file(
    model: &Model<'_>,
    tag: &Tag,
    names: &TagNames,
    operations: &[NamedOperation<'_>],
) -> TokenStream {
    let fields: Vec<_> = operations
        .iter()
        .flat_map(|operation| operation::written(*operation))
        .flat_map(parameter::styled)
        .collect();
    let parameters = operations
        .iter()
        .any(|operation| !operation.def.parameters.is_empty());
    let locations = operations
        .iter()
        .any(|operation| operation.facts.shared_names.contains(&true));
    let styles = operations
        .iter()
        .flat_map(|operation| &operation.def.parameters)
        .any(parameter::has_unusual_style);
    let outcomes = operations
        .iter()
        .any(|it| it.facts.failure.is_some() || it.names.success.is_some());
    let described = [
        (parameters || !fields.is_empty(), "Parameter"),
        (locations, "Location"),
        (
            styles
                || fields
                    .iter()
                    .any(|it| parameter::form_style(it) != Style::Form),
            "self",
        ),
    ];
    let media_types = operations.iter().any(|it| operation::has_media_type(*it));
    let prelude = rt::operations_prelude(&described, media_types, outcomes);
    let mentioned = operations
        .iter()
        .flat_map(|operation| operation::mentioned(model, *operation));
    let imports = Imports::of(mentioned);
    let (map, types) = (imports.std(), imports.types(model, &quote!(crate::types)));
    let handle = handle(tag, names);
    let ident = ident(&names.ident);
    let methods = operations
        .iter()
        .map(|operation| operation::method(model, *operation));
    let methods = spaced(methods);
    let items = operations
        .iter()
        .map(|operation| operation::items(model, *operation));
    let cfg = Condition::group(names).inner();
    quote! {
        #cfg
        #map
        #prelude
        #types
        #handle
        impl #ident { #methods }
        #(#items)*
    }
}

pub(super) fn docs(tag: &Tag) -> Doc {
    let name = markdown::inline(&tag.name);
    let doc = match &tag.docs.description {
        Some(description) => Doc::default().paragraph(&name).markdown(Some(description)),
        None => Doc::default().paragraph(&format!("Operations of the group “{name}”.")),
    };
    doc.more(&tag.docs)
}

fn handle(tag: &Tag, names: &TagNames) -> TokenStream {
    let docs = docs(tag).outer();
    let ident = ident(&names.ident);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #ident { pub(super) client: Client }
    }
}
