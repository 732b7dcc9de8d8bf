//! Lists that the server divides into pages.

pub(crate) mod allow_origin;
pub(crate) mod counted;
pub(crate) mod cursor;
pub(crate) mod items;
pub(crate) mod last_item;
pub(crate) mod link_header;
pub(crate) mod look;
pub(crate) mod more_flag;
pub(crate) mod more_last;
pub(crate) mod more_links;
pub(crate) mod more_present;
pub(crate) mod next_link;
pub(crate) mod next_url;
pub(crate) mod offset;
pub(crate) mod page;
pub(crate) mod page_number;
pub(crate) mod paged;
pub(crate) mod pager;
pub(crate) mod pages;
pub(crate) mod send_with;
pub(crate) mod table;
pub(crate) mod take_apart;
pub(crate) mod token;
pub(crate) mod url;

pub(crate) use cursor::Cursor;
pub(crate) use last_item::LastItem;
pub(crate) use more_flag::flag;
pub(crate) use more_last::last;
pub(crate) use more_links::links;
pub(crate) use more_present::present;
pub(crate) use next_link::NextLink;
pub(crate) use next_url::NextUrl;
pub(crate) use offset::Offset;
pub(crate) use page_number::PageNumber;
pub(crate) use paged::{paged, read};
pub(crate) use table::Paging;
