//! Pages at other origins than that of the call.

use super::items::Items;
use super::pages::Pages;

impl<T> Pages<T> {
    /// Allows pages at another origin, such as `https://files.example.com`. It receives neither credentials nor the
    /// headers of the call. By default, the URL of a page must have the origin of the call.
    pub fn allow_origin(mut self, origin: &str) -> Self {
        self.pager.allowed.push(origin.to_owned());
        self
    }
}

impl<T> Items<T> {
    /// Allows pages at another origin, as [`Pages::allow_origin`].
    pub fn allow_origin(mut self, origin: &str) -> Self {
        self.pages = self.pages.allow_origin(origin);
        self
    }
}
