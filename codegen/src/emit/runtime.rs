//! The modules that join the parts of the runtime.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::condition::{outer, outer_with};
use super::docs::Text;
use super::ident::ident;
use crate::parts::{FOLDERS, Folder, Part, Visibility};
use crate::plan::{Condition, Crate};

/// The `mod` and `pub use` items of the root.
pub(super) fn root(plan: &Crate<'_>) -> TokenStream {
    let folders = folders(plan).map(|folder| {
        let name = ident(folder.name);
        let visibility = (folder.visibility == Visibility::Public).then(|| quote!(pub));
        let cfg = outer_with(folder.feature, &of_folder(plan, folder));
        (folder.name, quote!(#cfg #visibility mod #name;))
    });
    let files = plan.parts.folder("").map(|(part, condition)| {
        let name = ident(part.module());
        let cfg = outer_with(part.feature, condition);
        (part.module(), quote!(#cfg mod #name;))
    });
    // The constants are generated as well.
    let constants = (
        "constants",
        quote!(
            mod constants;
        ),
    );
    let modules: BTreeMap<_, _> = folders.chain(files).chain([constants]).collect();
    let modules = modules.into_values();
    let exports = plan.parts.iter().filter(|(part, _)| !part.root.is_empty());
    let exports = exports.map(|(part, condition)| {
        let path = match part.folder() {
            "" => quote!(),
            folder => {
                let folder = ident(folder);
                quote!(#folder::)
            }
        };
        let module = ident(part.module());
        let items = items(part.root);
        let cfg = outer_with(part.feature, condition);
        quote!(#cfg pub use self::#path #module::#items;)
    });
    quote!(#(#modules)* #(#exports)*)
}

/// The module of a folder.
pub(super) fn module(plan: &Crate<'_>, folder: &Folder) -> TokenStream {
    let docs = Text::default().paragraph(&folder.docs.join("\n")).inner();
    let common = of_folder(plan, folder);
    let cfg = |part: &Part, condition: &Condition<'_>| {
        let feature = part
            .feature
            .filter(|feature| folder.feature != Some(feature));
        // The folder itself has the condition that its files share.
        if *condition == common {
            outer_with(feature, &Condition::default())
        } else {
            outer_with(feature, condition)
        }
    };
    let modules = plan.parts.folder(folder.name).map(|(part, condition)| {
        let (name, cfg) = (ident(part.module()), cfg(part, condition));
        quote!(#cfg pub(crate) mod #name;)
    });
    let exports = plan
        .parts
        .folder(folder.name)
        .flat_map(|(part, condition)| {
            let (name, cfg) = (ident(part.module()), cfg(part, condition));
            let all = [
                (part.public, quote!(pub)),
                (part.internal, quote!(pub(crate))),
            ];
            let all = all.into_iter().filter(|(names, _)| !names.is_empty());
            all.map(move |(names, visibility)| {
                let items = items(names);
                quote!(#cfg #visibility use self::#name::#items;)
            })
        });
    quote!(#docs #(#modules)* #(#exports)*)
}

/// The folders that have a file.
fn folders<'a>(plan: &'a Crate<'_>) -> impl Iterator<Item = &'static Folder> + 'a {
    let has_file = |folder: &&Folder| plan.parts.folder(folder.name).next().is_some();
    FOLDERS.iter().filter(has_file)
}

/// The features with any of which a folder has a file.
fn of_folder<'a>(plan: &Crate<'a>, folder: &Folder) -> Condition<'a> {
    Condition::any(
        plan.parts
            .folder(folder.name)
            .map(|(_, condition)| condition),
    )
}

/// One name, or several in braces.
fn items(names: &[&str]) -> TokenStream {
    let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
    match names.as_slice() {
        [only] => quote!(#only),
        several => quote!({#(#several),*}),
    }
}

/// `src/wire/kinds.rs`: the values that not every API has.
pub(super) fn kinds(plan: &Crate<'_>) -> TokenStream {
    let docs = Text::default()
        .paragraph("Values that not every API has.")
        .inner();
    let kinds = plan.parts.iter();
    let kinds = kinds.filter_map(|(part, condition)| Some((part, part.kind?, condition)));
    let kinds: Vec<_> = kinds.collect();
    let cfgs = kinds.iter().map(|(_, _, condition)| outer(condition));
    let cfgs: Vec<_> = cfgs.collect();
    let imports = kinds.iter().zip(&cfgs).map(|((part, kind, _), cfg)| {
        let (place, file) = kind.place;
        let (read, place) = (ident(kind.read), ident(place));
        let (module, declaring) = (ident(part.module()), ident(file));
        if part.module() == file {
            quote!(#cfg use super::#module::{#place, #read};)
        } else {
            quote!(#cfg use super::#declaring::#place; #cfg use super::#module::#read;)
        }
    });
    let variants = kinds.iter().zip(&cfgs).map(|((_, kind, _), cfg)| {
        let docs = Text::default().paragraph(kind.docs).outer();
        let (variant, place) = (ident(kind.variant), ident(kind.place.0));
        quote!(#docs #cfg #variant(&'a mut dyn #place),)
    });
    let readers = kinds.iter().zip(&cfgs).map(|((_, kind, _), cfg)| {
        let (variant, read) = (ident(kind.variant), ident(kind.read));
        quote!(#cfg (Self::#variant(place), deserializer, trace) => #read(place, deserializer, trace),)
    });
    quote! {
        #docs
        use std::convert::Infallible;
        use serde::de::Deserializer;
        use super::error::Trace;
        #(#imports)*
        /// The destination of a value of a kind that only some APIs use.
        #[non_exhaustive]
        pub enum Kind<'a> {
            /// Accepts nothing.
            Never(&'a Infallible),
            #(#variants)*
        }
        impl Kind<'_> {
            pub(super) fn read<'de, D: Deserializer<'de>>(
                self,
                deserializer: D,
                trace: &mut Trace,
            ) -> Result<(), D::Error> {
                match (self, deserializer, trace) {
                    (Self::Never(never), ..) => match *never {},
                    #(#readers)*
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
