//! The generated crate works when it is copied out of this repository: a program outside of the workspace depends on
//! the copy by path, builds without a warning, and talks to a server.

use std::path::Path;
use std::process::{Command, Output};
use std::{fs, io};

use serde_json::json;
use workspace_tests::server::{Reply, Server};

const MANIFEST: &str = r#"[workspace]

[package]
name = "consumer"
version = "0.0.0"
edition = "2024"

[dependencies]
atlas-private-endpoints.path = "../client"
tokio = { version = "1", features = ["macros", "net", "rt", "time"] }
"#;

#[tokio::test]
async fn a_copy_works_elsewhere() {
    let directory = tempfile::tempdir().unwrap();
    lay_out(directory.path()).unwrap();
    let endpoint = json!({"cloudProvider": "AWS", "interfaceEndpointId": "vpce-3bf78b0ddee411ba1"});
    let server = Server::start([Reply::json(200, &endpoint)]).await.unwrap();

    let (project, url) = (directory.path().join("consumer"), server.url());
    let output = tokio::task::spawn_blocking(move || run(&project, &url));
    let output = output.await.unwrap().unwrap();
    let messages = String::from_utf8_lossy(&output.stderr);

    assert!(output.status.success(), "{messages}");
    assert!(!messages.contains("warning"), "{messages}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "vpce-3bf78b0ddee411ba1\n"
    );
    assert_eq!(server.request().header("authorization"), "Bearer token");
}

/// A copy of the client and, beside it, a program that uses it.
fn lay_out(directory: &Path) -> io::Result<()> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    copy(&workspace.join("generated"), &directory.join("client"))?;
    let project = directory.join("consumer");
    fs::create_dir_all(project.join("src"))?;
    fs::write(project.join("Cargo.toml"), MANIFEST)?;
    fs::write(project.join("src/main.rs"), include_str!("program.rs"))?;
    // The same versions as here, so that what is built already is not built again.
    fs::copy(workspace.join("Cargo.lock"), project.join("Cargo.lock"))?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if !entry.file_type()?.is_dir() {
            fs::copy(entry.path(), target)?;
        } else if entry.file_name() != "target" {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Builds into the target directory of this workspace, where the dependencies are, and from what has been downloaded
/// for it.
fn run(project: &Path, url: &str) -> io::Result<Output> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet", "--", url])
        .current_dir(project)
        .env("CARGO_TARGET_DIR", target)
        .output()
}
