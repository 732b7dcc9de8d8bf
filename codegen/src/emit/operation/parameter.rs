use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::ident;
use crate::emit::ty;
use crate::ir::{Location, Style};
use crate::plan::Argument;
use crate::plan::operation::{Attribute, Row, SetParameter, Target};

/// The description of a parameter.
pub(super) fn row(row: &Row<'_>) -> TokenStream {
    let name = row.name;
    let location = match row.location {
        Location::Path => quote!(path),
        Location::Query => quote!(query),
        Location::Header => quote!(header),
        Location::Cookie => quote!(cookie),
    };
    let attributes = row.attributes.iter().map(|attribute| match attribute {
        Attribute::Required => quote!(.required()),
        Attribute::Style(it) => {
            let style = style(*it);
            quote!(.style(operation::Style::#style))
        }
        Attribute::Explode(explode) => quote!(.explode(#explode)),
        Attribute::Reserved => quote!(.reserved()),
        Attribute::Default(value) => quote!(.default(#value)),
    });
    quote!(Parameter::#location(#name) #(#attributes)*)
}

fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple => quote!(Simple),
        Style::Label => quote!(Label),
        Style::Matrix => quote!(Matrix),
        Style::Form => quote!(Form),
        Style::SpaceDelimited => quote!(SpaceDelimited),
        Style::PipeDelimited => quote!(PipeDelimited),
        Style::DeepObject => quote!(DeepObject),
        Style::Json => quote!(Json),
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
        let target = ty::ty(target);
        quote!(let #name: #target = #name.into();)
    });
    let value = match set.argument {
        Argument::Reference(_) => quote!(#name),
        Argument::Value(_) | Argument::Str | Argument::Into(_) | Argument::IntoEnum(_) => {
            quote!(&#name)
        }
    };
    let assign = assign(set.target, call, &value);
    quote!(#convert #assign)
}

/// Sets a parameter; by location as well if another one has the same name.
pub(super) fn assign(target: Target<'_>, call: &TokenStream, value: &TokenStream) -> TokenStream {
    let name = target.name;
    let location = match target.location {
        None => return quote!(#call.set(#name, #value);),
        Some(Location::Path) => quote!(Path),
        Some(Location::Query) => quote!(Query),
        Some(Location::Header) => quote!(Header),
        Some(Location::Cookie) => quote!(Cookie),
    };
    quote!(#call.set_in(Location::#location, #name, #value);)
}
