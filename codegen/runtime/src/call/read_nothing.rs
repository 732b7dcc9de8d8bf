//! Responses without a body.

use crate::net::reply::Reply;
use crate::wire::DecodeError;

impl Reply {
    /// Ignores the body.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "every reader has the same signature"
    )]
    pub(crate) fn read_nothing(_: &Self) -> Result<(), DecodeError> {
        Ok(())
    }
}
