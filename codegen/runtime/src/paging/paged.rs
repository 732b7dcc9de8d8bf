//! The methods of the request builders of lists.

use super::pages::Look;
use crate::net::reply::Reply;
use crate::wire::{DecodeError, Encode};

/// Gives a request builder, a struct with a field `call`, the methods `pages` and `items`: `paged!(Builder: Body => Item,
/// body => body.items, Paging { .. })`. The body is that of `call::operation!`: a type, or `Type, none 204` if it may be
/// missing. The expression takes the items from it.
macro_rules! paged {
    (@ $name:ident, $body:ty, $item:ty, $take:expr, $paging:expr, $read:expr) => {
        impl $name {
            /// Requests the list page by page. Nothing is sent before the first page is polled.
            pub fn pages(self) -> $crate::Pages<$item> {
                static PAGING: $crate::paging::Paging = $paging;
                $crate::Pages::new(self.call, &PAGING, |reply, look| {
                    $crate::paging::read::<$body, _>(reply, look, $read, $take)
                })
            }

            /// Requests the list page by page, and returns the items one by one.
            pub fn items(self) -> $crate::Items<$item> {
                self.pages().items()
            }
        }
    };
    ($name:ident: $body:ty, none $($none:pat)? => $item:ty, $value:ident => $take:expr, $paging:expr) => {
        $crate::paging::paged!(
            @ $name, ::core::option::Option<$body>, $item, |body| body.map(|$value| $take), $paging,
            |reply| reply.read_optional(|_status| false $(|| matches!(_status, $none))?)
        );
    };
    ($name:ident: $body:ty => $item:ty, $value:ident => $take:expr, $paging:expr) => {
        $crate::paging::paged!(
            @ $name, $body, $item, |$value| $take, $paging, $crate::net::reply::Reply::read_json
        );
    };
}
pub(crate) use paged;

/// Decodes a page, shows its body, and takes the items.
pub(crate) fn read<B: Encode, L: List>(
    reply: &Reply,
    look: Look<'_>,
    read: fn(&Reply) -> Result<B, DecodeError>,
    take: fn(B) -> L,
) -> Result<Vec<L::Item>, DecodeError> {
    let body = read(reply)?;
    look(&body);
    Ok(take(body).into_vec())
}

/// A list that may be missing.
pub(crate) trait List {
    type Item;

    fn into_vec(self) -> Vec<Self::Item>;
}

impl<T> List for Vec<T> {
    type Item = T;

    fn into_vec(self) -> Self {
        self
    }
}

impl<L: List> List for Option<L> {
    type Item = L::Item;

    fn into_vec(self) -> Vec<L::Item> {
        self.map(L::into_vec).unwrap_or_default()
    }
}
