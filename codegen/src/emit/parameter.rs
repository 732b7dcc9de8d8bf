use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::model::NamedOperation;
use super::type_ref::{borrowed_type, is_copy, rust_type};
use super::{Model, rt};
use crate::ir::{self, EnumValues, Literal, Location, Parameter, Shape, Style, TypeRef};

/// The row of a parameter in the description of its operation.
pub(super) fn row(model: &Model<'_>, parameter: &Parameter) -> TokenStream {
    let name = &parameter.name;
    let location = match parameter.location {
        Location::Path => quote!(path),
        Location::Query => quote!(query),
        Location::Header => quote!(header),
        Location::Cookie => quote!(cookie),
    };
    let default = fallback(model, parameter).map(|value| quote!(.default(#value)));
    let style = (parameter.style != usual_style(parameter.location)).then(|| {
        let style = rt::style(parameter.style);
        quote!(.style(#style))
    });
    let explode = parameter.explode;
    let explode = (explode != (parameter.style == Style::Form)).then(|| quote!(.explode(#explode)));
    quote!(Parameter::#location(#name) #style #explode #default)
}

/// The style of a parameter that does not name one (OpenAPI 3.0.3, *Parameter Object*, `style`).
fn usual_style(location: Location) -> Style {
    match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::Cookie => Style::Form,
    }
}

/// What is sent for a required parameter that the caller did not set: its default, or its only value.
fn fallback(model: &Model<'_>, parameter: &Parameter) -> Option<String> {
    if !parameter.required {
        return None;
    }
    match &parameter.default {
        Some(Literal::String(value) | Literal::Json(value)) => Some(value.clone()),
        Some(Literal::Bool(value)) => Some(value.to_string()),
        Some(Literal::Integer(value)) => Some(value.to_string()),
        Some(Literal::Number(value)) => Some(value.to_string()),
        Some(Literal::Null) | None => only_value(model, &parameter.ty),
    }
}

fn only_value(model: &Model<'_>, ty: &TypeRef) -> Option<String> {
    match model.shape(ty) {
        Some(Shape::Enum(ir::Enum { values })) => match values {
            EnumValues::Strings(values) if values.len() == 1 => Some(values[0].value.clone()),
            EnumValues::Integers(_, values) if values.len() == 1 => {
                Some(values[0].value.to_string())
            }
            _ => None,
        },
        _ => None,
    }
}

/// How an argument or setter takes the value, and the expression that gives it to the call.
pub(super) struct Taken {
    pub(super) ty: TokenStream,
    pub(super) value: TokenStream,
}

pub(super) fn taken(model: &Model<'_>, operation: NamedOperation<'_>, index: usize) -> Taken {
    let ident = operation.parameter(index);
    let ty = match &operation.def.parameters[index].ty {
        TypeRef::Nullable(inner) => inner,
        ty => ty,
    };
    if let Some(Shape::Enum(_)) = model.shape(ty) {
        let rust = rust_type(model, ty);
        return Taken {
            ty: quote!(impl Into<#rust>),
            value: quote!(&#ident.into()),
        };
    }
    let value = if is_copy(model, ty) {
        quote!(&#ident)
    } else {
        quote!(#ident)
    };
    Taken {
        ty: borrowed_type(model, ty),
        value,
    }
}

/// `call.set("groupId", group_id);`
pub(super) fn set(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    index: usize,
    call: &TokenStream,
) -> TokenStream {
    let name = Token::string(&operation.def.parameters[index].name);
    let ident = operation.parameter(index);
    let ty = &operation.def.parameters[index].ty;
    let Taken { value, .. } = taken(model, operation, index);
    if matches!(model.shape(ty), Some(Shape::Enum(_))) {
        // The method is generic: the type says into what the argument is converted.
        let rust = rust_type(model, ty);
        return quote!(#call.set::<#rust>(#name, &#ident.into()););
    }
    quote!(#call.set(#name, #value);)
}
