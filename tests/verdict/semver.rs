//! `cargo-semver-checks`, which others wrote, is never stricter than the verdict.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;
use std::{fs, io};

use codegen::Input;
use codegen::verdict::Verdict;
use workspace_tests::workspace::Workspace;

use super::mutation::{self, Mutation};
use super::{Bases, changes};

/// The version that reads the documentation of this toolchain.
const VERSION: &str = "0.51.0";

/// The library of every client: items are compared by their paths.
const LIBRARY: &str = "client";

/// The release type of `cargo-semver-checks`.
fn release(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Major => "major",
        Verdict::Minor => "minor",
        Verdict::Patch | Verdict::None => "patch",
    }
}

/// The program, which is installed below the target directory. `None` if the registry is unavailable.
fn install(target: &Path) -> io::Result<Option<PathBuf>> {
    let root = target.join("cargo-semver-checks").join(VERSION);
    let program = root.join("bin/cargo-semver-checks");
    if program.is_file() {
        return Ok(Some(program));
    }
    let mut command = Command::new(env!("CARGO"));
    command
        // The program is built faster than it would save time.
        .args(["install", "cargo-semver-checks", "--locked", "--debug"])
        .args(["--version", VERSION])
        .arg("--root")
        .arg(&root);
    let output = command.output()?;
    if !output.status.success() {
        println!("skipped: cargo-semver-checks cannot be installed");
        println!("{}", String::from_utf8_lossy(&output.stderr));
        return Ok(None);
    }
    Ok(Some(program))
}

/// Clients, and their documentation as JSON.
struct Documented {
    workspace: Workspace,
    target: PathBuf,
}

impl Documented {
    fn new(temporary: &Path) -> Self {
        Self {
            workspace: Workspace::new(temporary, "semver"),
            target: temporary.join("semver-build"),
        }
    }

    fn add<'a>(
        &mut self,
        name: &str,
        document: impl Into<Input<'a>>,
        settings: &str,
    ) -> io::Result<()> {
        let manifest = self.workspace.add(name, document, settings)?;
        let manifest = manifest.join("Cargo.toml");
        let library = format!("\n[lib]\nname = \"{LIBRARY}\"\n");
        let text = fs::read_to_string(&manifest)?;
        fs::write(manifest, text + &library)
    }

    /// The documentation of a member.
    fn document(&self, name: &str) -> io::Result<PathBuf> {
        let package = format!("fixture-{name}");
        // All clients have one file of documentation, which cargo leaves to another client if it finds no change.
        let mut root = fs::File::options();
        let root = root
            .append(true)
            .open(self.workspace.member(name).join("src/lib.rs"))?;
        root.set_modified(SystemTime::now())?;
        let mut command = Command::new(env!("CARGO"));
        command
            .args(["rustdoc", "--offline", "--lib", "--package", &package])
            .args(["--", "-Zunstable-options", "--output-format=json"])
            .current_dir(self.workspace.member(""))
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            // The format of the documentation is unstable; the program reads that of this toolchain.
            .env("RUSTC_BOOTSTRAP", "1");
        succeed(command.output()?)?;
        let json = self.target.join(format!("doc/{name}.json"));
        fs::copy(self.target.join(format!("doc/{LIBRARY}.json")), &json)?;
        Ok(json)
    }
}

fn succeed(output: Output) -> io::Result<()> {
    if output.status.success() {
        return Ok(());
    }
    let texts = [output.stdout, output.stderr];
    Err(io::Error::other(
        texts
            .map(|it| String::from_utf8_lossy(&it).into_owned())
            .concat(),
    ))
}

/// A major change, to see that the program rejects one.
const MAJOR: &str = "a schema renamed";

/// Changes that the program could find stricter, since it accepts everything of a major one; and one that is major.
fn judged() -> io::Result<Vec<(Mutation, Verdict)>> {
    let mut bases = Bases::default();
    let mut judged = Vec::new();
    for mutation in mutation::all()? {
        let verdict = Verdict::of(&changes(&mut bases, &mutation)?);
        let is_named = mutation.new_settings.contains("[crate]");
        let is_judged = verdict < Verdict::Major || mutation.name == MAJOR;
        if is_judged && !is_named {
            judged.push((mutation, verdict));
        }
    }
    Ok(judged)
}

/// Two clients by their members, with the change between them.
struct Pair {
    old: String,
    new: String,
    name: String,
    verdict: Verdict,
}

/// Many changes share the client before them.
fn pairs(clients: &mut Documented) -> io::Result<Vec<Pair>> {
    let mut bases: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (position, (mutation, verdict)) in judged()?.into_iter().enumerate() {
        let new = format!("new{position:03}");
        let key = (mutation.base.clone(), mutation.old_settings.clone());
        if !bases.contains_key(&key) {
            let old = format!("old{position:03}");
            clients.add(&old, &key.0, &key.1)?;
            bases.insert(key.clone(), old);
        }
        clients.add(&new, mutation.after(), &mutation.new_settings)?;
        pairs.push(Pair {
            old: bases[&key].clone(),
            new,
            name: mutation.name,
            verdict,
        });
    }
    Ok(pairs)
}

#[test]
fn cargo_semver_checks_is_never_stricter() -> io::Result<()> {
    if !mutation::is_all() {
        println!("skipped: `NIGHTLY=1` compares with cargo-semver-checks");
        return Ok(());
    }
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(program) = install(temporary)? else {
        return Ok(());
    };
    let mut clients = Documented::new(temporary);
    let pairs = pairs(&mut clients)?;
    clients.workspace.finish(&[])?;
    let mut documents = BTreeMap::new();
    for name in pairs.iter().flat_map(|it| [&it.old, &it.new]) {
        if !documents.contains_key(name) {
            documents.insert(name, clients.document(name)?);
        }
    }
    let rejects = |pair: &Pair, verdict: Verdict| {
        let mut command = Command::new(&program);
        command
            .args(["semver-checks", "--release-type", release(verdict)])
            .arg("--baseline-rustdoc")
            .arg(&documents[&pair.old])
            .arg("--current-rustdoc")
            .arg(&documents[&pair.new]);
        command.output().and_then(succeed).err()
    };
    let is_major = |it: &&Pair| it.verdict == Verdict::Major;
    let major = pairs
        .iter()
        .find(is_major)
        .map(|it| rejects(it, Verdict::Minor));
    let major = major.flatten().map(|it| it.to_string()).unwrap_or_default();
    assert!(
        major.contains("semver requires new major version"),
        "{major}"
    );
    let mut stricter = Vec::new();
    for pair in &pairs {
        if let Some(error) = rejects(pair, pair.verdict) {
            stricter.push(format!("{}: {}\n{error}", pair.name, pair.verdict.as_str()));
        }
    }
    println!("{} pairs, {} stricter", pairs.len(), stricter.len());
    assert!(pairs.len() > 20, "{} pairs", pairs.len());
    assert!(stricter.is_empty(), "{}", stricter.join("\n"));
    Ok(())
}
