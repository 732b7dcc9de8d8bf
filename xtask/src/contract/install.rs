//! Installing the servers by package name, without touching the system.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Folders;
use super::process::{Interrupt, Process};

/// The Debian package that holds the server and its modules, `mod_auth_digest` among them.
const APACHE_PACKAGE: &str = "apache2-bin";
const APACHE_BINARY: &str = "usr/sbin/apache2";
const APACHE_MODULES: &str = "usr/lib/apache2/modules";

/// Installs the packages of the lock file, unless they are installed.
pub(super) fn npm(folders: &Folders, interrupt: &Interrupt) -> Result<()> {
    let node = folders.node();
    if is_same(
        &folders.sources.join("package-lock.json"),
        &node.join("package-lock.json"),
    ) && node.join("node_modules/.package-lock.json").exists()
    {
        return Ok(());
    }
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(folders.sources.join(file), node.join(file))
            .with_context(|| format!("cannot copy {file} to {}", node.display()))?;
    }
    let mut command = Command::new("npm");
    // No package needs its install script, and none gets to run one.
    command
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
        ])
        .current_dir(&node);
    Process::run("npm", &mut command, interrupt)
        .context("the contract tests need Node.js 20.19 or newer with npm, and the npm registry")
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// Apache httpd, of the system or unpacked below the output folder.
pub(super) struct Apache {
    root: PathBuf,
}

impl Apache {
    pub(super) fn binary(&self) -> PathBuf {
        self.root.join(APACHE_BINARY)
    }

    pub(super) fn modules(&self) -> PathBuf {
        self.root.join(APACHE_MODULES)
    }

    /// The folder of its shared libraries, such as `usr/lib/x86_64-linux-gnu`, where they are not
    /// the system's.
    pub(super) fn libraries(&self) -> Option<PathBuf> {
        if self.root == Path::new("/") {
            return None;
        }
        let folders = fs::read_dir(self.root.join("usr/lib")).ok()?;
        folders
            .filter_map(Result::ok)
            .map(|folder| folder.path())
            .find(|path| path.to_string_lossy().contains("-linux-gnu"))
    }

    fn is_complete(&self) -> bool {
        self.binary().exists() && self.modules().join("mod_auth_digest.so").exists()
    }
}

/// Finds Apache, or downloads its packages and unpacks them, which needs no root.
pub(super) fn apache(folders: &Folders, interrupt: &Interrupt) -> Result<Apache> {
    let unpacked = Apache {
        root: folders.apt().join("root"),
    };
    for apache in [Apache { root: "/".into() }, unpacked] {
        if apache.is_complete() {
            return Ok(apache);
        }
    }
    unpack(folders, interrupt)
        .context("the contract tests need Apache httpd 2.4 (on Debian: apt-get install apache2)")
}

fn unpack(folders: &Folders, interrupt: &Interrupt) -> Result<Apache> {
    let archives = folders.apt().join("archives");
    let root = folders.apt().join("root");
    for directory in [&archives, &root] {
        // What an interrupted run has left behind would count as complete.
        if directory.exists() {
            fs::remove_dir_all(directory)?;
        }
        fs::create_dir_all(directory)?;
    }
    let mut download = Command::new("apt-get");
    download
        .arg("download")
        .args(missing_packages(interrupt)?)
        .current_dir(&archives);
    Process::run("apt-get download", &mut download, interrupt)?;
    for archive in fs::read_dir(&archives)? {
        let mut extract = Command::new("dpkg-deb");
        extract.arg("--extract").arg(archive?.path()).arg(&root);
        Process::run("dpkg-deb", &mut extract, interrupt)?;
    }
    let apache = Apache { root };
    ensure!(apache.is_complete(), "{APACHE_PACKAGE} lacks a file");
    Ok(apache)
}

/// Apache's package and its dependencies, without those that are installed.
fn missing_packages(interrupt: &Interrupt) -> Result<Vec<String>> {
    let mut packages = simulate_installation()?;
    if packages.is_none() {
        let mut update = Command::new("apt-get");
        update.arg("update");
        Process::run("apt-get update", &mut update, interrupt)
            .context("the package lists are missing, and only root can fetch them")?;
        packages = simulate_installation()?;
    }
    packages.with_context(|| format!("apt-get knows no package {APACHE_PACKAGE}"))
}

/// The packages that installing Apache would add; `None` when apt cannot tell.
fn simulate_installation() -> Result<Option<Vec<String>>> {
    let output = Command::new("apt-get")
        .args(["--simulate", "--no-install-recommends", "install"])
        .arg(APACHE_PACKAGE)
        .env("LC_ALL", "C")
        .output()
        .context("cannot run apt-get")?;
    if !output.status.success() {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let packages = text
        .lines()
        .filter_map(|line| line.strip_prefix("Inst ")?.split(' ').next())
        .map(str::to_owned);
    Ok(Some(packages.collect()))
}
