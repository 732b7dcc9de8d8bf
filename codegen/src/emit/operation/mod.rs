//! An operation: a method on the handle of its tag, a description as data, and a builder around the call.

mod body;
mod docs;
mod media;
pub(super) mod outcomes;

use proc_macro2::TokenStream;
use quote::quote;

pub(super) use body::media as written;

use super::docs::{Doc, replacement, spaced};
use super::literal::option;
use super::model::{NamedOperation, ident};
use super::parameter::{self, Passing, passing};
use super::type_ref::{nullable_type, rust_type};
use super::{Model, markdown, rt, testing};
use crate::analyze::{Outcome, Span, Success};
use crate::ir::{
    Encoding, MediaType, Operation, Parameter, PathSegment, PathTemplate, Primitive, RequestBody,
    Requirement, StringFormat, TypeRef,
};
use crate::name::OutcomeNames;

/// What a success carries.
pub(super) enum Payload<'a> {
    Nothing,
    Value(&'a TypeRef),
    /// A value, or nothing: with these statuses, or where there is no body.
    Optional(&'a TypeRef, &'a [Span]),
    Text,
    /// A text that is a secret.
    Secret,
    Bytes,
    /// What the status tells.
    ByStatus(&'a OutcomeNames),
    /// The same, where some of it can be read as a stream.
    StreamedByStatus(&'a OutcomeNames),
}

impl<'a> Payload<'a> {
    pub(super) fn of(operation: NamedOperation<'a>) -> Self {
        match (&operation.facts.success, &operation.names.success) {
            (Success::ByStatus(outcomes), Some(names)) => {
                let mut bodies = outcomes.iter().filter_map(Outcome::body);
                if bodies.any(|body| operation.media(body).encoding != Encoding::Json) {
                    Self::StreamedByStatus(names)
                } else {
                    Self::ByStatus(names)
                }
            }
            (Success::Body(body), _) => Self::of_media(operation.media(*body)),
            (Success::Optional(body, statuses), _) => {
                Self::Optional(&operation.media(*body).ty, statuses)
            }
            (Success::Nothing | Success::ByStatus(_), _) => Self::Nothing,
        }
    }

    pub(super) fn of_media(media: &'a MediaType) -> Self {
        match media.encoding {
            Encoding::Json => Self::Value(&media.ty),
            Encoding::Text if is_secret(&media.ty) => Self::Secret,
            Encoding::Text => Self::Text,
            Encoding::Form | Encoding::Multipart | Encoding::Binary => Self::Bytes,
        }
    }

    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// What the runtime's macro calls it.
    pub(super) fn row(&self, model: &Model<'_>) -> TokenStream {
        match self {
            Self::Nothing => quote!(()),
            Self::Value(ty) => nullable_type(model, ty),
            Self::Optional(ty, statuses) => {
                let (ty, statuses) = (rust_type(model, ty), outcomes::pattern(statuses));
                quote!(#ty, none #statuses)
            }
            Self::StreamedByStatus(names) => {
                let ident = ident(&names.ident);
                quote!(outcome #ident, stream)
            }
            Self::Text => quote!(text),
            Self::Secret => quote!(secret),
            Self::Bytes => quote!(bytes),
            Self::ByStatus(names) => {
                let ident = ident(&names.ident);
                quote!(outcome #ident)
            }
        }
    }
}

/// The request body and the media type that it is sent in.
pub(super) fn request(operation: NamedOperation<'_>) -> Option<(&RequestBody, &MediaType)> {
    let body = operation.def.request_body.as_ref()?;
    Some((body, body.content.get(operation.facts.request?)?))
}

/// Types that the code of an operation mentions.
pub(super) fn mentioned<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
) -> impl Iterator<Item = &'a TypeRef> {
    let model = *model;
    let answers = outcomes::mentioned(operation);
    let body = body::media(operation).into_iter();
    let body = body.filter(|media| body::is_typed(media.encoding));
    let body = body.map(|media| &media.ty);
    let facts = operation.facts;
    let parameters = facts.positional.iter().chain(&facts.optional);
    let parameters = parameters
        .map(move |&index| &operation.def.parameters[index].ty)
        .filter(move |ty| passing(&model, ty) != Passing::Text);
    answers.chain(body).chain(parameters)
}

/// The method on the handle.
pub(super) fn method(model: &Model<'_>, operation: NamedOperation<'_>) -> TokenStream {
    let docs = docs::docs(model, operation).outer();
    let deprecated = operation.def.deprecated.then(|| {
        let note = replacement(&operation.def.docs).or_else(|| {
            let day = operation.def.sunset()?;
            Some(format!("the API stops serving this version on {day}"))
        });
        let note = note.unwrap_or_else(|| "the API deprecates this operation".to_owned());
        quote!(#[deprecated(note = #note)])
    });
    let method = ident(&operation.names.method);
    let builder = ident(&operation.names.builder);
    let constant = ident(&operation.names.constant);
    let positional = &operation.facts.positional;
    let arguments = positional.iter().map(|&index| {
        let name = operation.parameter(index);
        let ty = parameter::argument(model, &operation.def.parameters[index].ty);
        quote!(#name: #ty)
    });
    let body = request(operation).filter(|(body, _)| body.required);
    let body_argument = body.map(|(_, media)| {
        let (name, ty) = (
            ident(&operation.names.body),
            body::ty(model, operation, media),
        );
        quote!(#name: #ty)
    });
    let arguments = arguments.chain(body_argument);
    let call = quote!(call);
    let sets = positional
        .iter()
        .map(|&index| parameter::set(model, operation, index, &call));
    let set_body = body.map(|(_, media)| body::set(model, operation, media, &call));
    let server = operation.def.servers.first().map(|server| {
        let url = server.default_url();
        quote!(call.server(#url);)
    });
    let redirects = outcomes::redirects(operation);
    let many = (positional.len() + 1 + usize::from(body.is_some()) > 7).then(|| {
        quote!(#[expect(clippy::too_many_arguments, reason = "so many parameters are required")])
    });
    let is_changed =
        !positional.is_empty() || body.is_some() || server.is_some() || redirects.is_some();
    let mutable = is_changed.then(|| quote!(mut));
    quote! {
        #docs
        #deprecated
        #many
        pub fn #method(&self, #(#arguments),*) -> #builder {
            let #mutable call = Call::new(&self.client, &#constant);
            #server
            #redirects
            #(#sets)*
            #set_body
            #builder { call }
        }
    }
}

/// Whether a body of text is a secret.
fn is_secret(ty: &TypeRef) -> bool {
    *ty == TypeRef::Primitive(Primitive::String(StringFormat::Password))
}

/// The description of the operation, and the builder.
pub(super) fn items(model: &Model<'_>, operation: NamedOperation<'_>) -> TokenStream {
    let description = description(operation);
    let builder = builder(model, operation);
    let alternatives = body::alternatives(model, operation);
    let outcomes = outcomes::items(model, operation);
    quote!(#description #builder #alternatives #outcomes)
}

fn description(operation: NamedOperation<'_>) -> TokenStream {
    let constant = ident(&operation.names.constant);
    let Operation {
        id, alternative, ..
    } = operation.def;
    let id = match alternative {
        None => id.clone(),
        Some(version) => format!("{id}@{version}"),
    };
    let method = ident(operation.def.method.as_str());
    let path = path(operation);
    let indices = 0..operation.def.parameters.len();
    let parameters = indices.map(|index| parameter::row(operation, index));
    let content_type = option(media::content_type(operation).map(rt::header_value));
    let accept = option(media::accept(operation).as_deref().map(rt::header_value));
    let security = operation
        .def
        .security
        .iter()
        .map(|Requirement(schemes)| quote!(&[#(#schemes),*]));
    quote! {
        static #constant: Operation = Operation {
            id: #id,
            method: Method::#method,
            path: #path,
            parameters: &[#(#parameters),*],
            content_type: #content_type,
            accept: #accept,
            security: &[#(#security),*],
        };
    }
}

/// Whether the description of an operation mentions values of headers.
pub(super) fn has_media_type(operation: NamedOperation<'_>) -> bool {
    media::content_type(operation).is_some() || media::accept(operation).is_some()
}

/// `POST /path` as code.
pub(super) fn request_line(operation: NamedOperation<'_>) -> String {
    let method = operation.def.method.as_str();
    markdown::code(&format!("{method} {}", path(operation)))
}

/// The path template as the document writes it.
fn path(operation: NamedOperation<'_>) -> String {
    let PathTemplate(segments) = &operation.def.path;
    segments
        .iter()
        .map(|segment| match segment {
            PathSegment::Literal(text) => text.clone(),
            PathSegment::Parameter(name) => format!("{{{name}}}"),
        })
        .collect()
}

fn builder(model: &Model<'_>, operation: NamedOperation<'_>) -> TokenStream {
    let builder = ident(&operation.names.builder);
    let docs = Doc::default()
        .paragraph(&format!("A call of {}.", link(model, operation)))
        .outer();
    let setters: Vec<_> = operation
        .facts
        .optional
        .iter()
        .map(|&index| setter(model, operation, index))
        .chain(body::setter(model, operation))
        .chain(media::other_body(operation))
        .chain(media::send_as(operation))
        .collect();
    let implementation = (!setters.is_empty()).then(|| {
        let setters = spaced(setters);
        quote!(impl #builder { #setters })
    });
    let constant = ident(&operation.names.constant);
    let request = testing::request(model, operation);
    let payload = Payload::of(operation).row(model);
    quote! {
        #docs
        #[must_use = "a request is sent only by `send` or `send_with_meta`"]
        #[derive(Clone, Debug)]
        pub struct #builder { call: Box<Call> }
        #implementation
        call::operation!(#constant: #builder(#request) -> #payload);
    }
}

/// A link to the method of the operation.
fn link(model: &Model<'_>, operation: NamedOperation<'_>) -> String {
    let method = &operation.names.method;
    format!(
        "[{}]({}::{})",
        markdown::code(method),
        handle(model, operation),
        // A link to a raw identifier goes without its mark.
        method.trim_start_matches("r#")
    )
}

/// The name of the handle that the operation is a method of.
fn handle<'a>(model: &Model<'a>, operation: NamedOperation<'_>) -> &'a str {
    let names = model.names.tags.get(operation.facts.group);
    names.map_or("", |names| &names.ident)
}

fn setter(model: &Model<'_>, operation: NamedOperation<'_>, index: usize) -> TokenStream {
    let parameter = &operation.def.parameters[index];
    let docs = parameter_docs(parameter).outer();
    let deprecated = parameter
        .deprecated
        .then(|| quote!(#[deprecated(note = "the API deprecates this parameter")]));
    let name = operation.parameter(index);
    let ty = parameter::argument(model, &parameter.ty);
    let set = parameter::set(model, operation, index, &quote!(self.call));
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #name: #ty) -> Self {
            #set
            self
        }
    }
}

fn parameter_docs(parameter: &Parameter) -> Doc {
    let name = markdown::code(&parameter.name);
    let doc = Doc::of(&parameter.docs, &format!("Sets {name}."));
    match &parameter.default {
        Some(default) => {
            let default = super::types::literal_text(default);
            doc.paragraph(&format!("Default: {default}."))
        }
        None => doc,
    }
}
