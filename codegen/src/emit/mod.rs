//! The plan to source files: a template for each kind of item.
//!
//! Templates decide nothing. They match on enums of the plan, and fill in names and texts. Text of the document reaches
//! the output only as a literal, as documentation, or through a writer that escapes it; never as code.

mod blank;
mod command_line;
mod condition;
mod constants;
mod docs;
mod example;
mod features;
mod group;
mod ident;
mod imports;
mod lib_rs;
mod links;
mod lint;
mod literal;
mod manifest;
mod markdown;
mod marker;
mod operation;
mod overview;
mod printable;
mod program;
mod readme;
mod required;
mod runtime;
mod servers;
mod ty;
mod types;
mod value;
mod webhooks;

use proc_macro2::TokenStream;

use crate::output::{Body, SourceFile};
use crate::plan::{Content, Crate, File};
use marker::Language;

/// Every file of the crate. The Rust of a file is created when it is formatted.
#[must_use]
pub fn emit<'a>(plan: &'a Crate<'a>) -> Vec<SourceFile<'a>> {
    plan.files.iter().map(|it| file(plan, it)).collect()
}

fn file<'a>(plan: &'a Crate<'a>, file: &'a File<'a>) -> SourceFile<'a> {
    let library = || plan.package.library();
    let (language, body) = match &file.content {
        Content::Manifest => (Language::Toml, text(|| manifest::emit(plan))),
        Content::Rustfmt => (Language::Toml, Body::Verbatim(manifest::RUSTFMT)),
        Content::Clippy => (Language::Toml, text(manifest::clippy)),
        Content::Readme => (Language::Markdown, text(|| readme::emit(plan))),
        Content::License(license) => (Language::Plain, Body::Verbatim(manifest::license(*license))),
        Content::Root(root) => rust(|| lib_rs::emit(plan, root)),
        Content::Constants(constants) => rust(|| constants::emit(constants)),
        Content::Copied(part) => (Language::Rust, Body::Verbatim(part.text)),
        Content::Folder(folder) => rust(|| runtime::folder(folder)),
        Content::Kinds(kinds) => rust(|| runtime::kinds(kinds)),
        Content::TypeIndex(index) => rust(|| types::index(index)),
        Content::Types(module) => rust(|| types::module(module)),
        Content::Patterns(patterns) => rust(|| types::patterns(patterns)),
        Content::Api(index) => rust(|| group::index(index)),
        Content::Group(group) => rust(|| group::group(group)),
        Content::Servers(servers) => rust(|| servers::emit(servers)),
        Content::Webhooks(webhooks) => rust(|| webhooks::emit(webhooks)),
        Content::Program(program) => rust(move || program::emit(&library(), program)),
        Content::Testing(example) => rust(|| program::testing(example)),
        Content::CommandLine(line) => (Language::Json, text(|| line.lines())),
        Content::Binary(settings) => rust(move || command_line::binary(&library(), *settings)),
    };
    SourceFile {
        path: file.path.clone(),
        marker: marker::line(plan, language),
        body,
    }
}

fn rust<'a>(tokens: impl Fn() -> TokenStream + Send + Sync + 'a) -> (Language, Body<'a>) {
    (Language::Rust, Body::Rust(Box::new(tokens)))
}

fn text<'a>(text: impl Fn() -> String + Send + Sync + 'a) -> Body<'a> {
    Body::Text(Box::new(text))
}
