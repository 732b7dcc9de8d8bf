//! How examples prove who is calling.

use proc_macro2::TokenStream;
use quote::quote;

use super::Model;
use super::model::NamedOperation;
use crate::ir::{OAuthFlow, Requirement, SchemeKind};

/// How a program gets credentials for an operation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Authentication {
    /// None are needed.
    Nothing,
    /// From the variables that `Client::from_env` reads.
    Environment,
    /// From a token that the caller has.
    Token,
}

/// Nothing where the crate has no credentials for the operation.
pub(super) fn authentication(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
) -> Option<Authentication> {
    let alternatives = &operation.def.security;
    if alternatives
        .iter()
        .all(|Requirement(schemes)| schemes.is_empty())
    {
        return Some(Authentication::Nothing);
    }
    let any_is = |serves: fn(&SchemeKind) -> bool| {
        let served = |name: &String| {
            let scheme = model.api.security_schemes.get(name);
            scheme.is_some_and(|scheme| serves(&scheme.kind))
        };
        alternatives
            .iter()
            .any(|Requirement(schemes)| schemes.iter().all(served))
    };
    if model.options.environment.is_some() && any_is(|kind| pair(kind).is_some()) {
        Some(Authentication::Environment)
    } else {
        any_is(takes_token).then_some(Authentication::Token)
    }
}

/// The pair of variables, without their prefix, that makes credentials for a scheme.
fn pair(kind: &SchemeKind) -> Option<[&'static str; 2]> {
    let issues = |flow: &OAuthFlow| matches!(flow, OAuthFlow::ClientCredentials { .. });
    match kind {
        SchemeKind::OAuth2(flows) if flows.iter().any(issues) => {
            Some(["CLIENT_ID", "CLIENT_SECRET"])
        }
        SchemeKind::Digest => Some(["PUBLIC_KEY", "PRIVATE_KEY"]),
        _ => None,
    }
}

fn takes_token(kind: &SchemeKind) -> bool {
    matches!(
        kind,
        SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect { .. }
    )
}

impl Authentication {
    /// What has to be imported beside `Client`.
    pub(super) fn import(self) -> Option<TokenStream> {
        (self == Self::Token).then(|| quote!(BearerToken,))
    }

    /// The expression that makes a client; a token comes from `token`, and `base_url` is a call that says where it goes.
    pub(super) fn client(self, base_url: Option<&TokenStream>, token: &TokenStream) -> TokenStream {
        match self {
            Self::Nothing => quote!(Client::builder()#base_url.build()?),
            Self::Environment => quote!(Client::from_env()?),
            Self::Token => quote!(
                Client::builder()
                    #base_url
                    .credentials(BearerToken::new(#token))
                    .build()?
            ),
        }
    }
}

/// What a program with a token reads it from.
pub(super) fn token_variable(model: &Model<'_>) -> String {
    variable(model, "ACCESS_TOKEN")
}

/// What a program reads the base URL from, where the document has none.
pub(super) fn base_url_variable(model: &Model<'_>) -> String {
    variable(model, "BASE_URL")
}

fn variable(model: &Model<'_>, name: &str) -> String {
    match &model.options.environment {
        Some(environment) => format!("{}_{name}", environment.prefix),
        None => name.to_owned(),
    }
}

/// The variables that `Client::from_env` reads for these schemes: pairs, as Markdown.
pub(super) fn variables<'a>(
    model: &Model<'_>,
    kinds: impl Iterator<Item = &'a SchemeKind>,
) -> Vec<String> {
    let Some(environment) = &model.options.environment else {
        return Vec::new();
    };
    let prefix = &environment.prefix;
    kinds
        .filter_map(pair)
        .map(|[first, second]| format!("`{prefix}_{first}` and `{prefix}_{second}`"))
        .collect()
}
