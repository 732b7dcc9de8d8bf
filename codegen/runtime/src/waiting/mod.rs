//! Waits for work that the server does after it has answered.

pub(crate) mod allow_origin;
pub(crate) mod argument;
pub(crate) mod begin;
pub(crate) mod by_call;
pub(crate) mod by_pages;
pub(crate) mod deleted;
pub(crate) mod driver;
pub(crate) mod finish;
pub(crate) mod follow;
#[cfg(feature = "cli")]
pub(crate) mod from_data;
pub(crate) mod last_poll;
pub(crate) mod look;
pub(crate) mod monitor;
pub(crate) mod place;
pub(crate) mod poll;
pub(crate) mod poll_call;
pub(crate) mod poll_pages;
pub(crate) mod polled;
pub(crate) mod progress;
pub(crate) mod removed;
pub(crate) mod run;
pub(crate) mod source;
pub(crate) mod started;
pub(crate) mod table;
pub(crate) mod trace;
pub(crate) mod wait;
pub(crate) mod wait_error;

pub(crate) use argument::Argument;
pub(crate) use by_call::by_call;
pub(crate) use by_pages::by_pages;
pub(crate) use deleted::{deleted, gone};
pub(crate) use finish::done;
pub(crate) use follow::{follow, followed};
#[cfg(feature = "cli")]
pub(crate) use from_data::Declared;
pub(crate) use poll_call::call;
pub(crate) use poll_pages::pages;
pub(crate) use polled::{Polled, polled};
pub(crate) use removed::{remove, removed};
pub(crate) use source::Source;
pub(crate) use started::{start, started};
