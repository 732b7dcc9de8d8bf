//! Reads an OpenAPI 3.0 document and renders a Rust client crate: text in, file tree out.

pub mod pattern;
