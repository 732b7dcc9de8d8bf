//! Values that the last page lacks.

use super::look::{Path, scalar};
use super::table::More;

/// A value that is missing, null or empty on the last page.
pub(crate) const fn present(path: Path) -> More {
    More {
        path,
        read: |body, path| Some(scalar(body, path).is_some()),
    }
}
