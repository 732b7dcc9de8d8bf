//! Values of JSON without events around them.

use super::framing::Meta;
use crate::net::reply::Reply;
use crate::wire::{Decode, DecodeError};

/// Decodes a value from JSON.
pub(crate) fn json_value<T: Decode>(reply: &Reply, _: Meta) -> Result<T, DecodeError> {
    reply.read_json()
}
