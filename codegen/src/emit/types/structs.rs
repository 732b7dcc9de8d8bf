use proc_macro2::TokenStream;
use quote::quote;

use super::xml;
use crate::analyze::Holding;
use crate::emit::blank::spaced;
use crate::emit::ident::ident;
use crate::emit::ty::{argument, box_constructor, converted, held};
use crate::emit::{docs, lint, literal, required, ty};
use crate::ir::Literal;
use crate::plan::types::{
    Constructor, Creator, Initial, KeyPresence, New, Rest, Setter, SetterOf, Struct,
};

pub(super) fn emit(item: &Struct<'_>) -> TokenStream {
    let declaration = declaration(item);
    let methods = methods(item);
    let required = match &item.constructor {
        Constructor::New(new) => new.required.as_ref().map(required::declaration),
        Constructor::Empty => None,
    };
    let table = table(item);
    let xml = item.xml.as_ref().map(|form| xml::emit(item.ident, form));
    quote!(#declaration #methods #required #table #xml)
}

fn declaration(item: &Struct<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(item.ident);
    let default = match item.constructor {
        Constructor::Empty => Some(quote!(, Default)),
        Constructor::New(_) => None,
    };
    let fields = item.fields.iter().map(|field| {
        let docs = docs::outer(&field.docs);
        let deprecated = lint::deprecated(field.deprecated.as_ref());
        let (field, ty) = (ident(field.ident), ty::ty(&field.ty));
        quote!(#docs #deprecated pub #field: #ty,)
    });
    let rest = item.rest.as_ref().map(|rest| {
        let (field, ty) = (ident(rest.ident), ty::ty(&rest.ty));
        quote! {
            /// Properties that the document does not declare, by key.
            pub #field: #ty,
        }
    });
    let lints = lint::expect_all(&item.lints);
    quote! {
        #docs
        #[derive(Clone #default)]
        #[non_exhaustive]
        #lints
        pub struct #name { #(#fields)* #rest }
    }
}

fn methods(item: &Struct<'_>) -> TokenStream {
    let name = ident(item.ident);
    let rest = item.rest.as_ref();
    let new = match &item.constructor {
        Constructor::Empty => quote! {
            /// Creates the value with all fields unset.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        },
        Constructor::New(new) => constructor(new, rest),
    };
    let setters = item.setters.iter().map(|setter| match setter {
        Setter::Optional { field, holding } => optional_setter(field, *holding),
        Setter::Patch { field, holding } => patch_setter(field, *holding),
        Setter::Rest => rest.map(rest_setter).into_iter().collect(),
    });
    let methods = spaced(std::iter::once(new).chain(setters));
    let cfg = match item.creator {
        Creator::Callers => quote!(),
        Creator::Tests => quote!(#[cfg(feature = "test-util")]),
    };
    quote!(#cfg impl #name { #methods })
}

fn constructor(new: &New<'_>, rest: Option<&Rest<'_>>) -> TokenStream {
    let arguments = new.arguments.iter().map(|(name, ty)| {
        let (name, ty) = (ident(name), argument(ty));
        quote!(#name: #ty)
    });
    let fields = new.fields.iter().map(|(name, value)| initial(name, *value));
    let rest = rest.map(|rest| {
        let name = ident(rest.ident);
        let empty = held(rest.holding, quote!(BTreeMap::new()));
        quote!(#name: #empty,)
    });
    let lints = lint::expect_all(&new.lints);
    let signature = match &new.required {
        None => quote!(pub fn new(#(#arguments),*) -> Self),
        Some(item) => {
            let (bounds, argument) = (required::bounds(item), required::argument(item));
            quote!(pub fn new #bounds (#argument) -> Self)
        }
    };
    let unpack = new.required.as_ref().map(required::unpack);
    quote! {
        /// Creates the value from its required fields.
        #[must_use]
        #lints
        #signature {
            #unpack
            Self { #(#fields,)* #rest }
        }
    }
}

/// A field in the expression of a new value.
fn initial(name: &str, value: Initial) -> TokenStream {
    let name = ident(name);
    match value {
        Initial::Argument(Holding::Inline) => quote!(#name),
        Initial::Argument(holding) => {
            let value = held(holding, quote!(#name));
            quote!(#name: #value)
        }
        Initial::Converted(holding) => {
            let value = held(holding, quote!(#name.into()));
            quote!(#name: #value)
        }
        Initial::Items(holding) => {
            let items = quote!(#name.into_iter().map(Into::into).collect());
            let value = held(holding, items);
            quote!(#name: #value)
        }
        Initial::Entries(holding) => {
            let entries = quote!(#name.into_iter().map(wire::Entry::into_entry).collect());
            let value = held(holding, entries);
            quote!(#name: #value)
        }
        Initial::ConvertedOptional(holding) => {
            let boxed = mapped(holding);
            quote!(#name: #name.into() #boxed)
        }
        Initial::None => quote!(#name: None),
        Initial::Absent => quote!(#name: wire::Patch::Absent),
    }
}

/// Boxes the value of an option.
fn mapped(holding: Holding) -> Option<TokenStream> {
    box_constructor(holding).map(|new| quote!(.map(#new)))
}

fn optional_setter(field: &SetterOf<'_>, holding: Holding) -> TokenStream {
    let value = held(holding, converted(&field.argument, &quote!(value)));
    setter(field, &quote!(Some(#value)))
}

fn patch_setter(field: &SetterOf<'_>, holding: Holding) -> TokenStream {
    let value = converted(&field.argument, &quote!(value));
    let boxed = mapped(holding);
    setter(field, &quote!(#value #boxed))
}

fn setter(field: &SetterOf<'_>, value: &TokenStream) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let deprecated = lint::deprecated(field.deprecated.as_ref());
    let lints = lint::expect_all(&field.lints);
    let (name, argument) = (ident(field.ident), argument(&field.argument));
    quote! {
        #docs
        #[must_use]
        #deprecated
        #lints
        pub fn #name(mut self, value: #argument) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn rest_setter(rest: &Rest<'_>) -> TokenStream {
    let (name, map) = (ident(rest.ident), ty::ty(&rest.map));
    let value = held(rest.holding, quote!(value.into()));
    quote! {
        /// Sets the properties that the document does not declare.
        #[must_use]
        pub fn #name(mut self, value: impl Into<#map>) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// The table from which the runtime reads and writes the value.
fn table(item: &Struct<'_>) -> TokenStream {
    let name = ident(item.ident);
    let constants = item.constants.iter().map(|constant| {
        let (key, value) = (&constant.name, constant_value(&constant.value));
        quote!(#key = #value,)
    });
    let rows = item.fields.iter().map(|field| {
        let (name, key) = (ident(field.ident), field.key);
        let required = match field.key_presence {
            KeyPresence::Required => quote!(required),
            KeyPresence::Optional => quote!(),
        };
        quote!(#name: #key #required,)
    });
    let rest = item.rest.as_ref().map(|rest| {
        let name = ident(rest.ident);
        quote!(..#name)
    });
    quote!(wire::object!(#name { #(#constants)* #(#rows)* } #rest);)
}

/// A constant as a literal; the width of a number does not show on the wire.
fn constant_value(value: &Literal) -> TokenStream {
    match value {
        Literal::Bool(value) => quote!(#value),
        Literal::Integer(value) => literal::long(*value),
        Literal::Number(value) => literal::double(*value),
        Literal::String(value) | Literal::Json(value) => quote!(#value),
        Literal::Null => quote!(""),
    }
}
