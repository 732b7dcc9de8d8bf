//! A workspace for generated clients, so that their dependencies are compiled once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use crate::documents::is_nightly;
use codegen::{Input, Options, generate};

/// A folder with clients.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    members: Vec<String>,
    compiler: &'static str,
}

impl Workspace {
    /// Creates a workspace in `folder` below Cargo's directory for temporary files. All workspaces share a target directory.
    #[must_use]
    pub fn new(temporary: &Path, folder: &str) -> Self {
        Self {
            root: temporary.join(folder),
            // The target directory of `cargo xtask corpus`, so that dependencies are built once for both.
            target: temporary.join("../corpus/build"),
            members: Vec::new(),
            compiler: if is_nightly() { "clippy-driver" } else { "" },
        }
    }

    /// Generates the client of a document with settings as the member `name` with the package `fixture-NAME`; returns its folder.
    ///
    /// # Errors
    ///
    /// If the document has an error, or a file cannot be written.
    pub fn add<'a>(
        &mut self,
        name: &str,
        document: impl Into<Input<'a>>,
        settings: &str,
    ) -> io::Result<PathBuf> {
        let options = format!("{settings}\n[crate]\nname = \"fixture-{name}\"\n");
        let options = Options::parse(&options).map_err(|error| io::Error::other(error.message))?;
        let generated = generate(document, &options);
        let findings = || io::Error::other(format!("{name}: {:#?}", generated.diagnostics));
        let tree = generated.tree.ok_or_else(findings)?;
        let folder = self.root.join(name);
        // Files of an earlier run would be compiled as well.
        for file in files(&folder.join("src")).chain(files(&folder.join("examples"))) {
            let path = file.strip_prefix(&folder).unwrap_or(&file);
            if !tree.contains_key(path.to_string_lossy().as_ref()) {
                fs::remove_file(&file)?;
            }
        }
        for (path, mut content) in tree {
            if path == "Cargo.toml" {
                // Test servers have no TLS, whose cryptography takes longer to compile than everything else.
                content = content.replacen(r#""rustls""#, r#""test-util""#, 1);
            }
            write(&folder.join(path), &content)?;
        }
        self.members.push(name.to_owned());
        Ok(folder)
    }

    /// Compiles the members without the lints of clippy: what is as large as real documents breaks limits of theirs.
    pub fn skip_clippy(&mut self) {
        self.compiler = "";
    }

    /// The folder of a member.
    #[must_use]
    pub fn member(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The path of a program that has been built.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(name)
    }

    /// Writes the manifest of the workspace with these additional members, and the lock file of this repository: the versions
    /// that are tested.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or written.
    pub fn finish(&self, others: &[&str]) -> io::Result<()> {
        let members = self.members.iter().map(String::as_str);
        let members: Vec<_> = members.chain(others.iter().copied()).collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        write(&self.root.join("Cargo.toml"), &manifest)?;
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        write(&self.root.join("Cargo.lock"), &fs::read_to_string(lock)?)
    }

    /// Checks an example of every member and returns the messages of the compiler, one JSON object on each line. Members with
    /// errors do not prevent the check of others.
    ///
    /// # Errors
    ///
    /// If cargo does not start.
    pub fn check_examples(&self, cargo: &str, example: &str) -> io::Result<String> {
        let arguments = ["check", "--workspace", "--keep-going", "--example", example];
        let mut command = self.command(cargo, &arguments);
        let output = command.arg("--message-format=json").output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs cargo on members, with clippy as their compiler in a nightly run; everything they depend on has been downloaded for the runtime's own tests.
    ///
    /// # Errors
    ///
    /// If cargo does not start, or with its output if it fails.
    pub fn cargo(&self, cargo: &str, arguments: &[&str]) -> io::Result<()> {
        let output = self.command(cargo, arguments).output()?;
        if output.status.success() {
            return Ok(());
        }
        for text in [&output.stdout, &output.stderr] {
            println!("{}", String::from_utf8_lossy(text));
        }
        Err(io::Error::other(format!("cargo {arguments:?} fails")))
    }

    fn command(&self, cargo: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo);
        command
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            // Clippy compiles like rustc, so its lints need no separate run.
            .env("RUSTC_WORKSPACE_WRAPPER", self.compiler)
            .env("CARGO_INCREMENTAL", "0")
            // Without debug information, large clients compile in half the time.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("RUSTFLAGS", "-D warnings")
            .env("RUSTDOCFLAGS", "-D warnings");
        command
    }
}

/// Writes a file and its parent folders; an unchanged file keeps its modification time, so that cargo does not rebuild it.
///
/// # Errors
///
/// If that is not possible.
pub fn write(path: &Path, content: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|written| written == content) {
        return Ok(());
    }
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, content)
}

/// The files below a folder; none if it does not exist.
fn files(folder: &Path) -> Box<dyn Iterator<Item = PathBuf>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    Box::new(entries.flat_map(|entry| {
        let path = entry.path();
        if path.is_dir() {
            files(&path)
        } else {
            Box::new(std::iter::once(path))
        }
    }))
}
