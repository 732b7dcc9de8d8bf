//! The methods of a list in pages.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::outcomes;
use crate::emit::ident::ident;
use crate::emit::literal::option;
use crate::emit::ty;
use crate::plan::operation::Operation;
use crate::plan::paging::{More, Next, Pages, Presence, Size, Step};

pub(super) fn pages(operation: &Operation<'_>, pages: &Pages<'_>) -> TokenStream {
    let builder = ident(operation.builder);
    let body = outcomes::payload(&operation.payload);
    let item = ty::ty(&pages.item);
    let value = quote!(body);
    let take = match pages.body {
        Presence::Always | Presence::WithStatus => take(&value, &pages.items),
        Presence::Nullable => {
            let inner = take(&value, &pages.items);
            quote!(body.map(|body| #inner))
        }
    };
    let keys = pages.items.iter().map(|step| step.key);
    let next = next(&pages.next);
    let more = option(pages.more.as_ref().map(more));
    let total = option(pages.total.as_deref().map(path));
    quote! {
        paging::paged!(#builder: #body => #item, body => #take, paging::Paging {
            items: &[#(#keys),*],
            next: &#next,
            more: #more,
            total: #total,
        });
    }
}

/// The expression that takes the list out of a value.
fn take(value: &TokenStream, steps: &[Step<'_>]) -> TokenStream {
    let Some((step, rest)) = steps.split_first() else {
        return value.clone();
    };
    let field = ident(step.ident);
    let field = quote!(#value.#field);
    match (step.is_optional, rest) {
        (_, []) => field,
        (true, rest) => {
            let inner = take(&quote!(it), rest);
            quote!(#field.map(|it| #inner))
        }
        (false, rest) => take(&field, rest),
    }
}

fn next(next: &Next<'_>) -> TokenStream {
    match next {
        Next::Number {
            parameter,
            first,
            size,
            pages,
        } => {
            let first = Literal::u64_unsuffixed(*first);
            let (size, pages) = (
                option(size.map(self::size)),
                option(pages.as_deref().map(path)),
            );
            quote!(paging::PageNumber { parameter: #parameter, first: #first, size: #size, pages: #pages })
        }
        Next::Offset {
            parameter,
            first,
            size,
        } => {
            let first = Literal::u64_unsuffixed(*first);
            let size = option(size.map(self::size));
            quote!(paging::Offset { parameter: #parameter, first: #first, size: #size })
        }
        Next::Cursor(parameter, token) => {
            let token = path(token);
            quote!(paging::Cursor { parameter: #parameter, token: #token })
        }
        Next::LastItem(parameter, key) => {
            let key = path(key);
            quote!(paging::LastItem { parameter: #parameter, key: #key })
        }
        Next::Url(url) => {
            let url = path(url);
            quote!(paging::NextUrl { url: #url })
        }
        Next::Link => quote!(paging::NextLink),
    }
}

fn size(size: Size<'_>) -> TokenStream {
    let parameter = size.parameter;
    let [default, max] = [size.default, size.max]
        .map(|number| option(number.map(|it| super::super::literal::number(it.into()))));
    quote!(paging::counted::Size { parameter: #parameter, default: #default, max: #max })
}

fn more(more: &More<'_>) -> TokenStream {
    let (function, keys) = match more {
        More::Flag(keys) => ("flag", keys),
        More::Last(keys) => ("last", keys),
        More::Present(keys) => ("present", keys),
        More::Links(keys) => ("links", keys),
    };
    let (function, keys) = (ident(function), path(keys));
    quote!(paging::#function(#keys))
}

fn path(keys: &[&str]) -> TokenStream {
    quote!(&[#(#keys),*])
}
