//! The program that has the tests and the examples of several clients as modules, so that it is linked once.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{Client, behaviour, unions};
use workspace_tests::fixtures;
use workspace_tests::workspace::{Workspace, write};

/// The first lines of the program. Its tests use the recording server as this package's other tests do.
const HEAD: &str = "\
#![cfg(test)]
#![allow(clippy::all, clippy::pedantic, reason = \"tests are linted where they are written\")]

extern crate self as workspace_tests;
#[path = \"SUPPORT\"]
mod support {
    pub mod server;
}
pub use support::server;
";

/// What the tests and the server need.
const DEPENDENCIES: &str = r#"
axum = { version = "0.8", default-features = false }
bytes = "1"
chrono = { version = "0.4", default-features = false }
futures-core = "0.3"
http = "1"
http-body-util = "0.1"
hyper = { version = "1", features = ["http1", "server"] }
hyper-util = { version = "0.1", features = ["tokio"] }
jiff = { version = "1", default-features = false, features = ["std"] }
reqwest = { version = "0.13", default-features = false }
rust_decimal = { version = "1", default-features = false }
serde = "1"
serde_json = { version = "1", features = ["preserve_order"] }
time = { version = "0.3", default-features = false }
tokio = { version = "1", features = ["macros", "net", "rt", "time"] }
tower = { version = "0.5", default-features = false, features = ["util"] }
url = "2"
uuid = { version = "1", default-features = false }
"#;

/// A workspace with clients and the program.
pub(super) struct Program {
    workspace: Workspace,
    packages: Vec<String>,
    source: String,
    tested: usize,
}

