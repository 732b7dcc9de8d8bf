use proc_macro2::TokenStream;
use quote::quote;

use super::scalars::secret;
use crate::analyze::{ObjectTest, Test};
use crate::emit::ident::ident;
use crate::emit::literal::number;
use crate::emit::{docs, ty};
use crate::ir::VariantForm;
use crate::plan::types::{
    Conversion, Tagged, TaggedVariant, Union, UnionKind, Untagged, UntaggedVariant,
};

pub(super) fn emit(item: &Union<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let rest_docs = docs::outer(&item.rest_docs);
    let (name, rest) = (ident(item.ident), ident(item.rest));
    let (variants, table) = match &item.variants {
        UnionKind::Tagged(tagged) => (tagged_variants(tagged), tagged_table(item, tagged)),
        UnionKind::Untagged(untagged) => {
            (untagged_variants(untagged), untagged_table(item, untagged))
        }
    };
    let conversions = conversions(item);
    let shared = super::shared::emit(item);
    quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #name {
            #variants
            #rest_docs
            #rest(wire::UnknownVariant),
        }
        #shared
        #table
        #conversions
    }
}

/// The name of the variant for other values, unless it is the usual one.
fn otherwise(item: &Union<'_>) -> Option<TokenStream> {
    let rest = ident(item.unusual_rest?);
    Some(quote!(else #rest))
}

fn tagged_variants(tagged: &Tagged<'_>) -> TokenStream {
    let variants = tagged.variants.iter().map(|variant| {
        let docs = docs::outer(&variant.docs);
        let member = tagged_member(variant);
        quote!(#docs #member,)
    });
    variants.collect()
}

fn tagged_member(variant: &TaggedVariant<'_>) -> TokenStream {
    let (name, payload) = (ident(variant.ident), ty::ty(&variant.payload));
    quote!(#name(#payload))
}

fn tagged_table(item: &Union<'_>, tagged: &Tagged<'_>) -> TokenStream {
    let (name, property) = (ident(item.ident), tagged.property);
    let rows = tagged.variants.iter().map(|variant| {
        let (member, tag) = (tagged_member(variant), variant.tag);
        match variant.nested {
            [] => quote!(#member = #tag,),
            nested => quote!(#member in #(#nested)|*,),
        }
    });
    let otherwise = otherwise(item);
    quote!(wire::tagged_union!(#name, #property { #(#rows)* } #otherwise);)
}

fn untagged_variants(untagged: &Untagged<'_>) -> TokenStream {
    let variants = untagged.variants.iter().map(|variant| {
        let docs = docs::outer(&variant.docs);
        let member = untagged_member(variant);
        quote!(#docs #member,)
    });
    variants.collect()
}

fn untagged_member(variant: &UntaggedVariant<'_>) -> TokenStream {
    let name = ident(variant.ident);
    let payload = variant.payload.iter().map(ty::ty);
    quote!(#name #((#payload))*)
}

fn untagged_table(item: &Union<'_>, untagged: &Untagged<'_>) -> TokenStream {
    let (name, secret) = (ident(item.ident), secret(untagged.secrecy));
    let rows = untagged.variants.iter().map(|variant| {
        let (member, tests) = (untagged_member(variant), tests(variant.tests));
        match variant.form {
            VariantForm::Plain => quote!(#member = #tests,),
            VariantForm::Keyed(key) => quote!(#member at #key = #tests,),
            VariantForm::Constant(text) => quote!(#member is #text = #tests,),
        }
    });
    let otherwise = otherwise(item);
    quote!(wire::untagged_union!(#name #secret { #(#rows)* } #otherwise);)
}

fn tests(tests: &[Test]) -> TokenStream {
    let tests = tests.iter().map(test);
    quote!([#(#tests),*])
}

fn test(test: &Test) -> TokenStream {
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
            let items = tests(items);
            quote!(wire::Test::List(&#items))
        }
        Test::Object(ObjectTest { keys, values }) => {
            let values = values.iter().map(|(key, value)| {
                let value = tests(value);
                quote!((#key, &#value))
            });
            quote!(wire::Test::Object(&[#(#keys),*], &[#(#values),*]))
        }
    }
}

fn conversions(item: &Union<'_>) -> Option<TokenStream> {
    let rows = item.conversions.iter().map(|conversion| match conversion {
        Conversion::Value(variant, payload) => {
            let (variant, payload) = (ident(variant), ty::ty(payload));
            quote!(#variant(#payload),)
        }
        Conversion::Text(variant) => {
            let variant = ident(variant);
            quote!(#variant from text,)
        }
    });
    let name = ident(item.ident);
    let rows: Vec<_> = rows.collect();
    match rows.as_slice() {
        [] => None,
        rows => Some(quote!(wire::from_variants!(#name { #(#rows)* });)),
    }
}
