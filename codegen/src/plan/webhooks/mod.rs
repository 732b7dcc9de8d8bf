//! `src/webhooks.rs`: the requests that the server sends, one enum over all events, and the verification of signatures.

mod check;
mod select;
#[cfg(test)]
mod tests;

pub(crate) use check::check;
pub use select::{Selection, Source};

use super::docs::{Doc, ItemPhrase};
use super::imports::Imports;
use super::model::Model;
use super::ty::Type;
use crate::diagnostic::Pointer;
use crate::options::{HashEncoding, HashFunction, HmacOptions, KnownSignature, SignatureOption};

/// The requests that the server sends.
#[derive(Clone, Debug, PartialEq)]
pub struct Webhooks<'a> {
    /// The names that the file imports.
    pub imports: Imports<'a>,
    /// The variants of the enum.
    pub events: Vec<Event<'a>>,
    /// How a request tells which event it is about.
    pub selection: Selection<'a>,
    /// How requests are signed, if that is known.
    pub signature: Option<Signature>,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a> {
    /// Its place in the document.
    pub origin: &'a Pointer,
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its variant.
    pub ident: &'a str,
    /// Its names in requests, in lower case and without symbols.
    pub names: Vec<String>,
    /// The body.
    pub payload: Type<'a>,
}

/// How requests are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// As Standard Webhooks.
    Standard,
    /// As Stripe.
    Stripe,
    /// By the HMAC of the body, as GitHub does. The name of the header is in lower case.
    Hmac(HmacOptions),
}

/// The requests, if the document has any.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<Webhooks<'a>> {
    let webhooks = &model.api.webhooks;
    if webhooks.is_empty() {
        return None;
    }
    let selection = select::selection(model);
    let events = webhooks.iter().zip(&model.names.webhooks);
    let events = events.map(|(webhook, ident)| Event {
        origin: &webhook.origin,
        docs: Doc::of(&webhook.docs, ItemPhrase::Webhook(&webhook.name)),
        ident,
        names: select::names(model, webhook, &selection),
        payload: model.nullable(&webhook.ty),
    });
    let events: Vec<_> = events.collect();
    Some(Webhooks {
        imports: Imports::of_payloads(events.iter().map(|event| &event.payload)),
        events,
        selection,
        signature: model.options.webhooks.signature.as_ref().map(signature),
    })
}

fn signature(option: &SignatureOption) -> Signature {
    match option {
        SignatureOption::Known(KnownSignature::StandardWebhooks) => Signature::Standard,
        SignatureOption::Known(KnownSignature::Stripe) => Signature::Stripe,
        SignatureOption::Known(KnownSignature::Github) => Signature::Hmac(HmacOptions {
            header: "x-hub-signature-256".to_owned(),
            prefix: "sha256=".to_owned(),
            encoding: HashEncoding::Hex,
            hash: HashFunction::Sha256,
        }),
        SignatureOption::Hmac(options) => Signature::Hmac(HmacOptions {
            header: options.header.to_ascii_lowercase(),
            ..options.clone()
        }),
    }
}
