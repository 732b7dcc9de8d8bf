//! The clients of all fixtures: they compile, have no warning of rustc, and nightly none of clippy, and do what their tests say.
//!
//! Each client is compiled once, and one program has the tests and the examples of all of them.
//! `cargo xtask ci --nightly` also compiles the documentation of each client, and the examples in it.

mod json;
mod program;
mod survey;
mod unions;

use std::path::{Path, PathBuf};
use std::{fs, io};

use self::program::Program;
use self::survey::Counts;
use codegen::analyze::Facts;
use codegen::diagnostic::Sink;
use codegen::ir::Api;
use codegen::name::Names;
use codegen::{Options, Stages};
use workspace_tests::deep;
use workspace_tests::documents::{self, Document, large};
use workspace_tests::fixtures;

/// Clients of which each group of operations is compiled alone.
const GROUPED: [&str; 5] = ["tags", "outcomes", "paging", "private-endpoints", "streams"];

/// A client with so many tags that private features stand for them, and one of its tags.
const MANY_TAGS: (&str, &str) = ("taken-names", "result");

/// The features of values of formats.
const LIBRARIES: [&str; 7] = [
    "base64",
    "chrono",
    "jiff",
    "rust_decimal",
    "time",
    "url",
    "uuid",
];

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

/// The fixtures, and a document whose flaws a client has to cope with.
fn fixtures() -> io::Result<Vec<Document>> {
    let bad = documents::fixtures("bad")?;
    let ambiguous = |document: &Document| document.file == "ambiguous-unions.yaml";
    let mut documents = documents::fixtures("good")?;
    documents.extend(bad.into_iter().filter(ambiguous));
    Ok(documents)
}

/// The tests that `behaviour/` has for the client of a document.
fn behaviour(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("behaviour/{name}.rs"))
}

fn stem(file: &str) -> String {
    let stem = Path::new(file).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

#[test]
fn clients_have_no_warnings_and_do_what_their_tests_say() -> io::Result<()> {
    let mut program = Program::new("clients");
    for Document { file, text } in fixtures()? {
        let name = stem(&file);
        program.add(&name, &text)?;
        if GROUPED.contains(&name.as_str()) {
            program.add_groups(&name, &text)?;
        }
        if name == MANY_TAGS.0 {
            program.add_group(&name, &text, MANY_TAGS.1)?;
        }
    }
    let tests = fs::read_dir(behaviour("").with_file_name(""))?.count();
    assert_eq!(program.tested(), tests, "a test without a fixture");
    let rich = fixtures::read("rich-types.yaml")?;
    let values = Path::new(env!("CARGO_MANIFEST_DIR")).join("rich/values.rs");
    program.add_enabled("rich-types", &rich, &LIBRARIES, &values)?;
    let nested = Path::new(env!("CARGO_MANIFEST_DIR")).join("deep/program.rs");
    program.add_with("deep", &deep::document(), &nested)?;
    program.run()
}

#[test]
fn unions_of_the_whole_atlas_api() -> io::Result<()> {
    let Some(path) = large("v30/atlas__full-spec.yaml") else {
        return Ok(());
    };
    let mut program = Program::new("atlas-unions");
    program.skip_clippy();
    program.add("atlas", &fs::read_to_string(path)?)?;
    program.run()
}

/// The figures move where a document is read in another way: see the printed table then.
#[test]
fn unions_of_real_documents_are_told_apart() -> io::Result<()> {
    if large("v30").is_none() {
        return Ok(());
    }
    let Counts {
        tagged,
        decided,
        ambiguous,
    } = survey::all()?;
    assert_eq!((tagged, decided, ambiguous), (108, 1_020, 157));
    Ok(())
}
