use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{literal_text, type_docs};
use crate::analyze::Holding;
use crate::emit::boxes::{box_constructor, box_type, box_value};
use crate::emit::docs::{Doc, spaced};
use crate::emit::model::NamedType;
use crate::emit::type_ref::{
    Argument, Presence, is_copy, nullable_type, owned_argument, presence, rust_type,
};
use crate::emit::{Model, literal, markdown};
use crate::ir::{AdditionalProperties, Literal, Primitive, Property, Struct, TypeRef};

/// A property with what Rust calls and makes of it.
struct Field<'a> {
    property: &'a Property,
    ident: Ident,
    /// The type of the value, in a box where the type holds itself.
    value: TokenStream,
    presence: Presence,
    holding: Holding,
}

pub(super) fn emit(model: &Model<'_>, ty: NamedType<'_>, shape: &Struct) -> TokenStream {
    let fields: Vec<_> = (0..shape.properties.len())
        .map(|index| field(model, ty, shape, index))
        .collect();
    let declaration = declaration(model, ty, shape, &fields);
    let constructors = constructors(model, ty, shape, &fields);
    let table = table(ty, shape, &fields);
    quote!(#declaration #constructors #table)
}

fn field<'a>(model: &Model<'_>, ty: NamedType<'_>, shape: &'a Struct, index: usize) -> Field<'a> {
    let property = &shape.properties[index];
    let value = rust_type(model, &property.ty);
    let holding = ty.holding(index);
    Field {
        property,
        ident: ty.member(index),
        value: box_type(holding, value),
        presence: presence(property, ty.facts.in_request),
        holding,
    }
}

