//! The clients, and the workspace that they share with the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use codegen::diagnostic::{Severity, Sink};
use codegen::{FileTree, Generated, Options, Stages};

use super::suite::{Document, OpenApi};
use crate::{workspace, write};

/// A client, or the codes of the errors of its document.
pub(super) struct Client {
    pub(super) document: Document,
    /// The name of the package.
    pub(super) package: String,
    pub(super) result: Result<Stages, Vec<String>>,
}

/// Generates the client of each document.
pub(super) fn generate(documents: Vec<Document>, root: &Path) -> Result<Vec<Client>> {
    let mut trees = BTreeMap::<String, FileTree>::new();
    let mut clients = Vec::new();
    for document in documents {
        let text = fs::read_to_string(&document.path)?;
        // The same client serves both documents.
        let mut package = name(&document, OpenApi::V30);
        let mut generated = run(&text, &package);
        if document.openapi == OpenApi::V31 && trees.get(&package) != generated.tree.as_ref() {
            package = name(&document, OpenApi::V31);
            generated = run(&text, &package);
        }
        let result = match generated.tree {
            Some(tree) => {
                put(&root.join(&package), &tree)?;
                trees.insert(package.clone(), tree);
                stages(&text, &package)
            }
            None => Err(codes(&generated)),
        };
        clients.push(Client {
            document,
            package,
            result,
        });
    }
    Ok(clients)
}

fn run(text: &str, package: &str) -> Generated {
    codegen::generate(text, &options(package))
}

fn stages(text: &str, package: &str) -> Result<Stages, Vec<String>> {
    Stages::run(text, &options(package), &mut Sink::default()).ok_or_else(Vec::new)
}

fn options(package: &str) -> Options {
    let mut options = Options::default();
    options.package.name = Some(package.to_owned());
    options
}

fn codes(generated: &Generated) -> Vec<String> {
    let errors = generated
        .diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error);
    let mut codes: Vec<_> = errors.map(|it| it.code.as_str().to_owned()).collect();
    codes.dedup();
    codes
}

/// The name of the package of a document.
fn name(document: &Document, openapi: OpenApi) -> String {
    let openapi = match openapi {
        OpenApi::V30 => "",
        OpenApi::V31 => "-v31",
    };
    let name = format!("suite-{}-{}{openapi}", document.directory, document.version);
    let name: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let parts: Vec<_> = name.split('-').filter(|it| !it.is_empty()).collect();
    parts.join("-").to_ascii_lowercase()
}

/// Writes a client. Unchanged files keep their modification time, so that Cargo does not compile them again.
fn put(directory: &Path, tree: &FileTree) -> Result<()> {
    let changes = write::compare(directory, tree)?;
    if !changes.occupied.is_empty() {
        bail!("{} has files that were not generated", directory.display());
    }
    changes.apply()
}

/// Writes the workspace: the clients and the program, whose modules have these texts by package.
pub(super) fn write_workspace(
    root: &Path,
    modules: &BTreeMap<String, String>,
    main: &str,
) -> Result<()> {
    let program = root.join("scenarios");
    let source = program.join("src");
    fs::create_dir_all(&source)?;
    let members: Vec<_> = modules
        .keys()
        .map(String::as_str)
        .chain(["scenarios"])
        .collect();
    let profile = "[profile.dev]\ndebug = false\n";
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{profile}");
    text(&root.join("Cargo.toml"), &manifest)?;
    // The versions that are tested in this repository.
    fs::copy(
        workspace::root().join("Cargo.lock"),
        root.join("Cargo.lock"),
    )?;
    text(&program.join("Cargo.toml"), &program_manifest(modules))?;
    let support = workspace::root().join("tests/conformance/support.rs");
    text(&source.join("support.rs"), &fs::read_to_string(support)?)?;
    text(&source.join("main.rs"), main)?;
    for (package, module) in modules {
        text(&module_file(root, package), module)?;
    }
    Ok(())
}

fn program_manifest(modules: &BTreeMap<String, String>) -> String {
    let clients = modules
        .keys()
        .map(|package| format!("{package} = {{ path = \"../{package}\" }}\n"));
    let clients = clients.collect::<Vec<_>>().concat();
    format!(
        "[package]\nname = \"scenarios\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n\
         base64 = \"0.22\"\nbytes = \"1\"\nhttp = \"1\"\nserde = \"1\"\nserde_json = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n{clients}"
    )
}

/// The file of the module of a package.
pub(super) fn module_file(root: &Path, package: &str) -> PathBuf {
    root.join("scenarios/src")
        .join(module_name(package) + ".rs")
}

/// The name of the module of a package.
pub(super) fn module_name(package: &str) -> String {
    format!("of_{}", package.replace('-', "_"))
}

fn text(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|it| it == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
