//! The method of the request builders whose polls have several pages.

/// Gives a request builder with the method `pages` the method `wait_until_done`: `by_pages!(Builder: Item => Waiter { .. })`.
macro_rules! by_pages {
    ($name:ident: $item:ty => $waiter:expr) => {
        $crate::waiting::polled!(
            $name, ::std::vec::Vec<$item>, call => $crate::waiting::pages($name { call }.pages()), $waiter
        );
    };
}
pub(crate) use by_pages;