impl Program {
    /// A program in `folder` of a directory for temporary files.
    pub(super) fn new(folder: &str) -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let support = package.join("support").to_string_lossy().into_owned();
        Self {
            workspace: Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), folder),
            packages: Vec::new(),
            source: HEAD.replace("SUPPORT", &support),
            tested: 0,
        }
    }

    /// Compiles the clients without the lints of clippy.
    pub(super) fn skip_clippy(&mut self) {
        self.workspace.skip_clippy();
    }

    /// How many clients have tests in `behaviour/`.
    pub(super) fn tested(&self) -> usize {
        self.tested
    }

    /// Adds the client of a document, its examples, and the tests of its unions and its behaviour.
    pub(super) fn add(&mut self, name: &str, document: &str) -> io::Result<()> {
        let tests = behaviour(name);
        let tests = tests.exists().then_some(tests);
        self.tested += usize::from(tests.is_some());
        self.add_client(name, document, tests.as_deref())
    }

    /// Adds the client of a document and its examples, and the tests in a file.
    pub(super) fn add_with(&mut self, name: &str, document: &str, tests: &Path) -> io::Result<()> {
        self.add_client(name, document, Some(tests))
    }

    /// Adds for each group of operations a client that has no other one.
    pub(super) fn add_groups(&mut self, name: &str, document: &str) -> io::Result<()> {
        let manifest = fs::read_to_string(self.workspace.member(name).join("Cargo.toml"))?;
        let mut groups = groups(&manifest).into_iter();
        groups.try_for_each(|group| self.add_group(name, document, group))
    }

    /// Adds a client with one of its groups of operations.
    pub(super) fn add_group(&mut self, name: &str, document: &str, group: &str) -> io::Result<()> {
        let package = format!("{name}-{group}");
        let settings = fixtures::own_settings(name);
        let member = self.workspace.add(&package, document, &settings)?;
        only_group(&member.join("Cargo.toml"), group)?;
        self.packages.push(package);
        Ok(())
    }

    /// Adds the client of a fixture with additional default features, and the tests in a file.
    pub(super) fn add_enabled(
        &mut self,
        name: &str,
        document: &str,
        features: &[&str],
        tests: &Path,
    ) -> io::Result<()> {
        let package = format!("{name}-enabled");
        let settings = fixtures::own_settings(name);
        let manifest = self.workspace.add(&package, document, &settings)?;
        let manifest = manifest.join("Cargo.toml");
        let text = fs::read_to_string(&manifest)?;
        let features = features.iter().map(|name| format!("{name:?}"));
        let features = features.collect::<Vec<_>>().join(", ");
        let default = format!("default = [{features}, ");
        write(&manifest, &text.replacen("default = [", &default, 1))?;
        let module = module("values", tests);
        let of = package.replace('-', "_");
        // A `String` takes every write.
        let _ = write!(self.source, "\nmod of_{of} {{\n{module}}}\n");
        self.packages.push(package);
        Ok(())
    }

    fn add_client(&mut self, name: &str, document: &str, tests: Option<&Path>) -> io::Result<()> {
        let member = self
            .workspace
            .add(name, document, &fixtures::own_settings(name))?;
        let library = format!("fixture_{}", name.replace('-', "_"));
        let client = Client::of(document);
        let client = client.ok_or_else(|| io::Error::other(format!("{name} loads")))?;
        let mut modules = String::new();
        if let Some(text) = unions::of(&client, &library) {
            let file = self.source_folder().join(format!("{library}_unions.rs"));
            write(&file, &text)?;
            modules += &module("unions", &file);
        }
        if let Some(tests) = tests {
            modules += &module("behaviour", tests);
        }
        let examples = examples(&member.join("examples"))?;
        // A `String` takes every write.
        let _ = write!(
            self.source,
            "\nmod of_{library} {{\n{modules}    #[allow(dead_code)]\n    \
             #[warn(clippy::all, clippy::pedantic)]\n    mod examples {{\n{examples}    }}\n}}\n"
        );
        self.packages.push(name.to_owned());
        Ok(())
    }

    fn source_folder(&self) -> PathBuf {
        self.workspace.member("program").join("src")
    }

    /// Compiles all clients and runs their tests.
    pub(super) fn run(&self) -> io::Result<()> {
        let mut manifest = format!(
            "[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]{DEPENDENCIES}"
        );
        for package in &self.packages {
            let _ = writeln!(manifest, "fixture-{package}.path = \"../{package}\"");
        }
        write(
            &self.workspace.member("program").join("Cargo.toml"),
            &manifest,
        )?;
        write(&self.source_folder().join("lib.rs"), &self.source)?;
        self.workspace.finish(&["program"])?;
        self.cargo(&["test", "--lib", "--package=program"])
    }

    fn cargo(&self, arguments: &[&str]) -> io::Result<()> {
        self.workspace.cargo(env!("CARGO"), arguments)
    }
}

fn module(name: &str, file: &Path) -> String {
    let path = file.to_string_lossy();
    format!("    #[path = {path:?}]\n    mod {name};\n")
}

/// The examples in a folder as modules.
fn examples(folder: &Path) -> io::Result<String> {
    // A crate without operations has none.
    if !folder.exists() {
        return Ok(String::new());
    }
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    files.sort();
    let modules = files.iter().map(|file| {
        let name = super::stem(&file.to_string_lossy());
        module(&format!("example_{name}"), file)
    });
    Ok(modules.collect())
}

/// The features of groups: those that stand for nothing else but other groups.
fn groups(manifest: &str) -> Vec<&str> {
    let features = manifest.lines().skip_while(|line| *line != "[features]");
    let features = features.take_while(|line| *line != "[dependencies]");
    let features = features.filter_map(|line| line.strip_suffix(']')?.split_once(" = ["));
    features
        .filter(|(name, enabled)| {
            !["default", "test-util"].contains(name) && !enabled.contains(['/', ':'])
        })
        .map(|(name, _)| name)
        .collect()
}

/// Leaves one group in the default features.
fn only_group(manifest: &Path, group: &str) -> io::Result<()> {
    let text = fs::read_to_string(manifest)?;
    let (before, rest) = text.split_once("default = [").unwrap_or_default();
    let (_, after) = rest.split_once(']').unwrap_or_default();
    let default = format!("default = [\"test-util\", \"{group}\"]");
    write(manifest, &[before, &default, after].concat())
}
