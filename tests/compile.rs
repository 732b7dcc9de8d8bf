//! What the generator writes is Rust that its users would have written: it compiles, it has no warning of rustc, of
//! clippy's pedantic group or of rustdoc, and its examples compile.

use std::path::Path;
use std::sync::LazyLock;
use std::{fs, io};

use workspace_tests::documents::{self, Document};
use workspace_tests::workspace::Workspace;

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

/// A client of every document.
static WORKSPACE: LazyLock<io::Result<Workspace>> = LazyLock::new(|| {
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "compile");
    for Document { file, text } in documents::fixtures("good")? {
        let name = Path::new(&file).file_stem().unwrap_or_default();
        workspace.add(&name.to_string_lossy(), &text)?;
    }
    workspace.add("hostile", HOSTILE)?;
    workspace.add("curated", &fs::read_to_string(documents::curated())?)?;
    workspace.finish()?;
    Ok(workspace)
});

fn cargo(arguments: &[&str]) -> io::Result<()> {
    let workspace = WORKSPACE.as_ref().map_err(io::Error::other)?;
    workspace.cargo(env!("CARGO"), arguments)
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
