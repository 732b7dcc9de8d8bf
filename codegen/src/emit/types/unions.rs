mod untagged;

use proc_macro2::TokenStream;
use quote::quote;

use super::type_docs;
use crate::emit::boxes::box_type;
use crate::emit::docs::Doc;
use crate::emit::model::NamedType;
use crate::emit::type_ref::{integer_type, nullable_type, resolved, rust_type};
use crate::emit::{Model, markdown, rt};
use crate::ir::{Discriminator, Integer, Scalar, Shape, TaggedVariant, TypeRef, Union, Variants};

pub(super) fn emit(model: &Model<'_>, ty: NamedType<'_>, shape: &Union) -> TokenStream {
    match &shape.variants {
        Variants::Tagged(discriminator, variants) => tagged(model, ty, discriminator, variants),
        Variants::Untagged(variants) => untagged::emit(model, ty, variants),
    }
}

/// An enum that is told apart by one property, and open: a tag that the document does not list is kept with its value.
fn tagged(
    model: &Model<'_>,
    ty: NamedType<'_>,
    discriminator: &Discriminator,
    variants: &[TaggedVariant],
) -> TokenStream {
    let types: Vec<_> = variants.iter().map(|tagged| &tagged.variant.ty).collect();
    let tag = markdown::code(&discriminator.property);
    let docs = type_docs(ty)
        .paragraph(&format!("The property {tag} tells the variants apart."))
        .outer();
    let rest_docs = Doc::default()
        .paragraph(&format!(
            "A value that this version of the crate does not know: its {tag} is new or absent."
        ))
        .outer();
    let ident = ty.ident();
    let rest = ty.rest();
    let otherwise = (rest != "Unknown").then(|| quote!(else #rest));
    let property = &discriminator.property;
    let idents: Vec<_> = (0..types.len()).map(|index| ty.member(index)).collect();
    let payloads: Vec<_> = (0..)
        .zip(&types)
        .map(|(index, payload)| held(model, ty, index, payload))
        .collect();
    let variant_docs = variants.iter().map(|tagged| {
        let tags: Vec<_> = tagged.tags().iter().map(|it| markdown::code(it)).collect();
        let doc = Doc::default().paragraph(&tags.join(", "));
        doc.markdown(tagged.variant.docs.description.as_deref())
            .outer()
    });
    let tags = variants.iter().map(tags);
    let conversions = conversions(
        model,
        ty,
        &types.iter().copied().enumerate().collect::<Vec<_>>(),
    );
    quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variant_docs #idents(#payloads),)*
            #rest_docs
            #rest(wire::UnknownVariant),
        }
        wire::tagged_union!(#ident, #property { #(#idents(#payloads) #tags,)* } #otherwise);
        #conversions
    }
}

/// The values of the discriminator in the table: `= "a"`, or those of a union that writes them itself.
fn tags(variant: &TaggedVariant) -> TokenStream {
    let (tag, nested) = (&variant.tag, &variant.nested);
    if nested.is_empty() {
        quote!(= #tag)
    } else {
        quote!(in #(#nested)|*)
    }
}

/// What a variant holds.
fn held(model: &Model<'_>, ty: NamedType<'_>, index: usize, payload: &TypeRef) -> TokenStream {
    let payload = nullable_type(model, payload);
    box_type(ty.holding(index), payload)
}

/// `From` for payloads that stand in one variant only, under whatever alias; for others it would not say which. `types`
/// are those of the variants that are nothing but a value of the type.
fn conversions(
    model: &Model<'_>,
    ty: NamedType<'_>,
    types: &[(usize, &TypeRef)],
) -> Option<TokenStream> {
    let targets: Vec<_> = types
        .iter()
        .map(|(_, ty)| without_aliases(model, ty).to_string())
        .collect();
    let rows: Vec<_> = targets
        .iter()
        .zip(types)
        .filter(|(target, _)| targets.iter().filter(|other| other == target).count() == 1)
        .map(|(target, (index, payload))| {
            let payload = nullable_type(model, payload);
            let variant = ty.member(*index);
            // What takes a string takes a literal.
            let is_text = target == "String" || *target == rt::secret().to_string();
            let literal = is_text.then(|| quote!(, #variant(&str)));
            quote!(#variant(#payload) #literal)
        })
        .collect();
    let ident = ty.ident();
    (!rows.is_empty()).then(|| quote!(wire::from_variants!(#ident { #(#rows,)* });))
}

/// A type as the compiler sees it.
fn without_aliases(model: &Model<'_>, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::List(item) => {
            let item = without_aliases(model, item);
            quote!(Vec<#item>)
        }
        TypeRef::Tuple(positions) => {
            let positions = positions.iter().map(|it| without_aliases(model, it));
            quote!((#(#positions),*))
        }
        TypeRef::Map(value) => {
            let value = without_aliases(model, value);
            quote!(BTreeMap<String, #value>)
        }
        TypeRef::Nullable(inner) => {
            let inner = without_aliases(model, inner);
            quote!(Option<#inner>)
        }
        TypeRef::Named(_) => match (resolved(model, ty), model.shape(ty)) {
            (Some(target), _) => without_aliases(model, target),
            // A number without a type of its own.
            (None, Some(Shape::Scalar(Scalar::Integer(_, width @ Integer::U64)))) => {
                integer_type(*width)
            }
            _ => rust_type(model, ty),
        },
        TypeRef::Primitive(_) | TypeRef::Any => rust_type(model, ty),
    }
}
