//! Tests of the runtime, on the code of `target/`: what the emitter has to produce for one
//! endpoint, written by hand.

mod call;
mod client;
mod credentials;
mod error;
mod operation;
mod parameter;
mod support;
mod wire_decode;
mod wire_encode;
mod wire_scalars;
mod wire_union;
mod wire_wide;
