//! The table of a struct for XML.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::ident;
use crate::plan::types::{Wrapping, Xml, XmlMember, XmlName, XmlPlace, XmlValue};

pub(super) fn emit(name: &str, form: &Xml<'_>) -> TokenStream {
    let (ident, root) = (ident(name), self::name(form.root));
    let members = form.members.iter().map(member);
    let rest = form.rest.as_ref().map(|rest| {
        let rest = value(rest);
        quote!(.rest(#rest))
    });
    quote! {
        impl wire::Xml for #ident {
            fn xml() -> &'static wire::xml::XmlObject {
                static XML: wire::xml::XmlObject = wire::xml::XmlObject::new(#root, &[#(#members),*]) #rest;
                &XML
            }
        }
    }
}

fn member(member: &XmlMember<'_>) -> TokenStream {
    let (key, name, value) = (member.key, name(member.name), value(&member.value));
    match member.place {
        XmlPlace::Attribute => quote!(wire::xml::XmlMember::attribute(#key, #name, #value)),
        XmlPlace::Element => quote!(wire::xml::XmlMember::element(#key, #name, #value)),
    }
}

fn name(name: XmlName<'_>) -> TokenStream {
    let local = name.local;
    let namespace = name
        .namespace
        .map(|(prefix, uri)| quote!(.of(#prefix, #uri)));
    quote!(wire::xml::XmlName::new(#local) #namespace)
}

fn value(form: &XmlValue<'_>) -> TokenStream {
    match form {
        XmlValue::Text => quote!(wire::xml::XmlValue::Text),
        XmlValue::Boolean => quote!(wire::xml::XmlValue::Boolean),
        XmlValue::Number => quote!(wire::xml::XmlValue::Number),
        XmlValue::Object(object) => {
            let object = ident(object);
            quote!(wire::xml::XmlValue::Object(<#object as wire::Xml>::xml))
        }
        XmlValue::List(item, wrapping, held) => {
            let (item, held) = (name(*item), value(held));
            let wrapped = match wrapping {
                Wrapping::Wrapped => quote!(.wrapped()),
                Wrapping::Bare => quote!(),
            };
            quote!(wire::xml::XmlValue::List(&wire::xml::XmlList::new(#item, #held) #wrapped))
        }
        XmlValue::Map(held) => {
            let held = value(held);
            quote!(wire::xml::XmlValue::Map(&#held))
        }
        XmlValue::Any => quote!(wire::xml::XmlValue::Any),
    }
}
