use proc_macro2::TokenStream;
use quote::quote;

use super::model::NamedOperation;
use super::type_ref::{is_copy, resolved, rust_type};
use super::{Model, rt};
use crate::ir::{
    Encoding, Location, MediaType, Number, Parameter, Primitive, PropertyEncoding, Reserved, Shape,
    StringFormat, Style, TypeRef,
};

/// The row of a parameter in the description of its operation.
pub(super) fn row(operation: NamedOperation<'_>, index: usize) -> TokenStream {
    let parameter = &operation.def.parameters[index];
    let name = &parameter.name;
    let location = match parameter.location {
        Location::Path => quote!(path),
        Location::Query => quote!(query),
        Location::Header => quote!(header),
        Location::Cookie => quote!(cookie),
    };
    let required = parameter.required && parameter.location != Location::Path;
    let required = required.then(|| quote!(.required()));
    let default = operation.facts.implied[index].as_ref();
    let default = default.map(|value| quote!(.default(#value)));
    let style = has_unusual_style(parameter).then(|| {
        let style = rt::style(parameter.style);
        quote!(.style(#style))
    });
    let explode = parameter.explode;
    let matters = !matches!(parameter.style, Style::DeepObject | Style::Json);
    let is_unusual = explode != (usual_style(parameter.location) == Style::Form);
    let explode = (matters && is_unusual).then(|| quote!(.explode(#explode)));
    let reserved = (parameter.reserved == Reserved::Allowed).then(|| quote!(.reserved()));
    quote!(Parameter::#location(#name) #required #style #explode #reserved #default)
}

/// Rows for the fields of a form that are not written in the usual way.
pub(super) fn styles(media: &MediaType) -> Vec<TokenStream> {
    let rows = styled(media).map(|property| {
        let name = &property.name;
        let style = form_style(property);
        let style = (style != Style::Form).then(|| {
            let style = rt::style(style);
            quote!(.style(#style))
        });
        let explode = property.explode;
        let explode = (!explode).then(|| quote!(.explode(false)));
        let reserved = (property.reserved == Reserved::Allowed).then(|| quote!(.reserved()));
        quote!(Parameter::query(#name) #style #explode #reserved)
    });
    rows.collect()
}

/// How a field of a form is written. A style takes precedence over a media type.
pub(super) fn form_style(property: &PropertyEncoding) -> Style {
    let usual = if property.is_json() {
        Style::Json
    } else {
        Style::Form
    };
    property.style.unwrap_or(usual)
}

/// The fields of a form that the document has a style for, or says to be JSON. Of the two, the style counts.
pub(super) fn styled(media: &MediaType) -> impl Iterator<Item = &PropertyEncoding> {
    let is_form = media.encoding == Encoding::Form;
    let properties = media.properties.iter().filter(move |_| is_form);
    properties.filter(|property| {
        property.style.is_some() || property.is_json() || property.reserved == Reserved::Allowed
    })
}

pub(super) fn has_unusual_style(parameter: &Parameter) -> bool {
    parameter.style != usual_style(parameter.location)
}

/// The style of a parameter that does not name one (OpenAPI 3.0.3, *Parameter Object*, `style`).
fn usual_style(location: Location) -> Style {
    match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::Cookie => Style::Form,
    }
}

/// The type that an argument or setter takes for a parameter.
pub(super) fn argument(model: &Model<'_>, ty: &TypeRef) -> TokenStream {
    match passing(model, ty) {
        Passing::Text => quote!(&str),
        Passing::Copied => rust_type(model, ty),
        Passing::Borrowed => {
            let rust = rust_type(model, ty);
            quote!(&#rust)
        }
        Passing::Converted => {
            let rust = rust_type(model, ty);
            quote!(impl Into<#rust>)
        }
    }
}

/// How a call, which only reads a value, takes it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Passing {
    /// As `&str`.
    Text,
    /// By value, as it is small.
    Copied,
    /// By reference.
    Borrowed,
    /// As anything that converts into it.
    Converted,
}

pub(super) fn passing(model: &Model<'_>, ty: &TypeRef) -> Passing {
    match ty {
        TypeRef::Nullable(inner) => passing(model, inner),
        TypeRef::List(_)
        | TypeRef::Primitive(
            Primitive::Number(Number::Decimal) | Primitive::String(StringFormat::Password),
        ) => Passing::Converted,
        TypeRef::Primitive(Primitive::String(_)) => Passing::Text,
        _ if is_copy(model, ty) => Passing::Copied,
        TypeRef::Named(_) => match (model.shape(ty), resolved(model, ty)) {
            (Some(Shape::Enum(_)), _) => Passing::Converted,
            (_, Some(target)) => passing(model, target),
            _ => Passing::Borrowed,
        },
        _ => Passing::Borrowed,
    }
}

/// `call.set("groupId", group_id);`
pub(super) fn set(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    index: usize,
    call: &TokenStream,
) -> TokenStream {
    let parameter = &operation.def.parameters[index];
    let ident = operation.parameter(index);
    let passing = passing(model, &parameter.ty);
    let convert = (passing == Passing::Converted).then(|| {
        let rust = rust_type(model, &parameter.ty);
        quote!(let #ident: #rust = #ident.into();)
    });
    let value = match passing {
        Passing::Borrowed => quote!(#ident),
        Passing::Text | Passing::Copied | Passing::Converted => quote!(&#ident),
    };
    let set = assign(operation, index, call, &value);
    quote!(#convert #set)
}

/// Gives an expression to a parameter; where two have one name, by their places.
pub(super) fn assign(
    operation: NamedOperation<'_>,
    index: usize,
    call: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let Parameter { name, location, .. } = &operation.def.parameters[index];
    if !operation.facts.shared_names[index] {
        return quote!(#call.set(#name, #value););
    }
    let location = match location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query),
        Location::Header => quote!(Header),
        Location::Cookie => quote!(Cookie),
    };
    quote!(#call.set_in(Location::#location, #name, #value);)
}
