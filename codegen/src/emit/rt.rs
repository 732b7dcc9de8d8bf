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
pub(super) fn operations_prelude(parameters: bool) -> TokenStream {
    let parameter = parameters.then(|| quote!(, Parameter));
    quote!(
        use crate::call::{Call, Method, Operation #parameter};
        use crate::client::Client;
    )
}

pub(super) fn operation_macro() -> TokenStream {
    quote!(crate::call::operation!)
}

pub(super) fn json_value() -> TokenStream {
    quote!(serde_json::Value)
}

pub(super) fn bytes() -> TokenStream {
    quote!(bytes::Bytes)
}

pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple => quote!(crate::call::Style::Simple),
        Style::Label => quote!(crate::call::Style::Label),
        Style::Matrix => quote!(crate::call::Style::Matrix),
        Style::Form => quote!(crate::call::Style::Form),
        Style::SpaceDelimited => quote!(crate::call::Style::SpaceDelimited),
        Style::PipeDelimited => quote!(crate::call::Style::PipeDelimited),
        Style::DeepObject => quote!(crate::call::Style::DeepObject),
    }
}
