//! Booleans that are true if there is another page.

use super::look::{Path, scalar};
use super::table::More;

/// A boolean that is true if there is another page.
pub(crate) const fn flag(path: Path) -> More {
    More {
        path,
        read: |body, path| scalar(body, path)?.as_bool(),
    }
}
