//! The only place that knows where the runtime keeps what emitted code uses.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Style;

/// What a file with types needs in scope.
pub(super) fn types_prelude() -> TokenStream {
    quote!(
        use crate::wire;
    )
}

/// What a file with operations needs in scope.
pub(super) fn operations_prelude(parameters: bool, locations: bool) -> TokenStream {
    let mut described = vec![quote!(Operation)];
    described.extend(parameters.then(|| quote!(Parameter)));
    described.extend(locations.then(|| quote!(Location)));
    quote!(
        use http::Method;
        use crate::Client;
        use crate::call::{self, Call};
        use crate::operation::{#(#described),*};
    )
}

pub(super) fn client() -> TokenStream {
    quote!(crate::Client)
}

pub(super) fn error() -> TokenStream {
    quote!(crate::Error)
}

pub(super) fn json_value() -> TokenStream {
    quote!(serde_json::Value)
}

pub(super) fn bytes() -> TokenStream {
    quote!(bytes::Bytes)
}

pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple => quote!(crate::operation::Style::Simple),
        Style::Label => quote!(crate::operation::Style::Label),
        Style::Matrix => quote!(crate::operation::Style::Matrix),
        Style::Form => quote!(crate::operation::Style::Form),
        Style::SpaceDelimited => quote!(crate::operation::Style::SpaceDelimited),
        Style::PipeDelimited => quote!(crate::operation::Style::PipeDelimited),
        Style::DeepObject => quote!(crate::operation::Style::DeepObject),
    }
}
