//! Reads an OpenAPI 3.0 document and renders a Rust client crate: text in, file tree out.

pub mod analyze;
pub mod diagnostic;
pub mod emit;
pub mod ir;
pub mod name;
pub mod options;
pub mod pattern;
pub mod render;
#[cfg(test)]
mod sample;
pub mod specialize;

pub use emit::MARKER;
pub use options::Options;
pub use render::FileTree;
