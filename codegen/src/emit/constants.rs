//! `src/constants.rs`: what the runtime has to know about the document.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal::option;
use super::{Model, SourceFile};
use crate::ir::{KeyLocation, OAuthFlow, SchemeKind, Server};
use crate::options::{EnvelopeOptions, RetryAfterOptions};

pub(super) fn emit<'a>(model: &'a Model<'a>) -> SourceFile<'a> {
    SourceFile::rust(model, "src/constants.rs", || file(model))
}

fn file(model: &Model<'_>) -> TokenStream {
    let servers = model.api.servers.iter().map(server);
    let schemes: Vec<_> = model
        .api
        .security_schemes
        .iter()
        .filter_map(|(name, scheme)| {
            let kind = kind(&scheme.kind)?;
            Some(quote!(SecurityScheme { name: #name, kind: #kind }))
        })
        .collect();
    let mut imported = vec![quote!(Document)];
    imported.extend(model.options.envelope.as_ref().map(|_| quote!(Envelope)));
    imported.push(quote!(ErrorPointers));
    let retry_after = model.options.error.retry_after_seconds.as_ref();
    imported.extend(retry_after.map(|_| quote!(RetryAfter)));
    if !schemes.is_empty() {
        imported.extend([quote!(SecurityKind), quote!(SecurityScheme)]);
    }
    let error = error(model);
    let envelope = option(model.options.envelope.as_ref().map(envelope));
    let environment = option(
        model
            .options
            .environment
            .as_ref()
            .map(|options| &*options.prefix),
    );
    quote! {
        use crate::document::{#(#imported),*};
        pub(crate) static DOCUMENT: Document = Document {
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            servers: &[#(#servers),*],
            security_schemes: &[#(#schemes),*],
            error: #error,
            envelope: #envelope,
            environment: #environment,
        };
    }
}

/// The URL with the default of every variable (OpenAPI 3.0.3, *Server Variable Object*).
fn server(server: &Server) -> String {
    server
        .variables
        .iter()
        .fold(server.url.clone(), |url, (name, variable)| {
            url.replace(&format!("{{{name}}}"), &variable.default)
        })
}

/// What a scheme asks for; nothing for one that only the document's authors know how to serve.
fn kind(kind: &SchemeKind) -> Option<TokenStream> {
    Some(match kind {
        SchemeKind::Basic => quote!(SecurityKind::HttpBasic),
        SchemeKind::Bearer => quote!(SecurityKind::HttpBearer),
        SchemeKind::Digest => quote!(SecurityKind::HttpDigest),
        SchemeKind::ApiKey { location, name } => {
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
        SchemeKind::OAuth2(flows) => oauth2(flows),
        SchemeKind::OpenIdConnect { .. } => quote!(SecurityKind::OpenIdConnect),
        SchemeKind::OtherHttp(_) => return None,
    })
}

fn oauth2(flows: &[OAuthFlow]) -> TokenStream {
    let token_url = flows.iter().find_map(|flow| match flow {
        OAuthFlow::ClientCredentials { token_url } => Some(token_url),
        OAuthFlow::Interactive => None,
    });
    token_url.map_or_else(
        || quote!(SecurityKind::OAuth2Other),
        |url| quote!(SecurityKind::OAuth2ClientCredentials { token_url: #url }),
    )
}

fn error(model: &Model<'_>) -> TokenStream {
    let options = &model.options.error;
    let code = option(options.code.as_deref());
    let message = option(options.message.as_deref());
    let retry_after = options.retry_after_seconds.as_ref().map_or_else(
        || quote!(None),
        |RetryAfterOptions { code, pointer }| quote!(Some(RetryAfter { code: #code, pointer: #pointer })),
    );
    let rate_limited = option(options.rate_limited.as_deref());
    quote!(ErrorPointers {
        code: #code,
        message: #message,
        retry_after: #retry_after,
        rate_limited: #rate_limited,
    })
}

fn envelope(options: &EnvelopeOptions) -> TokenStream {
    let EnvelopeOptions {
        parameter,
        status,
        content,
    } = options;
    quote! {
        Envelope {
            parameter: #parameter,
            status: #status,
            content: &[#(#content),*],
        }
    }
}
