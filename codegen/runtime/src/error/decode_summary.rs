//! Decoding errors in the text of an error.

use crate::wire::DecodeError;

/// The kind of error and its path, without details.
pub(crate) fn decode_summary(error: &DecodeError) -> String {
    let what = if error.is_too_large() {
        "the decoded body is too large"
    } else {
        "unexpected body"
    };
    match error.path() {
        "" => what.to_owned(),
        path => format!("{what} at {path}"),
    }
}
