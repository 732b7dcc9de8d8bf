//! Booleans that are true on the last page.

use super::look::{Path, scalar};
use super::table::More;

/// A boolean that is true on the last page.
pub(crate) const fn last(path: Path) -> More {
    More {
        path,
        read: |body, path| Some(!scalar(body, path)?.as_bool()?),
    }
}
