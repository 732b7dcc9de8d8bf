//! Decides everything about the crate: its files, their items, and what each of them contains.
//!
//! The plan is plain data without tokens. It borrows names and texts from the model. `emit` has a template for each kind
//! of item, and decides nothing.

pub(crate) mod client;
pub mod command_line;
mod condition;
mod constants;
mod credentials;
pub mod docs;
pub mod errors;
pub mod example;
mod formats;
mod gate;
mod group;
mod idempotency;
mod imports;
mod installation;
mod lint;
mod model;
pub(crate) mod modules;
pub mod operation;
mod operations;
mod overview;
mod package;
pub mod paging;
pub mod parts;
mod plain;
mod program;
mod quick_start;
mod representation;
mod required;
mod rich;
mod sample;
mod servers;
mod settings;
pub mod streaming;
mod testing;
mod text;
mod ty;
pub mod types;
mod value;
pub mod waiting;
pub mod webhooks;

pub use command_line::CommandLine;
pub use condition::Condition;
pub use constants::{Constants, Envelope, Scheme};
pub use credentials::{Authentication, Environment, Renewal, SchemeVariables};
pub use docs::Doc;
pub use gate::{Cfg, Gate};
pub use group::{Accessor, Group, Index, SharedError};
pub use imports::{Imports, Use};
pub use installation::{Choice, Enabled, Installation, Runtime, Source};
pub use lint::Lint;
pub use model::{Model, Skipped};
pub use modules::{Export, Folder, Kind, Module, Own, Root};
pub use operations::{GroupRow, Listing, OperationRow, OperationStatus, Operations};
pub use overview::{
    Failures, Gap, Iteration, Overview, Section, Verification, Webhooks as WebhookSection,
};
pub use package::{Features, GroupFeature, Grouping, Needed, NeededBy, Target};
pub use program::Program;
pub use required::{Required, RequiredField};
pub use rich::Rich;
pub use servers::{Part, Server, Template, Variable};
pub use ty::{Argument, Box_, Type};
pub use value::{Construct, FieldValue, Value};
pub use webhooks::Webhooks;

use self::client::Client;
use self::parts::Roots;
use crate::diagnostic::Sink;
use crate::ir::Info;
use crate::options::PackageOptions;
use crate::output::MARKER;
use crate::parts::KINDS;

/// A whole client crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Crate<'a> {
    /// The title and the version of the document.
    pub info: &'a Info,
    /// The keys of `[package]`.
    pub package: &'a PackageOptions,
    /// The contents of the crate documentation and the README.
    pub overview: Overview<'a>,
    /// The features.
    pub features: Features<'a>,
    /// The crates on which it depends, in the order of the manifest.
    pub dependencies: Vec<Needed>,
    /// The examples that need features.
    pub targets: Vec<Target<'a>>,
    /// The parts of the runtime.
    pub parts: parts::Selection<'a>,
    /// The files, in order.
    pub files: Vec<File<'a>>,
}

/// A file of the crate.
#[derive(Clone, Debug, PartialEq)]
pub struct File<'a> {
    /// Its path relative to the root of the crate, with `/`.
    pub path: String,
    /// Its contents.
    pub content: Content<'a>,
}

