//! Lists of links.

use super::look::{self, Path, scalar};
use super::table::More;
use crate::wire::encode::View;

/// A list of links, one of which has the relation `next` if there is another page. An empty list tells nothing.
pub(crate) const fn links(path: Path) -> More {
    More {
        path,
        read: has_next,
    }
}

fn has_next(body: View<'_>, path: Path) -> Option<bool> {
    let mut found = None;
    look::list(body, path, &mut |count, item| {
        let mut is_next = false;
        for index in 0..count {
            item(index, &mut |view| {
                let relation = scalar(view, &["rel"]);
                is_next |= relation.is_some_and(|it| it.as_str() == Some("next"));
            });
        }
        found = (count > 0).then_some(is_next);
    });
    found
}