impl Field<'_> {
    fn ty(&self) -> TokenStream {
        let value = &self.value;
        match self.presence {
            Presence::Required => value.clone(),
            Presence::Nullable | Presence::Optional => quote!(Option<#value>),
            Presence::Patch => quote!(wire::Patch<#value>),
        }
    }

    fn docs(&self) -> Doc {
        let name = markdown::code(&self.property.name);
        let doc = Doc::of(&self.property.docs, &format!("The property {name}."));
        match &self.property.default {
            Some(default) => doc.paragraph(&format!("Default: {}.", literal_text(default))),
            None => doc,
        }
    }

    fn deprecated(&self) -> Option<TokenStream> {
        self.property
            .deprecated
            .then(|| quote!(#[deprecated(note = "the API deprecates this property")]))
    }

    /// For our own code that touches a deprecated field.
    fn expected(&self) -> Option<TokenStream> {
        self.property.deprecated.then(expect_deprecated)
    }

    /// Whether the type of the field is exactly `bool`.
    fn is_flag(&self) -> bool {
        let flag = TypeRef::Primitive(Primitive::Bool);
        self.presence == Presence::Required && self.property.ty == flag
    }
}

fn declaration(
    model: &Model<'_>,
    ty: NamedType<'_>,
    shape: &Struct,
    fields: &[Field<'_>],
) -> TokenStream {
    let docs = shape
        .constants
        .iter()
        .fold(type_docs(ty), |docs, constant| {
            let (name, value) = (
                markdown::code(&constant.name),
                literal_text(&constant.value),
            );
            docs.paragraph(&format!("The property {name} is always {value}."))
        });
    let docs = docs.outer();
    let ident = ty.ident();
    let default = ty.facts.defaultable.then(|| quote!(, Default));
    let rows = fields.iter().map(|field| {
        let docs = field.docs().outer();
        let deprecated = field.deprecated();
        let (ident, ty) = (&field.ident, field.ty());
        quote!(#docs #deprecated pub #ident: #ty,)
    });
    let rest = match &shape.additional {
        AdditionalProperties::Ignored => None,
        AdditionalProperties::Kept(values) => {
            let rest = ty.rest();
            let values = nullable_type(model, values);
            let entries = box_type(rest_holding(ty, shape), quote!(BTreeMap<String, #values>));
            Some(quote! {
                /// The properties that the document does not name, by key.
                pub #rest: #entries,
            })
        }
    };
    let flags = has_many_flags(fields).then(|| {
        quote!(#[expect(clippy::struct_excessive_bools, reason = "so many properties are flags")])
    });
    quote! {
        #docs
        #[derive(Clone #default)]
        #[non_exhaustive]
        #flags
        pub struct #ident { #(#rows)* #rest }
    }
}

/// `new` with what is required; setters for the rest where a caller builds the value to send it. A response of which
/// nothing is required has `Default` alone.
fn constructors(
    model: &Model<'_>,
    ty: NamedType<'_>,
    shape: &Struct,
    fields: &[Field<'_>],
) -> TokenStream {
    if ty.facts.defaultable && !ty.facts.in_request {
        return TokenStream::new();
    }
    let ident = ty.ident();
    let new = new(model, ty, shape, fields);
    let setters = fields
        .iter()
        .filter(|_| ty.facts.in_request)
        .filter_map(|field| setter(model, field));
    let rest = rest_setter(model, ty, shape).filter(|_| ty.facts.in_request);
    let methods = spaced(std::iter::once(new).chain(setters).chain(rest));
    quote!(impl #ident { #methods })
}

fn new(model: &Model<'_>, ty: NamedType<'_>, shape: &Struct, fields: &[Field<'_>]) -> TokenStream {
    let needed =
        |field: &&Field<'_>| matches!(field.presence, Presence::Required | Presence::Nullable);
    if ty.facts.defaultable {
        return quote! {
            /// Creates the value with nothing set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let arguments = fields.iter().filter(needed).map(|field| {
        let (ident, ty) = (&field.ident, argument_type(model, field));
        quote!(#ident: #ty)
    });
    let values = fields.iter().map(|field| {
        let ident = &field.ident;
        match field.presence {
            Presence::Required | Presence::Nullable => kept(model, field),
            Presence::Optional => quote!(#ident: None),
            Presence::Patch => quote!(#ident: wire::Patch::Absent),
        }
    });
    let rest = matches!(shape.additional, AdditionalProperties::Kept(_)).then(|| {
        let rest = ty.rest();
        let none = box_value(rest_holding(ty, shape), quote!(BTreeMap::new()));
        quote!(#rest: #none,)
    });
    let lints = new_lints(fields, fields.iter().filter(needed).count());
    quote! {
        /// Creates the value from what is required.
        #[must_use]
        #lints
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #rest }
        }
    }
}

fn expect_deprecated() -> TokenStream {
    quote!(#[expect(deprecated, reason = "a deprecated property is still part of the value")])
}

/// Lints that the properties of the document decide about.
fn new_lints(fields: &[Field<'_>], arguments: usize) -> TokenStream {
    let mut deprecated = fields.iter().filter_map(Field::expected);
    let deprecated = deprecated.next();
    let many = (arguments > 7).then(|| {
        quote!(#[expect(clippy::too_many_arguments, reason = "so many properties are required")])
    });
    let flags = has_many_flags(fields).then(|| {
        quote!(#[expect(clippy::fn_params_excessive_bools, reason = "so many properties are flags")])
    });
    quote!(#deprecated #many #flags)
}

fn has_many_flags(fields: &[Field<'_>]) -> bool {
    fields.iter().filter(|field| field.is_flag()).count() > 3
}

/// How the properties without names are held: their place is behind all others.
fn rest_holding(ty: NamedType<'_>, shape: &Struct) -> Holding {
    ty.holding(shape.properties.len())
}

fn argument_type(model: &Model<'_>, field: &Field<'_>) -> TokenStream {
    match owned_argument(model, &field.property.ty) {
        Argument::Value(ty) => ty,
        Argument::Into(ty) => quote!(impl Into<#ty>),
    }
}

/// The field of a struct expression that keeps the argument of the same name.
fn kept(model: &Model<'_>, field: &Field<'_>) -> TokenStream {
    let ident = &field.ident;
    let nullable = field.presence == Presence::Nullable;
    let new = box_constructor(field.holding);
    match (owned_argument(model, &field.property.ty), new) {
        (Argument::Value(_), None) => quote!(#ident),
        (Argument::Value(_), Some(new)) => quote!(#ident: #new(#ident)),
        (Argument::Into(_), None) => quote!(#ident: #ident.into()),
        (Argument::Into(_), Some(new)) if nullable => quote!(#ident: #ident.into().map(#new)),
        (Argument::Into(_), Some(new)) => quote!(#ident: #new(#ident.into())),
    }
}

fn setter(model: &Model<'_>, field: &Field<'_>) -> Option<TokenStream> {
    let ident = &field.ident;
    let (argument, value) = match field.presence {
        Presence::Required | Presence::Nullable => return None,
        Presence::Optional => optional_setter(model, field),
        Presence::Patch => {
            let value = rust_type(model, &field.property.ty);
            let boxed = box_constructor(field.holding).map(|new| quote!(.map(#new)));
            (
                quote!(impl Into<wire::Patch<#value>>),
                quote!(value.into()#boxed),
            )
        }
    };
    let docs = Doc::default()
        .paragraph(&format!("Sets {}.", markdown::code(&field.property.name)))
        .outer();
    let (deprecated, expected) = (field.deprecated(), field.expected());
    Some(quote! {
        #docs
        #[must_use]
        #deprecated
        #expected
        pub fn #ident(mut self, value: #argument) -> Self {
            self.#ident = #value;
            self
        }
    })
}

/// The setter of the properties that the document does not name.
fn rest_setter(model: &Model<'_>, ty: NamedType<'_>, shape: &Struct) -> Option<TokenStream> {
    let AdditionalProperties::Kept(values) = &shape.additional else {
        return None;
    };
    let rest = ty.rest();
    let values = nullable_type(model, values);
    let value = box_value(rest_holding(ty, shape), quote!(value.into()));
    Some(quote! {
        /// Sets the properties that the document does not name.
        #[must_use]
        pub fn #rest(mut self, value: impl Into<BTreeMap<String, #values>>) -> Self {
            self.#rest = #value;
            self
        }
    })
}

fn optional_setter(model: &Model<'_>, field: &Field<'_>) -> (TokenStream, TokenStream) {
    let ty = rust_type(model, &field.property.ty);
    let (argument, value) = if is_copy(model, &field.property.ty) {
        (ty, quote!(value))
    } else {
        (quote!(impl Into<#ty>), quote!(value.into()))
    };
    let value = box_value(field.holding, value);
    (argument, quote!(Some(#value)))
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

/// The table from which the runtime reads and writes the value.
fn table(ty: NamedType<'_>, shape: &Struct, fields: &[Field<'_>]) -> TokenStream {
    let ident = ty.ident();
    let rows = fields.iter().map(|field| {
        let (ident, name) = (&field.ident, &field.property.name);
        let required = field.property.required.then(|| quote!(required));
        quote!(#ident: #name #required,)
    });
    let rest = matches!(shape.additional, AdditionalProperties::Kept(_)).then(|| {
        let rest = ty.rest();
        quote!(..#rest)
    });
    let constants = shape.constants.iter().map(|constant| {
        let (name, value) = (&constant.name, constant_value(&constant.value));
        quote!(#name = #value,)
    });
    quote!(wire::object!(#ident { #(#constants)* #(#rows)* } #rest);)
}
