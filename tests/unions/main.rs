//! Every union of a document, variant by variant, as its client reads and writes it.
//!
//! A program is written for each document and runs against the document's client. For each variant of each union it
//! reads a value that the document allows, sees which variant that is, and compares what goes back out; then it does the same
//! with a value that is no variant.

mod json;
mod program;
mod survey;

use std::path::Path;
use std::{fs, io};

use self::survey::Counts;
use codegen::analyze::Facts;
use codegen::diagnostic::Sink;
use codegen::ir::Api;
use codegen::name::Names;
use codegen::{Options, Stages};
use workspace_tests::documents::{self, Document};
use workspace_tests::workspace::{Workspace, write};

/// What a document means, and what its client calls it.
struct Client {
    api: Api,
    facts: Facts,
    names: Names,
}

impl Client {
    /// Nothing for a document that does not load.
    fn of(document: &str) -> Option<Self> {
        let options = Options::default();
        let Stages {
            api, facts, names, ..
        } = Stages::run(document, &options, &mut Sink::default())?;
        Some(Self { api, facts, names })
    }
}

/// Runs the programs of these documents, in one folder.
fn run(folder: &str, documents: &[Document]) -> io::Result<()> {
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), folder);
    for Document { file, text } in documents {
        let name = Path::new(file)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let client = Client::of(text).ok_or_else(|| io::Error::other(format!("{file} loads")))?;
        let Some(program) = program::of(&client, &format!("fixture_{}", name.replace('-', "_")))
        else {
            continue;
        };
        let member = workspace.add(&name, text)?;
        write(&member.join("tests/unions.rs"), &program)?;
    }
    workspace.finish()?;
    let arguments = "test --workspace --test=unions --no-fail-fast";
    let arguments: Vec<_> = arguments.split(' ').collect();
    workspace.cargo(env!("CARGO"), &arguments)
}

#[test]
fn unions_of_the_fixtures() -> io::Result<()> {
    let mut documents = documents::good()?;
    documents.extend(documents::fixtures("bad")?.into_iter().filter(|document| {
        // Its flaws are what a client has to cope with.
        document.file == "ambiguous-unions.yaml"
    }));
    run("unions", &documents)
}

#[test]
fn unions_of_the_whole_atlas_api() -> io::Result<()> {
    let Some(path) = survey::beside("v30/atlas__full-spec.yaml") else {
        println!("skipped: the document is not beside the workspace");
        return Ok(());
    };
    let text = fs::read_to_string(path)?;
    let file = "atlas.yaml".to_owned();
    run("unions-atlas", &[Document { file, text }])
}

/// The figures move where a document is read in another way: see the printed table then.
#[test]
fn unions_of_real_documents_are_told_apart() -> io::Result<()> {
    if survey::beside("v30").is_none() {
        println!("skipped: the documents are not beside the workspace");
        return Ok(());
    }
    let Counts {
        tagged,
        decided,
        ambiguous,
    } = survey::all()?;
    assert_eq!((tagged, decided, ambiguous), (109, 1_019, 157));
    Ok(())
}
