//! A directory to run commands in.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A small document without a flaw.
pub(crate) const DOCUMENT: &str = "\
openapi: 3.0.3
info: { title: Pet Store, version: 1.0.0 }
servers: [{ url: 'https://pets.example.com' }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      responses:
        '200':
          description: All pets.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Species' }
components:
  schemas:
    Species:
      type: string
      enum: [CAT, DOG]
";

/// Generates the client of the document.
pub(crate) const GENERATE: [&str; 5] = ["codegen", "--spec", "pets.yaml", "--out", "client"];

/// What a run printed, and how it ended.
pub(crate) struct Run {
    /// `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Run {
    #[track_caller]
    pub(crate) fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        self
    }
}

/// A directory with a document, in which commands run.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.put("pets.yaml", DOCUMENT);
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn put(&self, path: &str, content: &str) {
        let target = self.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, content).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], stdin: &str) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(self.path())
            // The workspace is this place, so that no default reaches the real one.
            .env("CARGO_MANIFEST_DIR", self.path().join("xtask"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads no input may have ended by now.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The client in `client/`, up to date.
    pub(crate) fn generated() -> Self {
        let place = Self::new();
        place.run(&GENERATE).ends_with(0);
        place
    }
}
