use proc_macro2::Ident;
use quote::format_ident;

/// A name as a token. The naming stage makes sure that names are valid identifiers.
pub(super) fn ident(name: &str) -> Ident {
    format_ident!("{name}")
}
