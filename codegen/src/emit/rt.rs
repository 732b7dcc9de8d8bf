//! The only place that knows where the runtime keeps what emitted code uses.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::ident;
use crate::ir::Style;

/// What a file with types needs in scope.
pub(super) fn types_prelude() -> TokenStream {
    quote!(
        use crate::wire;
    )
}

/// What a file with operations needs in scope; of what describes an operation, as much as is used.
pub(super) fn operations_prelude(
    used: &[(bool, &str)],
    has_media_types: bool,
    has_outcomes: bool,
) -> TokenStream {
    let http = if has_media_types {
        quote!(
            use http::{HeaderValue, Method};
        )
    } else {
        quote!(
            use http::Method;
        )
    };
    let outcome = has_outcomes.then(|| {
        quote!(
            use crate::outcome;
        )
    });
    let mut described: Vec<_> = used
        .iter()
        .filter_map(|(is_used, name)| is_used.then_some(*name))
        .chain(["Operation"])
        .collect();
    described.sort_unstable_by_key(|name| (*name != "self", *name));
    let described = described.into_iter().map(ident);
    quote!(
        #http
        use crate::Client;
        use crate::call::{self, Call};
        use crate::operation::{#(#described),*};
        #outcome
    )
}

/// The value of a header, in the scope of [`operations_prelude`].
pub(super) fn header_value(text: &str) -> TokenStream {
    quote!(HeaderValue::from_static(#text))
}

pub(super) fn client() -> TokenStream {
    quote!(crate::Client)
}

pub(super) fn response() -> TokenStream {
    quote!(crate::Response)
}

pub(super) fn error() -> TokenStream {
    quote!(crate::Error)
}

pub(super) fn unknown_response() -> TokenStream {
    quote!(crate::UnknownResponse)
}

pub(super) fn testing() -> TokenStream {
    quote!(crate::testing)
}

pub(super) fn part() -> TokenStream {
    quote!(crate::wire::Part)
}

pub(super) fn json_value() -> TokenStream {
    quote!(serde_json::Value)
}

pub(super) fn decimal() -> TokenStream {
    quote!(crate::wire::Decimal)
}

pub(super) fn secret() -> TokenStream {
    quote!(crate::Secret)
}

pub(super) fn bytes() -> TokenStream {
    quote!(bytes::Bytes)
}

pub(super) fn body() -> TokenStream {
    quote!(crate::Body)
}

/// In the scope of [`operations_prelude`]; by its module, since documents have types of that name.
pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple => quote!(operation::Style::Simple),
        Style::Label => quote!(operation::Style::Label),
        Style::Matrix => quote!(operation::Style::Matrix),
        Style::Form => quote!(operation::Style::Form),
        Style::SpaceDelimited => quote!(operation::Style::SpaceDelimited),
        Style::PipeDelimited => quote!(operation::Style::PipeDelimited),
        Style::DeepObject => quote!(operation::Style::DeepObject),
        Style::Json => quote!(operation::Style::Json),
    }
}
