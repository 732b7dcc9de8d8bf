//! The methods of waits.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::outcomes;
use crate::emit::ident::ident;
use crate::emit::literal::{number, option};
use crate::emit::ty;
use crate::ir::WorkOutcome;
use crate::plan::operation::Operation;
use crate::plan::waiting::{Argument, Deletable, Goal, Place, Polled, Start, Value, Waiter, Work};

/// The poll of a waiter.
pub(super) fn waiter(operation: &Operation<'_>, waiter: &Waiter<'_>) -> TokenStream {
    let builder = ident(operation.builder);
    let constant = ident(operation.constant);
    let (method, body) = match &waiter.polled {
        Polled::Body(payload) => (quote!(by_call), outcomes::payload(payload)),
        Polled::Pages(item) => (quote!(by_pages), ty::ty(item)),
    };
    let deleted = match waiter.deletable {
        Deletable::No => quote!(),
        Deletable::Yes(_) => {
            let body = ty::ty(&waiter.polled.ty());
            quote!(waiting::deleted!(#builder: #body);)
        }
    };
    let items = option(waiter.items);
    let [state, reason] = [&waiter.state, &waiter.reason].map(|it| places(it));
    let (success, failure) = (waiter.success, waiter.failure);
    let states = waiter.deletable.states();
    let [interval, at_most] = [waiter.interval, waiter.at_most].map(|it| number(it.into()));
    quote! {
        waiting::#method!(#builder: #body => waiting::table::Waiter {
            operation: &#constant,
            items: #items,
            state: #state,
            reason: #reason,
            success: &[#(#success),*],
            failure: &[#(#failure),*],
            deleted: &[#(#states),*],
            interval: #interval,
            at_most: #at_most,
        });
        #deleted
    }
}

/// The call that starts work.
pub(super) fn start(operation: &Operation<'_>, start: &Start<'_>) -> TokenStream {
    let builder = ident(operation.builder);
    let poll = ident(start.poll.builder);
    let body = ty::ty(&start.poll.polled.ty());
    let arguments = start.arguments.iter().map(argument);
    let server = option(start.poll.server.as_ref());
    let method = match start.goal {
        Goal::Done => quote!(started),
        Goal::Deleted => quote!(removed),
    };
    quote! {
        waiting::#method!(#builder => crate::api::#poll: #body, #server, &[#(#arguments),*]);
    }
}

/// The call that starts work at a URL of the response.
pub(super) fn work(operation: &Operation<'_>, work: &Work<'_>) -> TokenStream {
    let builder = ident(operation.builder);
    let result = outcomes::payload(&work.result);
    let outcome = match work.outcome {
        WorkOutcome::Usual => "",
        WorkOutcome::Original => "original-uri",
        WorkOutcome::Location => "location",
        WorkOutcome::Status => "status",
    };
    quote!(waiting::followed!(#builder -> #result, #outcome);)
}

fn argument(argument: &Argument<'_>) -> TokenStream {
    let parameter = argument.parameter;
    let (from, places) = match &argument.value {
        Value::Parameter(name) => (quote!(Some(#name)), quote!(&[])),
        Value::Response(list) => (quote!(None), places(list)),
    };
    quote!(waiting::Argument { parameter: #parameter, from: #from, places: #places })
}

fn places(list: &[Place<'_>]) -> TokenStream {
    let list = list.iter().map(|place| {
        let pointer = Literal::string(&place.pointer);
        let variant = option(
            place
                .variant
                .map(|(property, value)| quote!((#property, #value))),
        );
        quote!((#variant, #pointer))
    });
    quote!(&[#(#list),*])
}
