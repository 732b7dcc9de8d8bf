//! The model to source files: one emitter for each artefact.
//!
//! Emitters compute nothing. They choose a template by an enum of the IR, and fill it with names that were assigned
//! and facts that were found before. Text of the document reaches the output only as a literal, as documentation,
//! or through a writer that escapes it; never as code.

mod api;
mod boxes;
mod constants;
mod credentials;
mod docs;
mod example;
mod features;
mod file;
mod lib_rs;
mod literal;
mod manifest;
mod markdown;
mod model;
mod operation;
mod overview;
mod parameter;
mod printable;
mod programs;
mod quick_start;
mod readme;
mod rt;
mod runtime;
mod sample;
mod servers;
mod tag;
mod testing;
mod type_ref;
mod types;

pub use file::{Body, MARKER, SourceFile};
pub use model::Model;

/// Every file of the client crate, in a fixed order. The Rust of a file is made when it is formatted.
#[must_use]
pub fn emit<'a>(model: &'a Model<'a>) -> Vec<SourceFile<'a>> {
    let mut files = vec![
        manifest::emit(model),
        manifest::rustfmt(model),
        manifest::clippy(model),
        readme::emit(model),
        lib_rs::emit(model),
        constants::emit(model),
    ];
    files.extend(manifest::licenses());
    files.extend(runtime::files(model));
    files.extend(types::emit(model));
    files.push(api::emit(model));
    files.extend(tag::emit(model));
    files.extend(servers::emit(model));
    files.extend(programs::emit(model));
    files.extend(testing::emit(model));
    files
}
