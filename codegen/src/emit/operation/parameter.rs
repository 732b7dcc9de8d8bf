use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::ident::ident;
use crate::emit::ty;
use crate::ir::{Location, Style};
use crate::plan::Argument;
use crate::plan::operation::{Attribute, Row, SetParameter, Target};

/// The description of a parameter.
pub(super) fn row(row: &Row<'_>) -> TokenStream {
    let name = row.name;
    let usual = match row.location {
        Location::Path => quote!(call::path(#name)),
        Location::Query => quote!(call::query(#name)),
        Location::Header => quote!(call::header(#name)),
        Location::Cookie => quote!(call::cookie(#name)),
    };
    let fields = match row.attributes.as_slice() {
        [] => return usual,
        attributes => attributes.iter().map(|it| field(row.location, it)),
    };
    match row.location {
        Location::Path => quote!(call::path_parameter::Path { #(#fields)* ..#usual }),
        Location::Query => quote!(call::query::Query { #(#fields)* ..#usual }),
        Location::Header => quote!(call::header::Header { #(#fields)* ..#usual }),
        Location::Cookie => {
            quote!(call::cookie::Cookie(call::query::Query { #(#fields)* ..#usual.0 }))
        }
    }
}

/// A field that is not the default.
fn field(location: Location, attribute: &Attribute<'_>) -> TokenStream {
    match attribute {
        Attribute::Required => quote!(required: true,),
        Attribute::Style(it) => style(location, *it),
        Attribute::Explode(explode) => quote!(explode: #explode,),
        Attribute::Reserved => match location {
            Location::Query | Location::Cookie => quote!(reserved: true,),
            Location::Path | Location::Header => TokenStream::new(),
        },
        Attribute::Default(value) => quote!(default: Some(#value),),
        Attribute::JsonDefault(value) => quote!(json_default: Some(#value),),
    }
}

fn style(location: Location, style: Style) -> TokenStream {
    match (location, style) {
        (Location::Path, Style::Json) => quote!(style: call::json_path,),
        (Location::Header, Style::Json) => quote!(style: call::json_header,),
        (_, Style::Json) => quote!(style: call::json_query,),
        (_, Style::Label) => quote!(style: call::label,),
        (_, Style::Matrix) => quote!(style: call::matrix,),
        (_, Style::DeepObject) => quote!(style: call::deep_object,),
        (_, Style::SpaceDelimited) => quote!(style: call::space_delimited,),
        (_, Style::PipeDelimited) => quote!(style: call::pipe_delimited,),
        (_, Style::Simple | Style::Form) => TokenStream::new(),
    }
}

pub(super) fn argument(set: &SetParameter<'_>) -> TokenStream {
    let (name, ty) = (ident(set.ident), ty::argument(&set.argument));
    quote!(#name: #ty)
}

/// `call.set("groupId", group_id);`
pub(super) fn set(set: &SetParameter<'_>, call: &TokenStream) -> TokenStream {
    let name = ident(set.ident);
    let convert = set.convert.as_ref().map(|target| {
        let (target, value) = (ty::ty(target), ty::converted(&set.argument, &quote!(#name)));
        quote!(let #name: #target = #value;)
    });
    let value = match set.argument {
        Argument::Reference(_) => quote!(#name),
        Argument::Text => quote!(&#name.as_ref()),
        Argument::Integer(_) => {
            let value = ty::converted(&set.argument, &quote!(#name));
            quote!(&#value)
        }
        Argument::Value(_)
        | Argument::Into(_)
        | Argument::IntoEnum(_)
        | Argument::Items(..)
        | Argument::Entries(..) => quote!(&#name),
    };
    let assign = assign(set.target, call, &value);
    quote!(#convert #assign)
}

/// Sets a parameter; by its position if another one has the same name.
pub(super) fn assign(target: Target<'_>, call: &TokenStream, value: &TokenStream) -> TokenStream {
    match target.position {
        None => {
            let name = target.name;
            quote!(#call.set(#name, #value);)
        }
        Some(position) => {
            let position = Literal::usize_unsuffixed(position);
            quote!(#call.set_at(#position, #value);)
        }
    }
}
