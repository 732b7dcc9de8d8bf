//! The network: transports, bodies, responses and limits.

pub(crate) mod assignments;
pub(crate) mod body;
pub(crate) mod body_stream;
pub(crate) mod byte_stream;
pub(crate) mod charset;
pub(crate) mod collect;
pub(crate) mod deadline;
pub(crate) mod limits;
pub(crate) mod media_type;
pub(crate) mod percent;
pub(crate) mod reply;
pub(crate) mod response;
pub(crate) mod retry_after;
pub(crate) mod transport;
