use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::literal::number;
use super::ty;
use crate::plan::{Construct, FieldValue, Value};

/// The expression that builds a value in code that uses the crate `library`.
pub(super) fn value(library: &str, expression: &Value<'_>) -> TokenStream {
    let value = |inner: &Value<'_>| value(library, inner);
    match expression {
        Value::Bool(literal) => quote!(#literal),
        Value::Integer(literal) => number(*literal),
        Value::Float(literal) => {
            let literal = proc_macro2::Literal::f64_unsuffixed(*literal);
            quote!(#literal)
        }
        Value::Text(literal) => quote!(#literal),
        Value::List(items) => {
            let items = items.iter().map(value);
            quote!(vec![#(#items),*])
        }
        Value::Array(items) => {
            let items = items.iter().map(value);
            quote!([#(#items),*])
        }
        Value::EmptyList(item) => {
            let item = ident(item);
            quote!(Vec::<types::#item>::new())
        }
        Value::Tuple(items) => {
            let items = items.iter().map(value);
            quote!((#(#items),*))
        }
        Value::EmptyMap => quote!(std::collections::BTreeMap::new()),
        Value::Null => quote!(None),
        Value::EmptyObject => quote!(serde_json::json!({})),
        Value::Type(ty, how) => construct(library, ty, how),
        Value::Alternative(body, variant, payload) => {
            let (library, body, variant) = (ident(library), ident(body), ident(variant));
            let payload = value(payload);
            quote!(#library::api::#body::#variant(#payload))
        }
        Value::Into(inner) => applied(&value(inner), &quote!(.into())),
        Value::ToOwned(inner) => applied(&value(inner), &quote!(.to_owned())),
        Value::Boxed(inner) => {
            let inner = value(inner);
            quote!(Box::new(#inner))
        }
        Value::Reference(inner) => {
            let inner = value(inner);
            quote!(&#inner)
        }
        Value::Local(name) => {
            let name = ident(name);
            quote!(#name)
        }
        Value::Word(words, parameter) => {
            let (words, missing) = (ident(words), format!("{parameter} is missing"));
            quote!(#words.next().ok_or(#missing)?)
        }
        Value::Variable(name) => quote!(std::env::var(#name)?),
        Value::Parsed(text) => applied(&value(text), &quote!(.parse()?)),
        Value::ParsedInteger(width, text) => {
            let width = ty::integer(*width);
            applied(&value(text), &quote!(.parse::<#width>()?))
        }
    }
}

/// A value with a call behind it.
fn applied(value: &TokenStream, call: &TokenStream) -> TokenStream {
    quote!(#value #call)
}

/// A value of the type `ty`.
fn construct(library: &str, ty: &str, how: &Construct<'_>) -> TokenStream {
    let value = |inner: &Value<'_>| value(library, inner);
    let ty = ident(ty);
    match how {
        Construct::New(arguments) => {
            let arguments = arguments.iter().map(value);
            quote!(types::#ty::new(#(#arguments),*))
        }
        Construct::NewNamed(required, fields) => {
            let required = ident(required);
            let fields = self::fields(library, fields);
            quote!(types::#ty::new(types::#required { #fields }))
        }
        Construct::Default => quote!(types::#ty::default()),
        Construct::Variant(variant, payload) => {
            let variant = ident(variant);
            let payload = payload.iter().map(|payload| value(payload));
            quote!(types::#ty::#variant #((#payload))*)
        }
        Construct::Static(literal) => {
            let literal = value(literal);
            quote!(types::#ty::from_static(#literal))
        }
        Construct::Unchecked => quote!(types::#ty::new_unchecked("...")),
        Construct::From(inner) => {
            let inner = value(inner);
            quote!(types::#ty::from(#inner))
        }
    }
}

/// The fields in the literal of a struct.
pub(super) fn fields(library: &str, fields: &[FieldValue<'_>]) -> TokenStream {
    let fields = fields.iter().map(|field| match field {
        FieldValue::Value(name, field) => {
            let (name, field) = (ident(name), value(library, field));
            quote!(#name: #field)
        }
        FieldValue::Local(name) => {
            let name = ident(name);
            quote!(#name)
        }
    });
    quote!(#(#fields),*)
}
