//! The program of the whole API.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use workspace_tests::workspace::Workspace;

/// The settings with which the published documentation shows the operations.
const SETTINGS: &str = include_str!("../../fixtures/whole.toml");

pub(crate) struct Program {
    path: PathBuf,
    folder: PathBuf,
}

impl Program {
    /// Generates the client of the document, and builds its program.
    pub(crate) fn build(document: &str) -> io::Result<Self> {
        let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let mut workspace = Workspace::new(temporary, "whole-command-line");
        let folder = workspace.add("whole", document, SETTINGS)?;
        workspace.skip_clippy();
        workspace.finish(&[])?;
        let build = ["build", "--bins", "--features", "cli"];
        workspace.cargo(env!("CARGO"), &build)?;
        Ok(Self {
            path: workspace.program("atlas"),
            folder,
        })
    }

    /// The data of the commands.
    pub(crate) fn data(&self) -> io::Result<String> {
        std::fs::read_to_string(self.folder.join("src/cli/api.json"))
    }

    /// Runs the program with credentials, and returns its output.
    pub(crate) fn run(&self, words: &[&str], input: &str) -> Result<String, String> {
        let failed = |error: String| format!("{}: {error}", words.join(" "));
        let output = self
            .start(words, input)
            .map_err(|error| failed(error.to_string()))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()))
    }

    fn start(&self, words: &[&str], input: &str) -> io::Result<std::process::Output> {
        let mut child = Command::new(&self.path)
            .args(words)
            .env_clear()
            .env("MONGODB_ATLAS_PUBLIC_KEY", "public")
            .env("MONGODB_ATLAS_PRIVATE_KEY", "private")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        // A program that needs no input may have ended.
        if let Some(mut stdin) = child.stdin.take() {
            let _ = stdin.write_all(input.as_bytes());
        }
        child.wait_with_output()
    }
}
