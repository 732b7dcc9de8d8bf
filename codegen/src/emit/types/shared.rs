//! The fields that all variants of a union have, as methods.

use proc_macro2::TokenStream;
use quote::quote;

use crate::analyze::Holding;
use crate::emit::blank::spaced;
use crate::emit::ident::ident;
use crate::emit::{docs, lint, ty};
use crate::plan::types::{Held, Payload, Payloads, SharedArm, SharedField, SharedForm, Union};

pub(super) fn emit(item: &Union<'_>) -> Option<TokenStream> {
    let methods = match item.shared.as_slice() {
        [] => return None,
        fields => fields.iter().map(|field| method(item, field)),
    };
    let (docs, name) = (docs::outer(&item.shared_docs), ident(item.ident));
    let methods = spaced(methods);
    let methods = quote! {
        #docs
        impl #name { #methods }
    };
    Some(match &item.payloads {
        None => methods,
        Some(payloads) => {
            let items = declaration(item, payloads).into_iter().chain([methods]);
            let items = spaced(items);
            quote!(const _: () = { #items };)
        }
    })
}

/// The private enum of the payloads.
fn declaration(item: &Union<'_>, payloads: &Payloads<'_>) -> [TokenStream; 2] {
    let (name, union, rest) = (ident(&payloads.ident), ident(item.ident), ident(item.rest));
    let first = |it: &Payload<'_>| it.variants.first().map(|it| ident(it));
    let variants = payloads.payloads.iter().map(|it| {
        let (variant, ty) = (first(it), ty::ty(&it.ty));
        quote!(#variant(&'a #ty),)
    });
    let arms = payloads.payloads.iter().map(|it| {
        let (variant, variants) = (first(it), it.variants.iter().map(|it| ident(it)));
        quote!(#(#union::#variants(it))|* => Self::#variant(it),)
    });
    let declaration = quote! {
        enum #name<'a> { #(#variants)* #rest(&'a wire::UnknownVariant), }
    };
    let reading = quote! {
        impl<'a> #name<'a> {
            fn of(union: &'a #union) -> Self {
                match union {
                    #(#arms)*
                    #union::#rest(it) => Self::#rest(it),
                }
            }
        }
    };
    [declaration, reading]
}

fn method(item: &Union<'_>, field: &SharedField<'_>) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let deprecated = lint::deprecated(field.deprecated.as_ref());
    let lints = lint::expect_all(&field.lints);
    let (name, rest) = (ident(&field.ident), ident(item.rest));
    let result = result(field);
    let (value, matched, count) = match &item.payloads {
        None => (quote!(self), quote!(Self), usize::MAX),
        Some(payloads) => {
            let name = ident(&payloads.ident);
            (quote!(#name::of(self)), quote!(#name), 1)
        }
    };
    let arms = field.arms.iter().map(|arm| {
        let variants = arm.variants.iter().take(count).map(|it| ident(it));
        let member = member(field.form, arm);
        quote!(#(#matched::#variants(it))|* => #member,)
    });
    let unknown = unknown(field);
    quote! {
        #docs
        #[must_use]
        #deprecated
        #lints
        pub fn #name(&self) -> Option<#result> {
            match #value {
                #(#arms)*
                #matched::#rest(it) => #unknown,
            }
        }
    }
}

fn result(field: &SharedField<'_>) -> TokenStream {
    let ty = ty::ty(&field.ty);
    match field.form {
        SharedForm::Copied => ty,
        SharedForm::Text => quote!(&str),
        SharedForm::Json => quote!(&#ty),
        SharedForm::List => quote!(Cow<'_, [#ty]>),
        SharedForm::Value => quote!(Cow<'_, #ty>),
    }
}

/// The value in a known variant.
fn member(form: SharedForm, arm: &SharedArm<'_>) -> TokenStream {
    let member = ident(&arm.member);
    match (arm.held, form) {
        (Held::Method, _) => quote!(it.#member()),
        (Held::Always(Holding::Inline), SharedForm::Copied) => quote!(Some(it.#member)),
        (Held::Always(Holding::Inline), SharedForm::Text | SharedForm::Json) => {
            quote!(Some(&it.#member))
        }
        (Held::Always(Holding::Inline), SharedForm::Value) => {
            quote!(Some(Cow::Borrowed(&it.#member)))
        }
        (Held::Always(_), SharedForm::List) => quote!(Some(Cow::Borrowed(it.#member.as_slice()))),
        (Held::Always(_), form) => of_reference(form, &quote!(Some(&*it.#member))),
        (Held::Optional(Holding::Inline), SharedForm::Copied) => quote!(it.#member),
        (Held::Optional(Holding::Inline), SharedForm::Text) => quote!(it.#member.as_deref()),
        (Held::Optional(Holding::Inline), SharedForm::List) => {
            quote!(it.#member.as_deref().map(Cow::Borrowed))
        }
        (Held::Optional(Holding::Inline), form) => of_reference(form, &quote!(it.#member.as_ref())),
        (Held::Optional(_), form) => of_reference(form, &quote!(it.#member.as_deref())),
        (Held::Patch(Holding::Inline), form) => of_reference(form, &quote!(it.#member.value())),
        (Held::Patch(_), form) => of_reference(form, &quote!(it.#member.value().map(|it| &**it))),
    }
}

/// The value behind an optional reference.
fn of_reference(form: SharedForm, reference: &TokenStream) -> TokenStream {
    match form {
        SharedForm::Copied => quote!(#reference.copied()),
        SharedForm::Text => quote!(#reference.map(String::as_str)),
        SharedForm::Json => reference.clone(),
        SharedForm::List => quote!(#reference.map(|it| Cow::Borrowed(it.as_slice()))),
        SharedForm::Value => quote!(#reference.map(Cow::Borrowed)),
    }
}

/// The value in the JSON of an unknown variant.
fn unknown(field: &SharedField<'_>) -> TokenStream {
    let key = field.key;
    match field.form {
        SharedForm::Copied => quote!(it.property(#key)),
        SharedForm::Text => quote!(it.raw().get(#key)?.as_str()),
        SharedForm::Json => quote!(it.raw().get(#key)),
        SharedForm::List | SharedForm::Value => quote!(it.property(#key).map(Cow::Owned)),
    }
}
