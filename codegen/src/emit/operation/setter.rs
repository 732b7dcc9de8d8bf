use proc_macro2::TokenStream;
use quote::quote;

use super::{body, parameter};
use crate::emit::ident::ident;
use crate::emit::{docs, lint};
use crate::plan::operation::Setter;

/// A function of a builder.
pub(super) fn emit(setter: &Setter<'_>) -> TokenStream {
    let call = quote!(self.call);
    match setter {
        Setter::Parameter(docs, deprecated, set) => {
            let docs = docs::outer(docs);
            let deprecated = lint::deprecated(deprecated.as_ref());
            let (name, argument) = (ident(set.ident), parameter::argument(set));
            let set = parameter::set(set, &call);
            quote! {
                #docs
                #deprecated
                pub fn #name(mut self, #argument) -> Self {
                    #set
                    self
                }
            }
        }
        Setter::Body(docs, set) => {
            let docs = docs::outer(docs);
            let (name, argument) = (ident(set.ident), body::argument(set));
            let set = body::set(set, &call);
            quote! {
                #docs
                pub fn #name(mut self, #argument) -> Self {
                    #set
                    self
                }
            }
        }
        Setter::OtherBody(docs) => {
            let docs = docs::outer(docs);
            quote! {
                #docs
                pub fn with_body(mut self, content_type: &str, body: impl Into<bytes::Bytes>) -> Self {
                    self.call.other_body(content_type, body.into());
                    self
                }
            }
        }
        Setter::SendAs(docs) => {
            let docs = docs::outer(docs);
            quote! {
                #docs
                pub async fn send_as(
                    self,
                    media_type: &str,
                ) -> Result<crate::Response<bytes::Bytes>, crate::Error> {
                    self.call.send_as(media_type).await
                }
            }
        }
    }
}
