//! The plan of a client: the types and operations of one document for each feature.

use std::fmt::Write;
use std::io;

use codegen::diagnostic::Sink;
use codegen::plan::{Content, File};
use codegen::{Options, Stages};
use workspace_tests::{fixture_snapshots, fixtures};

/// The files that depend on the document, except for lists of modules, examples and the texts around them.
fn is_shown(file: &File<'_>) -> bool {
    match file.content {
        Content::Constants(_)
        | Content::Types(_)
        | Content::Patterns(_)
        | Content::Group(_)
        | Content::Servers(_)
        | Content::CommandLine(_)
        | Content::Webhooks(_) => true,
        Content::Manifest
        | Content::Rustfmt
        | Content::Clippy
        | Content::Readme
        | Content::Root(_)
        | Content::License(_)
        | Content::Copied(_)
        | Content::Folder(_)
        | Content::Kinds(_)
        | Content::TypeIndex(_)
        | Content::Api(_)
        | Content::Program(_)
        | Content::Binary(_)
        | Content::Testing(_) => false,
    }
}

fn planned(name: &str) -> io::Result<String> {
    let mut sink = Sink::default();
    let stages = Stages::run(&fixtures::read(name)?, &fixtures::options(name)?, &mut sink);
    let stages = stages.ok_or_else(|| io::Error::other(format!("{:#?}", sink.into_vec())))?;
    let plan = stages.plan();
    let mut text = format!("\nruntime\n{}", plan.parts);
    for file in plan.files.iter().filter(|file| is_shown(file)) {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "\n{file}");
    }
    Ok(text)
}

fixture_snapshots!(planned);

/// Everything of one small document, as `cargo xtask codegen --emit plan` prints it.
#[test]
fn a_whole_plan() -> io::Result<()> {
    let text = fixtures::read("union-mapping.yaml")?;
    let (plan, _) = codegen::print(&text, &Options::default(), codegen::Form::Plan);
    insta::assert_snapshot!(plan.unwrap_or_default());
    Ok(())
}

/// An argument that a program cannot read from the command line has a sample, and is not part of the usage.
#[test]
fn programs_read_all_arguments_of_their_usage() -> io::Result<()> {
    for name in FILES {
        let mut sink = Sink::default();
        let stages = Stages::run(&fixtures::read(name)?, &Options::default(), &mut sink);
        let stages = stages.ok_or_else(|| io::Error::other("the fixture is accepted"))?;
        for file in stages.plan().files {
            if let Content::Program(program) = file.content {
                assert_eq!(
                    program.usage.len(),
                    program.locals.len(),
                    "{}",
                    program.name
                );
            }
        }
    }
    Ok(())
}
