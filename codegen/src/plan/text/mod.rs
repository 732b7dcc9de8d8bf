//! The text form of the plan: a line for each thing, indented under what it belongs to.

mod docs;
mod example;
mod imports;
mod operation;
mod overview;
mod paging;
mod streaming;
mod ty;
mod types;
mod value;
mod waiting;
mod webhooks;

use std::fmt::{self, Display, Formatter};

use super::parts::Selection;
use super::{
    Condition, Constants, Content, Crate, Environment, File, Group, Index, Part, Program, Server,
    Target,
};
use docs::Docs;

impl Display for Crate<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let package = self.package;
        let name = package.name.as_deref().unwrap_or_default();
        writeln!(
            f,
            "crate {name} {}",
            package.version.as_deref().unwrap_or_default()
        )?;
        for feature in &self.features.groups {
            let accessors = feature.accessors.iter().map(|name| format!("{name}()"));
            let accessors: Vec<_> = accessors.collect();
            write!(f, "  feature {}: {}", feature.feature, accessors.join(", "))?;
            if !feature.enables.is_empty() {
                write!(f, " with {}", feature.enables.join(" + "))?;
            }
            writeln!(f)?;
        }
        for shared in &self.features.shared {
            let tags: Vec<_> = shared.tags.iter().copied().collect();
            writeln!(f, "  feature {} with {}", shared.feature, tags.join(" | "))?;
        }
        for target in &self.targets {
            match target {
                Target::Test(features) => {
                    writeln!(f, "  test testing with {}", features.join(" + "))
                }
                Target::Binary(name, features) => {
                    writeln!(f, "  program {name} with {}", features.join(" + "))
                }
                Target::Program(name, features) => {
                    writeln!(f, "  example {name} with {}", features.join(" + "))
                }
            }?;
        }
        write!(f, "{}", self.parts)?;
        write!(f, "{}", self.overview)?;
        let is_copied = |it: &&File<'_>| {
            let content = &it.content;
            matches!(
                content,
                Content::Copied(_) | Content::Folder(_) | Content::Kinds(_)
            )
        };
        let mut own = self.files.iter().filter(|it| !is_copied(it));
        own.try_for_each(|file| write!(f, "\n{file}"))
    }
}

/// The parts that not every crate has.
impl Display for Selection<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut parts = self.optional();
        parts.try_for_each(|(file, condition)| writeln!(f, "  part {file}{condition}"))
    }
}

impl Display for File<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "file {}", self.path)?;
        match &self.content {
            Content::Manifest
            | Content::Rustfmt
            | Content::Clippy
            | Content::Readme
            | Content::License(_)
            | Content::Copied(_)
            | Content::Folder(_)
            | Content::Kinds(_)
            | Content::Binary(_) => Ok(()),
            Content::Root(root) => {
                let own: Vec<_> = root.own.iter().map(|(module, _)| module).collect();
                writeln!(f, "  modules {own:?}")
            }
            Content::Constants(constants) => write!(f, "{constants}"),
            Content::TypeIndex(index) => write!(f, "{index}"),
            Content::Types(module) => write!(f, "{module}"),
            Content::Patterns(patterns) => write!(f, "{patterns}"),
            Content::Api(index) => write!(f, "{index}"),
            Content::Group(group) => write!(f, "{group}"),
            Content::Servers(servers) => {
                servers.iter().try_for_each(|server| write!(f, "{server}"))
            }
            Content::Webhooks(webhooks) => write!(f, "{webhooks}"),
            Content::Program(program) => write!(f, "{program}"),
            Content::Testing(example) => write!(f, "{example}"),
            Content::CommandLine(line) => f.write_str(&line.lines()),
        }
    }
}

impl Display for Condition<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => Ok(()),
            features => write!(f, " if {}", features.join(" | ")),
        }
    }
}

impl Display for Constants<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  use document::{{{}}}", self.imports.join(", "))?;
        for server in &self.servers {
            writeln!(f, "  server {server}")?;
        }
        for (name, scheme) in &self.schemes {
            writeln!(f, "  scheme {name}: {scheme:?}")?;
        }
        if let Some(envelope) = &self.envelope {
            writeln!(f, "  {:?}{}", envelope.options, envelope.condition)?;
        }
        if let Some(environment) = &self.environment {
            writeln!(f, "  environment{environment}")?;
        }
        writeln!(f, "  {:?}", self.errors)
    }
}

/// The variables by scheme.
impl Display for Environment<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut credentials = self.credentials.iter();
        credentials.try_for_each(|variables| {
            let names = variables.names.iter().map(|it| self.full_name(it));
            let names: Vec<_> = names.collect();
            write!(f, " {}={}", variables.scheme, names.join("+"))
        })
    }
}

impl Display for Index<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (module, condition, names) in &self.modules {
            writeln!(f, "  mod {module}{condition}: {}", names.join(", "))?;
        }
        for accessor in &self.accessors {
            let (name, handle) = (accessor.ident, accessor.handle);
            writeln!(f, "  Client::{name}() -> {handle}{}", accessor.condition)?;
            write!(f, "{}", Docs("    ", &accessor.docs))?;
        }
        if let Some(error) = &self.error {
            writeln!(f, "  Error::api_error() -> Option<&{}>", error.ident)?;
            write!(f, "{}", Docs("    ", &error.docs))?;
            for (ids, statuses) in &error.others {
                writeln!(f, "    except {} with {statuses:?}", ids.join(", "))?;
            }
        }
        Ok(())
    }
}

impl Display for Group<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  handle {}{}", self.handle, self.condition)?;
        write!(f, "{}{}", Docs("    ", &self.docs), self.imports)?;
        self.operations
            .iter()
            .try_for_each(|operation| write!(f, "\n{operation}"))
    }
}

impl Display for Server<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Constant(docs, name, url) => {
                write!(f, "  const {name} = {url:?}\n{}", Docs("    ", docs))
            }
            Self::Template(item) => {
                let parts = item.parts.iter().map(|part| match part {
                    Part::Text(text) => format!("{text:?}"),
                    Part::Variable(name) => (*name).to_owned(),
                });
                let parts = parts.collect::<Vec<_>>().join(" + ");
                write!(
                    f,
                    "  struct {} = {parts}\n{}",
                    item.ident,
                    Docs("    ", &item.docs)
                )?;
                for variable in &item.variables {
                    writeln!(f, "    {} = {:?}", variable.ident, variable.default)?;
                    write!(f, "{}", Docs("      ", &variable.docs))?;
                }
                Ok(())
            }
        }
    }
}

impl Display for Program<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let usage = self.usage.join(" ");
        writeln!(
            f,
            "  program {} {usage} for {}{}",
            self.name, self.id, self.condition
        )?;
        writeln!(f, "  credentials {:?}", self.credentials)?;
        writeln!(f, "  client {}", self.setup)?;
        for (local, value) in &self.locals {
            writeln!(f, "  let {local} = {value}")?;
        }
        write!(f, "{}", self.call)
    }
}
