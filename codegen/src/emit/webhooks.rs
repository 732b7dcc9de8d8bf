//! `src/webhooks.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::literal::option;
use super::{docs, imports, ty};
use crate::options::{HashEncoding, HashFunction, HmacOptions};
use crate::plan::webhooks::{Event, Selection, Signature, Webhooks};
use crate::plan::{self, Verification};

pub(super) fn emit(webhooks: &Webhooks<'_>) -> TokenStream {
    let imports = imports::emit(&webhooks.imports);
    let variants = webhooks.events.iter().map(variant);
    let selection = selection(&webhooks.selection);
    let rows = webhooks.events.iter().map(|event| {
        let (names, ident, payload) = (&event.names, ident(event.ident), payload(event));
        quote!([#(#names),*] => #ident(#payload),)
    });
    let signature = webhooks.signature.as_ref().map(signature);
    quote! {
        //! Requests that the API sends to a server of the caller.
        //!
        //! [`parse`] decodes a request, whatever received it: it takes the headers and the bytes of the body.
        #imports
        use crate::webhook;
        /// An event that the API reports.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            #(#variants)*
            /// An event that the document does not describe.
            Unknown(crate::UnknownEvent),
        }
        webhook::events!(Event, #selection, { #(#rows)* });
        #signature
    }
}

/// The section of the documentation of the crate. A server is not part of the crate, so the code is only shown.
pub(super) fn section(webhooks: &plan::WebhookSection<'_>) -> Vec<String> {
    let library = &webhooks.library;
    let (verify, verifier) = match webhooks.verification {
        Verification::Known => (
            "    let verifier = webhooks::verifier([secret]);\n    if verifier.verify(&headers, &body).is_err() {\n        \
             return StatusCode::UNAUTHORIZED;\n    }\n",
            VERIFIER,
        ),
        Verification::Unknown => ("", ""),
    };
    let code = format!(
        "```rust,ignore\nuse axum::body::Bytes;\nuse axum::http::{{HeaderMap, StatusCode}};\nuse {library}::webhooks;\n\n\
         async fn receive(headers: HeaderMap, body: Bytes) -> StatusCode {{\n{verify}    \
         match webhooks::parse(&headers, &body) {{\n        \
         Ok(event) => println!(\"{{event:?}}\"),\n        \
         Err(error) => println!(\"{{error}}\"),\n    }}\n    StatusCode::NO_CONTENT\n}}\n```"
    );
    let inferred = webhooks.selection.inferred();
    let inferred = inferred.map(|it| {
        format!("The generator infers the event of a request from the {it}; `header` and `field` below `[webhooks]` in its settings correct that.")
    });
    let text = format!("{WEBHOOKS} {verifier}");
    let pieces = [text.trim_end().to_owned(), code].into_iter();
    pieces.chain(inferred).collect()
}

const WEBHOOKS: &str = "\
The module `webhooks` has an enum of the events that the API reports in requests to a server of yours. `webhooks::parse`
takes the headers and the body, whatever received them; an event that the document does not describe keeps its JSON.";

const VERIFIER: &str = "\
`webhooks::verifier` takes one secret, or several while they are replaced, and verifies signatures with the feature
`webhook-signatures`.";

fn variant(event: &Event<'_>) -> TokenStream {
    let docs = docs::outer(&event.docs);
    let (ident, payload) = (ident(event.ident), payload(event));
    quote!(#docs #ident(#payload),)
}

/// With a path, because a type of the API can be called `Event` as well.
fn payload(event: &Event<'_>) -> TokenStream {
    ty::within(&quote!(types::), &event.payload)
}

fn selection(selection: &Selection<'_>) -> TokenStream {
    let header = option(selection.header.as_ref().map(|it| quote!(#it)));
    let field = option(selection.field.map(|it| quote!(#it)));
    quote!(webhook::Selection { header: #header, field: #field })
}

fn signature(signature: &Signature) -> TokenStream {
    let (ty, value) = match signature {
        Signature::Standard => (
            quote!(webhook::StandardSignature),
            quote!(webhook::StandardSignature),
        ),
        Signature::Stripe => {
            let ty = quote!(webhook::StripeSignature);
            (ty.clone(), quote!(#ty { header: "stripe-signature" }))
        }
        Signature::Hmac(options) => hmac(options),
    };
    quote! {
        #[cfg(feature = "webhook-signatures")]
        static SIGNATURE: #ty = #value;

        /// Verifies that requests come from the API: with one secret, or with several while they are replaced.
        #[cfg(feature = "webhook-signatures")]
        pub fn verifier<S: Into<crate::Secret>>(
            secrets: impl IntoIterator<Item = S>,
        ) -> crate::WebhookVerifier {
            let secrets = secrets.into_iter().map(S::into).collect();
            crate::WebhookVerifier::with_scheme(&SIGNATURE, secrets)
        }
    }
}

fn hmac(options: &HmacOptions) -> (TokenStream, TokenStream) {
    let (header, prefix) = (&options.header, &options.prefix);
    let encoding = match options.encoding {
        HashEncoding::Hex => "hex",
        HashEncoding::Base64 => "base64",
    };
    let hash = match options.hash {
        HashFunction::Sha1 => "sha1",
        HashFunction::Sha256 => "sha256",
        HashFunction::Sha512 => "sha512",
    };
    let ty = quote!(webhook::PlainSignature);
    let value = quote!(#ty {
        header: #header,
        prefix: #prefix,
        encoding: #encoding,
        hash: #hash,
    });
    (ty, value)
}
