//! The program that sends a request for each case, and prints its path and query.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use codegen::diagnostic::Sink;
use codegen::plan::operation::{Operation, SetParameter, Setter};
use codegen::plan::{Content, Crate, Group};
use codegen::{Options, Stages};

use super::case::Case;
use crate::expression::Types;
use crate::{workspace, write};

/// The packages of the client and of the program.
const CLIENT: &str = "uri-template-client";
const PROGRAM: &str = "uri-template-cases";
const LIBRARY: &str = "uri_template_client";

/// The path and query of each case, or the reason why there is no request.
pub(super) fn run(
    output: &Path,
    document: &str,
    cases: &[Case],
) -> Result<Vec<Result<String, String>>> {
    let root = output.join("uri-template");
    let mut options = Options::default();
    options.package.name = Some(CLIENT.to_owned());
    let generated = codegen::generate(document, &options);
    let tree = generated
        .tree
        .context("the document of the cases is refused")?;
    write::compare(&root.join(CLIENT), &tree)?.apply()?;
    let stages = Stages::run(document, &options, &mut Sink::default());
    let stages = stages.context("the document of the cases is refused")?;
    let plan = stages.plan();
    let types = Types::new(LIBRARY.to_owned(), plan.types().map(|it| &it.item));
    let calls = cases.iter().enumerate();
    let calls: Vec<_> = calls
        .map(|(number, case)| call(&plan, &types, &format!("c{number}"), case))
        .collect();
    write_program(&root, &calls)?;
    let mut lines = build_and_run(&root)?.into_iter();
    let results = calls.into_iter().map(|call| match call {
        Ok(_) => lines.next().unwrap_or_else(|| Err("no result".to_owned())),
        Err(reason) => Err(reason),
    });
    Ok(results.collect())
}

/// The call of the operation of a case.
fn call(plan: &Crate<'_>, types: &Types<'_>, id: &str, case: &Case) -> Result<String, String> {
    let (group, at) = find(plan, id).ok_or("the operation is missing")?;
    let operation = &group.operations[at];
    let value = |set: &SetParameter<'_>| {
        let parameter = case.parameters.iter().find(|it| it.name == set.target.name);
        parameter.map(|parameter| parameter.value.clone())
    };
    let mut arguments = Vec::new();
    for argument in &operation.arguments {
        let value = value(argument).ok_or("an argument has no value")?;
        arguments.push(types.argument(argument, &value)?);
    }
    let arguments = types.arguments("api", operation.required.as_ref(), &arguments);
    let mut code = format!("client.{}().{}({arguments})", group.module, operation.ident);
    for setter in &operation.setters {
        if let Setter::Parameter(_, _, set) = setter
            && let Some(value) = value(set)
        {
            let argument = types.argument(set, &value)?;
            code = format!("{code}.{}({argument})", set.ident);
        }
    }
    Ok(code)
}

fn find<'p, 'a>(plan: &'p Crate<'a>, id: &str) -> Option<(&'p Group<'a>, usize)> {
    let mut groups = plan.files.iter().filter_map(|file| match &file.content {
        Content::Group(group) => Some(group),
        _ => None,
    });
    let has = |operation: &Operation<'_>| operation.id == id;
    groups.find_map(|group| Some((group, group.operations.iter().position(has)?)))
}

fn write_program(root: &Path, calls: &[Result<String, String>]) -> Result<()> {
    let mut main = String::new();
    let mut functions = String::new();
    for (number, call) in calls.iter().flatten().enumerate() {
        // Writing to a string never fails.
        let _ = writeln!(main, "    print(c{number}().await);");
        let _ = write!(
            functions,
            "\nasync fn c{number}() -> Result<String, String> {{\n    \
             let memory = {LIBRARY}::testing::InMemory::new();\n    \
             let client = {LIBRARY}::Client::builder().retry({LIBRARY}::Retry::off()).transport(memory.clone()).build().map_err(text)?;\n    \
             let result = {call}.send().await;\n    \
             let requests = memory.requests();\n    \
             let sent = requests.first().and_then(|it| it.uri().path_and_query());\n    \
             sent.map(|it| it.to_string()).ok_or_else(|| format!(\"{{result:?}}\"))\n}}\n"
        );
    }
    let text = format!(
        "//! Sends the request of each case.\n\nmod support;\nuse support::*;\n\n\
         #[tokio::main(flavor = \"current_thread\")]\nasync fn main() {{\n{main}}}\n\n\
         fn print(sent: Result<String, String>) {{\n    println!(\"{{}}\", serde_json::json!(sent));\n}}\n{functions}"
    );
    let source = root.join(PROGRAM).join("src");
    fs::create_dir_all(&source)?;
    fs::write(source.join("main.rs"), text)?;
    let support = workspace::root().join("tests/conformance/support.rs");
    fs::copy(support, source.join("support.rs"))?;
    let manifest = format!(
        "[package]\nname = \"{PROGRAM}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n\
         base64 = \"0.22\"\nhttp = \"1\"\nserde = \"1\"\nserde_json = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\
         {CLIENT} = {{ path = \"../{CLIENT}\", features = [\"test-util\"] }}\n"
    );
    fs::write(root.join(PROGRAM).join("Cargo.toml"), manifest)?;
    let workspace =
        format!("[workspace]\nresolver = \"3\"\nmembers = [\"{CLIENT}\", \"{PROGRAM}\"]\n");
    fs::write(root.join("Cargo.toml"), workspace)?;
    // The versions that are tested in this repository.
    fs::copy(
        workspace::root().join("Cargo.lock"),
        root.join("Cargo.lock"),
    )?;
    Ok(())
}

fn build_and_run(root: &Path) -> Result<Vec<Result<String, String>>> {
    let output = Command::new(workspace::cargo())
        .args(["run", "--quiet", "--package", PROGRAM])
        .current_dir(root)
        // The scenarios have the same dependencies.
        .env(
            "CARGO_TARGET_DIR",
            root.with_file_name("workspace").join("target"),
        )
        .env_remove("RUSTFLAGS")
        .output()?;
    ensure!(
        output.status.success(),
        "the program of the cases has failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout)?;
    let results = lines.lines().map(|line| {
        let result: Outcome = serde_json::from_str(line)?;
        Ok(match result {
            Outcome::Ok(text) => Ok(text),
            Outcome::Err(reason) => Err(reason),
        })
    });
    results.collect()
}

/// A result as serde writes it.
#[derive(serde::Deserialize)]
enum Outcome {
    Ok(String),
    Err(String),
}
