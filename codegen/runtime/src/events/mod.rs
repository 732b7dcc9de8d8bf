//! Responses that are sequences of values.

pub(crate) mod append;
pub(crate) mod body_flag;
pub(crate) mod event;
pub(crate) mod evented;
pub(crate) mod framing;
pub(crate) mod json_event;
pub(crate) mod json_value;
pub(crate) mod lines;
pub(crate) mod open;
pub(crate) mod parameter_flag;
pub(crate) mod reader;
pub(crate) mod reconnection;
pub(crate) mod sequence;
pub(crate) mod server_sent;
pub(crate) mod stream;
pub(crate) mod table;
pub(crate) mod text_event;
pub(crate) mod whole_event;

pub(crate) use body_flag::BodyFlag;
pub(crate) use evented::evented;
pub(crate) use json_event::json_event;
pub(crate) use json_value::json_value;
pub(crate) use lines::lines;
pub(crate) use open::send;
pub(crate) use parameter_flag::ParameterFlag;
pub(crate) use sequence::sequence;
pub(crate) use server_sent::server_sent;
pub(crate) use table::Streaming;
pub(crate) use text_event::text_event;
pub(crate) use whole_event::whole_event;