/// The contents of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Content<'a> {
    /// `Cargo.toml`
    Manifest,
    /// `.rustfmt.toml`
    Rustfmt,
    /// `.clippy.toml`
    Clippy,
    /// `README.md`
    Readme,
    /// `src/lib.rs`
    Root(Root<'a>),
    /// `src/constants.rs`
    Constants(Constants<'a>),
    /// A file of the runtime, which is copied.
    Copied(&'static crate::parts::Part),
    /// The module of a folder of the runtime.
    Folder(Folder<'a>),
    /// `src/wire/kinds.rs`
    Kinds(Vec<Kind<'a>>),
    /// A licence.
    License(License),
    /// `src/types/mod.rs`
    TypeIndex(types::Index<'a>),
    /// A module of types.
    Types(types::Module<'a>),
    /// `src/types/patterns.rs`
    Patterns(types::Patterns<'a>),
    /// `src/api/mod.rs`
    Api(Index<'a>),
    /// The operations of a tag.
    Group(Group<'a>),
    /// `src/servers.rs`
    Servers(Vec<Server<'a>>),
    /// A program that calls an operation.
    Program(Program<'a>),
    /// The requests that the server sends.
    Webhooks(Webhooks<'a>),
    /// The example of a test.
    Testing(example::Example<'a>),
    /// The data of the command line.
    CommandLine(Box<CommandLine<'a>>),
    /// The program of the command line.
    Binary(command_line::Settings),
}

/// A licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum License {
    /// Apache License 2.0
    Apache,
    /// MIT License
    Mit,
}

/// Reports what the document and the settings declare and the plan cannot follow.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    credentials::check(model, sink);
    paging::check(model, sink);
    waiting::check(model, sink);
    streaming::check(model, sink);
    idempotency::check(model, sink);
    webhooks::check(model, sink);
    package::check(model, sink);
    command_line::check(model, sink);
}

/// Plans the crate of an API.
#[must_use]
pub fn plan<'a>(model: &Model<'a>) -> Crate<'a> {
    let testing = testing::plan(model);
    let programs = program::plan(model);
    let command_line = command_line::plan(model);
    let shown = command_line.as_ref().and_then(CommandLine::shown);
    let targets = package::targets(testing.as_ref(), &programs, command_line.as_ref());
    let groups = group::all(model);
    let api = group::index(model, &groups);
    let types = types::plan(model);
    let mut constants = constants::plan(model);
    let webhooks = webhooks::plan(model);
    let client = Client::of(model);
    let mut roots = match client {
        Client::Some => parts::roots(&constants, &api, &groups),
        Client::None => Roots::default(),
    };
    roots.command_line(command_line.as_ref());
    let parts = parts::select(roots, &types.modules, webhooks.as_ref());
    constants.envelope = constants::envelope(model, parts.condition("call/envelope.rs"));
    let servers = servers::plan(model);
    let own = own(client, servers.is_some(), webhooks.is_some());
    let mut files = front(modules::root(&parts, client, own));
    files.extend(client.some(File::new("src/constants.rs", Content::Constants(constants))));
    files.push(File::new(
        "src/types/mod.rs",
        Content::TypeIndex(types.index),
    ));
    files.extend(types.modules.into_iter().map(|module| {
        let path = format!("src/types/{}.rs", file_name(module.ident));
        File::new(path, Content::Types(module))
    }));
    let patterns = types.patterns.map(Content::Patterns);
    files.extend(patterns.map(|content| File::new("src/types/patterns.rs", content)));
    files.extend(client.some(operations(api, groups)).into_iter().flatten());
    let servers = client.some(servers).flatten().map(Content::Servers);
    files.extend(servers.map(|content| File::new("src/servers.rs", content)));
    let webhooks = webhooks.map(Content::Webhooks);
    files.extend(webhooks.map(|content| File::new("src/webhooks.rs", content)));
    files.extend(programs.into_iter().map(|program| {
        let path = format!("examples/{}.rs", program.name);
        File::new(path, Content::Program(program))
    }));
    let example = testing.clone().map(Content::Testing);
    files.extend(example.map(|content| File::new("examples/testing.rs", content)));
    files.extend(command_line.into_iter().flat_map(command_line_files));
    let at = files.iter().position(|it| it.path == "src/types/mod.rs");
    let at = at.unwrap_or(files.len());
    files.splice(at..at, runtime(&parts));
    let dependencies = package::dependencies(&parts);
    let features = package::features(model, client, &parts, &dependencies);
    Crate {
        info: &model.api.info,
        package: &model.options.package,
        overview: overview::plan(model, &features, testing, shown, Iteration::of(&parts)),
        features,
        dependencies,
        targets,
        parts,
        files,
    }
}

/// The files of the module `api`.
fn operations<'a>(api: Index<'a>, groups: Vec<Group<'a>>) -> Vec<File<'a>> {
    let index = File::new("src/api/mod.rs", Content::Api(api));
    let groups = groups.into_iter().map(|group| {
        let path = format!("src/api/{}.rs", file_name(group.module));
        File::new(path, Content::Group(group))
    });
    std::iter::once(index).chain(groups).collect()
}

/// The files of the runtime.
fn runtime<'a>(parts: &parts::Selection<'a>) -> Vec<File<'a>> {
    let copied = parts.iter().filter(|(part, _)| part.file != KINDS);
    let copied = copied.map(|(part, _)| (part.file.to_owned(), Content::Copied(part)));
    let folders = modules::folders(parts);
    let folders = folders.map(|(name, it)| (format!("{name}/mod.rs"), Content::Folder(it)));
    let kinds = (KINDS.to_owned(), Content::Kinds(modules::kinds(parts)));
    let files = copied.chain(folders).chain([kinds]);
    files
        .map(|(path, content)| File::new(format!("src/{path}"), content))
        .collect()
}

/// The program of the command line and its data.
fn command_line_files(line: CommandLine<'_>) -> [File<'_>; 2] {
    let program = format!("src/bin/{}.rs", line.name);
    let settings = line.settings;
    let data = Content::CommandLine(Box::new(line));
    [
        File::new(command_line::PATH, data),
        File::new(program, Content::Binary(settings)),
    ]
}

/// The modules of the crate that are not part of the runtime.
fn own(client: Client, has_servers: bool, has_webhooks: bool) -> Vec<Own> {
    let api = client.some(Own::Api);
    let servers = client.some(Own::Servers).filter(|_| has_servers);
    let webhooks = has_webhooks.then_some(Own::Webhooks);
    let own = [api, Some(Own::Types), servers, webhooks];
    own.into_iter().flatten().collect()
}

/// The files that every crate has.
fn front(root: Root<'_>) -> Vec<File<'_>> {
    vec![
        File::new("Cargo.toml", Content::Manifest),
        File::new(".rustfmt.toml", Content::Rustfmt),
        File::new(".clippy.toml", Content::Clippy),
        File::new("README.md", Content::Readme),
        File::new("src/lib.rs", Content::Root(root)),
        File::new("LICENSE-APACHE", Content::License(License::Apache)),
        File::new("LICENSE-MIT", Content::License(License::Mit)),
    ]
}

/// The name of the file of a module, which may be a raw identifier.
fn file_name(module: &str) -> &str {
    module.trim_start_matches("r#")
}

impl<'a> File<'a> {
    fn new(path: impl Into<String>, content: Content<'a>) -> Self {
        Self {
            path: path.into(),
            content,
        }
    }
}

impl<'a> Crate<'a> {
    /// The text that marks a file as generated, with its source. The title is reduced to characters that end neither a
    /// comment nor a string in any language.
    #[must_use]
    pub fn marker(&self) -> String {
        let source: String = format!("{} {}", self.info.title, self.info.version)
            .chars()
            .filter(|c| c.is_alphanumeric() || " ._+".contains(*c))
            .collect();
        let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{MARKER} from {source}; do not edit.")
    }

    /// The ids of operations that start work by inference, each with that of the operation that polls, or
    /// with the header of the URL to poll.
    pub fn inferred_waits(&self) -> impl Iterator<Item = (&str, &str)> {
        let sections = self.overview.sections.iter();
        sections
            .flat_map(|section| match section {
                Section::Waiting(waiting) => waiting.inferred.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// The ids of operations whose pages are inferred from names and types.
    pub fn inferred_pages(&self) -> impl Iterator<Item = &str> {
        let sections = self.overview.sections.iter();
        sections
            .flat_map(|section| match section {
                Section::Pagination(pagination) => pagination.inferred.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// The ids of operations whose flag for a sequence of values is inferred from its name and type.
    pub fn inferred_streams(&self) -> impl Iterator<Item = &str> {
        let sections = self.overview.sections.iter();
        sections
            .flat_map(|section| match section {
                Section::Streams(streams) => streams.inferred.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// How requests of the server tell which event they are about, if that is inferred.
    #[must_use]
    pub fn inferred_webhooks(&self) -> Option<String> {
        let mut sections = self.overview.sections.iter();
        sections.find_map(|section| match section {
            Section::Webhooks(webhooks) => webhooks.selection.inferred(),
            _ => None,
        })
    }

    /// All types of the API.
    pub fn types(&self) -> impl Iterator<Item = &types::Declared<'a>> {
        let modules = self.files.iter().filter_map(|file| match &file.content {
            Content::Types(module) => Some(module),
            _ => None,
        });
        modules.flat_map(|module| &module.types)
    }
}
