//! Reads an OpenAPI 3.0 document and renders a Rust client crate: text in, file tree out.

pub mod analyze;
pub mod diagnostic;
pub mod ir;
pub mod load;
pub mod lower;
pub mod name;
pub mod pattern;
pub mod render;
pub mod resolve;
#[cfg(test)]
mod sample;
pub mod specialize;
