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

[dependencies.atlas-private-endpoints]
path = "../client"
# Nothing here speaks TLS, whose cryptography takes longer to compile than all else.
default-features = false
features = [
    "client",
    "cloud-backups",
    "encryption-at-rest",
    "private-endpoint-connections",
    "private-endpoint-services",
]

[dependencies]
tokio = { version = "1", features = ["macros", "net", "rt", "time"] }
"#;

#[tokio::test]
async fn a_copy_works_elsewhere() {
    let directory = tempfile::tempdir().unwrap();
    lay_out(directory.path()).unwrap();
    let server = Server::start(answers()).await.unwrap();

    let (project, url) = (directory.path().join("consumer"), server.url());
    let output = tokio::task::spawn_blocking(move || run(&project, &url));
    let output = output.await.unwrap().unwrap();
    let messages = String::from_utf8_lossy(&output.stderr);

    assert!(output.status.success(), "{messages}");
    assert!(!messages.contains("warning"), "{messages}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), PRINTED);
    let requests = server.requests();
    let targets: Vec<_> = requests.iter().map(|it| it.target.as_str()).collect();
    assert_eq!(targets, TARGETS);
}

/// What the program prints of the answers.
const PRINTED: &str = "\
AWS vpce-3bf78b0ddee411ba1
Azure INITIATING
GCP group
backup INITIATING
at rest US_EAST_1
at rest US_CENTRAL
connection INITIATING
";

const TARGETS: [&str; 7] = [
    "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/privateEndpoint/AWS/endpointService/5df264b8f10fab7d2cad2f0d/endpoint",
    "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/privateEndpoint/AZURE/endpointService/5df264b8f10fab7d2cad2f0d/endpoint",
    "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/privateEndpoint/GCP/endpointService/5df264b8f10fab7d2cad2f0d/endpoint",
    "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/backup/AWS/privateEndpoints",
    "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AWS/privateEndpoints",
    "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AZURE/privateEndpoints",
    "/api/atlas/v1.0/groups/32b6e34b3d91647abb20e7b8/privateEndpoint",
];

/// An answer for each kind of endpoint, in the order of the program.
fn answers() -> [Reply; 7] {
    [
        (
            200,
            json!({"cloudProvider": "AWS", "interfaceEndpointId": "vpce-3bf78b0ddee411ba1"}),
        ),
        (
            200,
            json!({"cloudProvider": "AZURE", "status": "INITIATING"}),
        ),
        (
            200,
            json!({"cloudProvider": "GCP", "endpointGroupName": "group"}),
        ),
        (201, json!({"cloudProvider": "AWS", "status": "INITIATING"})),
        (
            202,
            json!({"cloudProvider": "AWS", "regionName": "US_EAST_1"}),
        ),
        (
            202,
            json!({"cloudProvider": "AZURE", "regionName": "US_CENTRAL"}),
        ),
        (
            200,
            json!({"id": "5df264b8f10fab7d2cad2f0d", "status": "INITIATING"}),
        ),
    ]
    .map(|(status, body)| Reply::json(status, &body))
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

/// Builds where the clients of the fixtures are built, with most of the dependencies, and from what has been downloaded
/// for this workspace.
fn run(project: &Path, url: &str) -> io::Result<Output> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../corpus/build");
    Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet", "--", url])
        .current_dir(project)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("RUSTFLAGS", "-D warnings")
        .output()
}
