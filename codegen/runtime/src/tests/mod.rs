//! Tests of the runtime, on the code of `target/`: what the emitter has to produce for one
//! endpoint, written by hand.

#[cfg(feature = "blocking")]
mod blocking;
mod call;
mod challenge;
mod client;
#[cfg(all(feature = "gzip", feature = "brotli", feature = "zstd"))]
mod compression;
mod credentials;
mod curl;
mod error;
mod events;
mod following;
mod idempotency;
mod interceptor;
mod multipart;
mod opaque_box;
mod operation;
mod outcome;
mod paging;
mod parameter;
mod parameter_table;
mod parameters;
mod refusal;
mod request;
mod retry;
mod script;
mod stream;
mod support;
#[cfg(feature = "test-util")]
mod testing;
#[cfg(feature = "tracing")]
mod trace;
#[cfg(feature = "test-util")]
mod upload;
mod wait;
mod waiting;
#[cfg(feature = "webhook-signatures")]
mod webhook;
mod wire_bounds;
mod wire_decimal;
mod wire_decode;
mod wire_encode;
mod wire_equal;
mod wire_formatted;
mod wire_keyed;
mod wire_memory;
mod wire_named;
mod wire_null;
mod wire_numbers;
#[cfg(all(
    feature = "base64",
    feature = "chrono",
    feature = "jiff",
    feature = "rust_decimal",
    feature = "time",
    feature = "url",
    feature = "uuid"
))]
mod wire_rich;
mod wire_scalars;
mod wire_tuple;
mod wire_union;
mod wire_untagged;
mod wire_wide;
