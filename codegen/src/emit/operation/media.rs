//! Which media types a call sends and asks for, and the way to the others that the document has.

use indexmap::IndexSet;
use proc_macro2::TokenStream;
use quote::quote;

use super::{request, written};
use crate::analyze::{Outcome, Success};
use crate::emit::docs::Doc;
use crate::emit::model::NamedOperation;
use crate::emit::{markdown, rt};
use crate::ir::{Encoding, MediaType};

/// What the body of a request is. A range of JSON is sent as plain JSON; any other, such as `image/*`, leaves it to the
/// caller.
pub(super) fn content_type(operation: NamedOperation<'_>) -> Option<&str> {
    let (_, media) = request(operation)?;
    match media.encoding {
        _ if !media.is_range() => Some(&media.range),
        Encoding::Json => Some("application/json"),
        _ => None,
    }
}

/// The media types that a request asks for, JSON first.
pub(super) fn accept(operation: NamedOperation<'_>) -> Option<String> {
    let mut media = read(operation);
    media.sort_by_key(|media| media.encoding != Encoding::Json);
    let ranges: IndexSet<&str> = media.iter().map(|media| media.range.as_str()).collect();
    let ranges: Vec<_> = ranges.into_iter().collect();
    (!ranges.is_empty()).then(|| ranges.join(", "))
}

/// The media types that successes are read in.
fn read(operation: NamedOperation<'_>) -> Vec<&MediaType> {
    match &operation.facts.success {
        Success::Nothing => Vec::new(),
        Success::Body(body) | Success::Optional(body, _) => vec![operation.media(*body)],
        Success::ByStatus(outcomes) => {
            let bodies = outcomes.iter().filter_map(Outcome::body);
            bodies.map(|body| operation.media(body)).collect()
        }
    }
}

/// A setter for bodies in the media types that the call does not write itself.
pub(super) fn other_body(operation: NamedOperation<'_>) -> Option<TokenStream> {
    let (body, _) = request(operation)?;
    let used = written(operation);
    let is_used = |media: &MediaType| used.iter().any(|used| used.range == media.range);
    let content = body.content.iter();
    let others = list(content.filter(|media| !is_used(media) || media.is_range()))?;
    let docs = Doc::default()
        .paragraph("Sends this body, byte for byte, in place of any other.")
        .paragraph(&format!("The document has {others}."))
        .outer();
    let bytes = rt::bytes();
    Some(quote! {
        #docs
        pub fn with_body(mut self, content_type: &str, body: impl Into<#bytes>) -> Self {
            self.call.other_body(content_type, body.into());
            self
        }
    })
}

/// A way to send for the media types that the call does not read itself.
pub(super) fn send_as(operation: NamedOperation<'_>) -> Option<TokenStream> {
    let used = read(operation);
    if used.is_empty() {
        return None;
    }
    let is_read = |media: &MediaType| used.iter().any(|used| used.range == media.range);
    let content = operation
        .def
        .successes()
        .flat_map(|response| &response.content);
    let others: Vec<_> = content
        .filter(|media| !is_read(media) || media.is_range())
        .collect();
    let has_json = others.iter().any(|media| media.encoding == Encoding::Json);
    let others = list(others.into_iter())?;
    let (bytes, response, error) = (rt::bytes(), rt::response(), rt::error());
    let decode = has_json.then_some("[`decode`](crate::Response::decode) reads JSON of it.");
    let docs = Doc::default()
        .paragraph(
            "Sends the request for a response in another media type, which is given as it comes.",
        )
        .paragraph(&format!("The document has {others}."))
        .paragraph(decode.unwrap_or_default())
        .paragraph("# Errors")
        .paragraph("As `send`, but for what a body holds.")
        .outer();
    Some(quote! {
        #docs
        pub async fn send_as(self, media_type: &str) -> Result<#response<#bytes>, #error> {
            self.call.send_as(media_type).await
        }
    })
}

fn list<'a>(media: impl Iterator<Item = &'a MediaType>) -> Option<String> {
    let ranges: IndexSet<&str> = media.map(|media| media.range.as_str()).collect();
    let ranges: Vec<_> = ranges.into_iter().map(markdown::code).collect();
    (!ranges.is_empty()).then(|| ranges.join(", "))
}
