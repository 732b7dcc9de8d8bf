//! The parts of a list, for polls of all its pages.

use super::pages::{Pages, ReadPage};
use super::table::Paging;
use crate::call::core::Call;

/// The call, its pages, and the decoder of a page.
pub(crate) fn take_apart<T>(pages: Pages<T>) -> (Box<Call>, &'static Paging, ReadPage<T>) {
    (pages.pager.call, pages.pager.paging, pages.read)
}
