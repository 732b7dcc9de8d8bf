//! Installs the suites, and turns the specs into documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::scenario::Scenario;
use crate::workspace;

/// The address in the text of scenarios, which the program replaces by that of the server.
const BASE_URL: &str = "http://localhost:1";

/// The installed suites.
pub(super) struct Suite {
    /// The directory of `package.json`.
    node: PathBuf,
    /// The directory of the documents.
    documents: PathBuf,
}

impl Suite {
    /// Installs the packages of the lock file, unless they are installed. `None` if npm or its registry is unavailable.
    pub(super) fn install(output: &Path) -> Result<Option<Self>> {
        let suite = Self {
            node: output.join("node"),
            documents: output.join("documents"),
        };
        let sources = workspace::root().join("tests/conformance");
        let is_installed = is_same(&sources, &suite.node, "package-lock.json")
            && suite.node.join("node_modules/.package-lock.json").exists();
        fs::create_dir_all(&suite.node)?;
        for file in [
            "package.json",
            "package-lock.json",
            ".npmrc",
            "emit.mjs",
            "scenarios.mjs",
            "values.json",
        ] {
            fs::copy(sources.join(file), suite.node.join(file))
                .with_context(|| format!("cannot copy {file}"))?;
        }
        if is_installed {
            return Ok(Some(suite));
        }
        // No package needs its install script, and none gets to run one.
        let arguments = [
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
        ];
        let status = Command::new("npm")
            .args(arguments)
            .current_dir(&suite.node)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let is_available = status.is_ok_and(|status| status.success());
        if is_available && suite.documents.exists() {
            fs::remove_dir_all(&suite.documents)?;
        }
        Ok(is_available.then_some(suite))
    }

    /// The directory of the specs.
    pub(super) fn specs(&self) -> PathBuf {
        self.package("http-specs").join("specs")
    }

    /// The program that serves the scenarios.
    pub(super) fn server(&self) -> PathBuf {
        self.package("spector").join("cmd/cli.mjs")
    }

    fn package(&self, name: &str) -> PathBuf {
        self.node.join("node_modules/@typespec").join(name)
    }

    /// The documents: the directory of their spec, the version of OpenAPI, the API version, and the file.
    pub(super) fn documents(&self) -> Result<Vec<Document>> {
        if !self.documents.exists() {
            println!("conformance: compiling the specs to OpenAPI");
            let partial = self.documents.with_extension("partial");
            let mut emit = Command::new("node");
            emit.arg("emit.mjs").arg(self.specs()).arg(&partial);
            let status = emit.current_dir(&self.node).status()?;
            ensure!(status.success(), "emit.mjs has failed");
            fs::rename(&partial, &self.documents)?;
        }
        let mut found = Vec::new();
        collect(&self.documents, &self.documents, &mut found)?;
        found.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(found)
    }

    /// The scenarios of the suite.
    pub(super) fn scenarios(&self) -> Result<Vec<Scenario>> {
        let mut command = Command::new("node");
        command
            .arg("scenarios.mjs")
            .arg(self.package("http-specs").join("dist/specs"))
            .arg(BASE_URL);
        let output = command
            .current_dir(&self.node)
            .stderr(Stdio::inherit())
            .output()?;
        ensure!(output.status.success(), "scenarios.mjs has failed");
        serde_json::from_slice(&output.stdout).context("cannot read the scenarios")
    }
}

fn is_same(one: &Path, other: &Path, file: &str) -> bool {
    matches!((fs::read(one.join(file)), fs::read(other.join(file))), (Ok(one), Ok(other)) if one == other)
}

/// A document.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) path: PathBuf,
    /// The directory of its spec.
    pub(super) directory: String,
    pub(super) openapi: OpenApi,
    /// The version of the API, or nothing.
    pub(super) version: String,
}

/// The versions of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OpenApi {
    V30,
    V31,
}

/// Finds `DIRECTORY/3.1.0/openapi.VERSION.json`.
fn collect(root: &Path, folder: &Path, found: &mut Vec<Document>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else {
            found.extend(document(root, path));
        }
    }
    Ok(())
}

fn document(root: &Path, path: PathBuf) -> Option<Document> {
    let openapi = match path.parent()?.file_name()?.to_str()? {
        "3.0.0" => OpenApi::V30,
        "3.1.0" => OpenApi::V31,
        _ => return None,
    };
    let directory = path.parent()?.parent()?.strip_prefix(root).ok()?;
    let file = path.file_stem()?.to_str()?;
    Some(Document {
        directory: directory.to_str()?.to_owned(),
        openapi,
        version: file
            .trim_start_matches("openapi")
            .trim_start_matches('.')
            .to_owned(),
        path,
    })
}
