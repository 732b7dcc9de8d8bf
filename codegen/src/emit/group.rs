//! The module `api`.

use proc_macro2::TokenStream;
use quote::quote;

use super::blank::spaced;
use super::ident::ident;
use super::operation::statuses;
use super::{condition, docs, imports, operation};
use crate::plan::{Accessor, Group, Index, SharedError};

/// The file of a tag.
pub(super) fn group(group: &Group<'_>) -> TokenStream {
    let cfg = condition::inner(&group.condition);
    let imports = imports::emit(&group.imports);
    let docs = docs::outer(&group.docs);
    let handle = ident(group.handle);
    let methods = spaced(group.operations.iter().map(operation::method));
    let items = group.operations.iter().map(operation::items);
    quote! {
        #cfg
        #imports
        #docs
        #[derive(Clone, Debug)]
        pub struct #handle { pub(super) client: Client }
        impl #handle { #methods }
        #(#items)*
    }
}

/// `src/api/mod.rs`: what the client and the error offer for this API.
pub(super) fn index(index: &Index<'_>) -> TokenStream {
    let modules = index.modules.iter().map(|(module, ..)| ident(module));
    let exports = index.modules.iter().map(|(module, condition, names)| {
        let cfg = condition::outer(condition);
        let (module, names) = (ident(module), names.iter().map(|name| ident(name)));
        quote!(#cfg pub use self::#module::{#(#names),*};)
    });
    let client = match index.accessors.as_slice() {
        [] => quote!(),
        accessors => {
            let accessors = spaced(accessors.iter().map(accessor));
            quote!(impl crate::Client { #accessors })
        }
    };
    let gated = match index.gated.as_slice() {
        [] => quote!(),
        gated => {
            let rows = gated.iter().map(|(accessor, feature)| {
                let accessor = ident(accessor);
                let message = format!("the feature `{feature}` is disabled");
                quote!(#accessor: #feature #message,)
            });
            quote!(crate::client::disabled!(Client { #(#rows)* });)
        }
    };
    let error = index.error.as_ref().map(error);
    quote!(#(mod #modules;)* #(#exports)* #client #gated #error)
}

fn accessor(accessor: &Accessor<'_>) -> TokenStream {
    let docs = docs::outer(&accessor.docs);
    let cfg = condition::outer(&accessor.condition);
    let (name, handle) = (ident(accessor.ident), ident(accessor.handle));
    quote! {
        #docs
        #cfg
        #[must_use]
        pub fn #name(&self) -> #handle {
            #handle { client: self.clone() }
        }
    }
}

/// The typed body of errors, and the way to answer with it in tests.
fn error(error: &SharedError<'_>) -> TokenStream {
    let docs = docs::outer(&error.docs);
    let body = ident(error.ident);
    let others = error.others.iter().map(|(ids, spans)| {
        let statuses = statuses(spans);
        quote!((#(#ids)|*, #statuses))
    });
    let others: Vec<_> = others.collect();
    let decoded = match others.as_slice() {
        [] => quote!(self.decoded()),
        others => quote! {
            match self.refusal() {
                Some(#(#others)|*) => None,
                _ => self.decoded(),
            }
        },
    };
    quote! {
        impl crate::Error {
            #docs
            #[must_use]
            pub fn api_error(&self) -> Option<&crate::types::#body> {
                #decoded
            }
        }
        #[cfg(feature = "test-util")]
        impl<O> crate::testing::Stub<O> {
            /// Queues a failure with this status and body.
            pub fn fail(&self, status: u16, error: &crate::types::#body) {
                self.reply(crate::testing::Answer::json(status, error));
            }
        }
    }
}
