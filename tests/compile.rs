//! What the generator writes is Rust that its users would have written: it compiles, it has no warning of rustc, of
//! clippy's pedantic group or of rustdoc, and its examples compile.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{fs, io};

use codegen::{Options, generate};

/// A document whose every text tries to leave the place that it is given.
const HOSTILE: &str = r##"
openapi: 3.0.3
info:
  title: "*/ \n#![allow(warnings)] compile_error!(\"title\"); --> <script>"
  version: "1\n}"
  description: "\u0001code compile_error!(\"info\");\n\u0001blank\n\n    fn indented() -> ! { }\n\n``` \nunclosed"
servers: [{ url: "https://example.com/\"x\\" }]
tags:
  - { name: "Te\"st*/", description: "[`crate::nothing`] [x][y] <b>bold <i> `a\n\n- [ ] ``b" }
paths:
  "/a\"b/{na\"me}":
    post:
      operationId: "go\"; compile_error!(1); //"
      tags: ["Te\"st*/"]
      summary: "\\\" [Self] Vec<u8> a_b_c FooBar::baz http://example.com/<x>_y."
      description: "\u202e reversed \u2066 text\r\ttab\r\n~~~rust\ncompile_error!();\n~~~\n\n| a | b |\n|---|\n| | |\n\n[rel](../x) ![img](y.png) [fn](fn@x) <http://x.y>"
      parameters:
        - { name: "na\"me", in: path, required: true, description: "*/ \"# {}", schema: { type: string } }
        - { name: "it's {}", in: query, schema: { type: string, default: "`` ` \" {} \\" } }
      requestBody:
        required: true
        content:
          "application/json; q=\"\\\"":
            schema: { $ref: '#/components/schemas/Body' }
      responses:
        '200':
          description: "ok ``` \n# heading\n===\n"
          content: { application/json: { schema: { $ref: '#/components/schemas/Body' } } }
        default: { description: "<div>\nhtml\n</div>\n* list\n\n      code" }
components:
  schemas:
    Body:
      type: object
      description: "1. one\n   1. two\n\n       three\n\n> quote\n> ```\n> x"
      required: ["a\"b", type, Self]
      properties:
        "a\"b": { type: string, description: "`", enum: ["\"", "\\", "{}", "\u202e", "`x`", "a\nb"] }
        type: { type: string, pattern: "^\"#[\\\\`]{1,3}$", example: "\"#\\``", description: "&lt; &amp; \\< \\[a\\]" }
        Self: { type: boolean, description: "'''\"\"\"" }
        "new": { type: integer, default: 3 }
      additionalProperties: { type: number }
"##;

/// All crates in one workspace, so that their dependencies are compiled once.
static WORKSPACE: LazyLock<io::Result<PathBuf>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile");
    let mut documents = fixtures()?;
    documents.push(("hostile".to_owned(), HOSTILE.to_owned()));
    let curated = read("../spec/atlas-private-endpoints.yaml")?;
    documents.push(("curated".to_owned(), curated));
    for (name, document) in &documents {
        write_crate(&root.join(name), name, document)?;
    }
    let members: Vec<_> = documents.iter().map(|(name, _)| name).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    write(&root.join("Cargo.toml"), &manifest)?;
    // The versions that this repository is tested with.
    write(&root.join("Cargo.lock"), &read("../Cargo.lock")?)?;
    Ok(root)
});

fn read(path: &str) -> io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
}

/// Names and texts of the documents that the generator takes.
fn fixtures() -> io::Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/good");
    let mut documents = fs::read_dir(folder)?
        .map(|entry| {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Ok((name.into_owned(), fs::read_to_string(&path)?))
        })
        .collect::<io::Result<Vec<_>>>()?;
    documents.sort();
    Ok(documents)
}

fn write_crate(root: &Path, name: &str, document: &str) -> io::Result<()> {
    let options = format!("[crate]\nname = \"fixture-{name}\"");
    let options = Options::parse(&options).map_err(|error| io::Error::other(error.message))?;
    let generated = generate(document, &options);
    let findings = || io::Error::other(format!("{name}: {:#?}", generated.diagnostics));
    let tree = generated.tree.ok_or_else(findings)?;
    // What an earlier run has left would be compiled as well.
    for stale in ["src", "examples"] {
        drop(fs::remove_dir_all(root.join(stale)));
    }
    tree.iter()
        .try_for_each(|(path, content)| write(&root.join(path), content))
}

fn write(path: &Path, content: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, content)
}

/// Runs cargo on all crates; everything they depend on has been downloaded for the runtime's own tests.
fn cargo(arguments: &[&str]) -> io::Result<()> {
    let root = WORKSPACE.as_ref().map_err(io::Error::other)?;
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()?;
    assert!(
        output.status.success(),
        "cargo {arguments:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

#[test]
fn clippy_has_nothing_to_say() -> io::Result<()> {
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--keep-going",
        "--features=test-util",
    ])
}

#[test]
fn rustdoc_has_nothing_to_say() -> io::Result<()> {
    cargo(&["doc", "--workspace", "--no-deps", "--keep-going"])
}

#[test]
fn examples_in_documentation_compile() -> io::Result<()> {
    cargo(&[
        "test",
        "--workspace",
        "--doc",
        "--no-fail-fast",
        "--features=test-util",
    ])
}

/// Each group of operations alone, and none of them: no part of a client needs what is left out, and nothing is left
/// that nobody uses.
#[test]
fn every_group_of_operations_compiles_alone() -> io::Result<()> {
    let root = WORKSPACE.as_ref().map_err(io::Error::other)?;
    for member in fs::read_dir(root)? {
        let manifest = member?.path().join("Cargo.toml");
        let Ok(manifest) = fs::read_to_string(manifest) else {
            continue;
        };
        let groups = groups(&manifest);
        let none = groups.first().map(|_| "test-util");
        let package = manifest
            .lines()
            .find_map(|line| line.strip_prefix("name = "));
        let package = package.unwrap_or_default().trim_matches('"');
        for features in none.into_iter().chain(groups.iter().copied()) {
            cargo(&[
                "check",
                "--package",
                package,
                "--all-targets",
                "--no-default-features",
                &format!("--features=rustls,test-util,{features}"),
            ])?;
        }
    }
    Ok(())
}

/// The features of groups: those that stand for nothing else.
fn groups(manifest: &str) -> Vec<&str> {
    let features = manifest.lines().skip_while(|line| *line != "[features]");
    let features = features.take_while(|line| *line != "[dependencies]");
    features
        .filter_map(|line| line.strip_suffix(" = []"))
        .filter(|name| *name != "test-util")
        .collect()
}
