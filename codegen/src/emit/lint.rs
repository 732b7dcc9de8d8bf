use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Lint;
use crate::plan::operation::Deprecation;

use super::markdown;

/// The attribute that expects a lint.
pub(super) fn expect(lint: Lint) -> TokenStream {
    match lint {
        Lint::Deprecated => {
            quote!(#[expect(deprecated, reason = "a deprecated property is still part of the value")])
        }
        Lint::ManyParameters => {
            quote!(#[expect(clippy::too_many_arguments, reason = "so many parameters are required")])
        }
        Lint::ManyFlags => {
            quote!(#[expect(clippy::struct_excessive_bools, reason = "so many properties are flags")])
        }
        Lint::ManyFlagParameters => {
            quote!(#[expect(clippy::fn_params_excessive_bools, reason = "so many properties are flags")])
        }
    }
}

/// All of them.
pub(super) fn expect_all(lints: &[Lint]) -> TokenStream {
    lints.iter().copied().map(expect).collect()
}

/// The attribute that deprecates an item.
pub(super) fn deprecated(deprecation: Option<&Deprecation<'_>>) -> Option<TokenStream> {
    let note = match deprecation? {
        Deprecation::Replaced(sentence) => markdown::inline(sentence),
        Deprecation::Sunset(day) => format!("the API stops serving this version on {day}"),
        Deprecation::Operation => "the API deprecates this operation".to_owned(),
        Deprecation::Parameter => "the API deprecates this parameter".to_owned(),
        Deprecation::Property => "the API deprecates this property".to_owned(),
    };
    Some(quote!(#[deprecated(note = #note)]))
}
