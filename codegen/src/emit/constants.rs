//! `src/constants.rs`: what the runtime has to know about the document.

use proc_macro2::TokenStream;
use quote::quote;

use super::condition;
use super::ident::ident;
use super::literal::option;
use crate::ir::KeyLocation;
use crate::options::{EnvelopeOptions, FieldErrorOptions, RetryAfterOptions};
use crate::plan::errors::Errors;
use crate::plan::{Constants, Envelope, Environment, Scheme};

pub(super) fn emit(constants: &Constants<'_>) -> TokenStream {
    let imports = constants.imports.iter().map(|name| ident(name));
    let servers = &constants.servers;
    let schemes = constants.schemes.iter().map(|(name, scheme)| {
        let kind = scheme_kind(scheme);
        quote!(SecurityScheme { name: #name, kind: #kind })
    });
    let error = error(&constants.errors);
    let envelope = constants.envelope.as_ref().map(envelope);
    let imported = constants
        .environment
        .iter()
        .map(|_| quote!(Environment, Variables));
    let environment = constants.environment.as_ref().map(environment);
    quote! {
        #(use crate::auth::environment::{#imported};)*
        use crate::document::{#(#imports),*};
        pub(crate) static DOCUMENT: Document = Document {
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            servers: &[#(#servers),*],
            security_schemes: &[#(#schemes),*],
            error: #error,
        };
        #envelope
        #environment
    }
}

fn scheme_kind(scheme: &Scheme<'_>) -> TokenStream {
    match scheme {
        Scheme::Basic => quote!(SecurityKind::HttpBasic),
        Scheme::Bearer => quote!(SecurityKind::HttpBearer),
        Scheme::Digest => quote!(SecurityKind::HttpDigest),
        Scheme::ApiKey(location, name) => {
            let location = match location {
                KeyLocation::Header => quote!(Header),
                KeyLocation::Query => quote!(Query),
                KeyLocation::Cookie => quote!(Cookie),
            };
            quote!(SecurityKind::ApiKey {
                location: crate::document::ApiKeyLocation::#location,
                name: #name,
            })
        }
        Scheme::ClientCredentials(url, refresh) => {
            let refresh = option(*refresh);
            quote!(SecurityKind::OAuth2ClientCredentials { token_url: #url, refresh_url: #refresh })
        }
        Scheme::OtherOAuth2(url) => {
            let url = option(*url);
            quote!(SecurityKind::OAuth2Other { token_url: #url })
        }
        Scheme::OpenIdConnect => quote!(SecurityKind::OpenIdConnect),
        Scheme::OtherHttp(scheme) => quote!(SecurityKind::HttpOther { scheme: #scheme }),
    }
}

fn error(errors: &Errors<'_>) -> TokenStream {
    let (code, message) = (&errors.code, &errors.message);
    let fields = errors.fields.iter().map(|places| {
        let FieldErrorOptions {
            list,
            field,
            code,
            message,
        } = places;
        quote!(FieldPlaces {
            list: #list,
            field: &[#(#field),*],
            code: &[#(#code),*],
            message: &[#(#message),*],
        })
    });
    let retry_after = errors
        .retry_after
        .map(|RetryAfterOptions { code, pointer }| quote!((#code, #pointer)));
    let retry_after = option(retry_after);
    let rate_limited = option(errors.rate_limited);
    quote!(ErrorPointers {
        code: &[#(#code),*],
        message: &[#(#message),*],
        fields: &[#(#fields),*],
        retry_after: #retry_after,
        rate_limited: #rate_limited,
    })
}

/// The envelope of the operations that have one.
fn envelope(envelope: &Envelope<'_>) -> TokenStream {
    let cfg = condition::outer(&envelope.condition);
    let EnvelopeOptions {
        parameter,
        status,
        content,
    } = envelope.options;
    quote! {
        #cfg
        pub(crate) static ENVELOPE: crate::call::envelope::Envelope = crate::call::envelope::Envelope {
            parameter: #parameter,
            status: #status,
            content: &[#(#content),*],
        };
    }
}

fn environment(environment: &Environment<'_>) -> TokenStream {
    let prefix = environment.prefix;
    let credentials = environment.credentials.iter().map(|variables| {
        let (scheme, names) = (variables.scheme, &variables.names);
        let module = ident(variables.part.module());
        quote!(Variables {
            scheme: #scheme,
            names: &[#(#names),*],
            create: crate::auth::#module::create,
        })
    });
    quote! {
        pub(crate) static ENVIRONMENT: Environment = Environment {
            prefix: #prefix,
            credentials: &[#(#credentials),*],
        };
    }
}
