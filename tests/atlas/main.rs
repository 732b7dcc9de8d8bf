//! A program against a client of the whole Atlas Administration API, where its document lies beside the workspace.
//!
//! The document is not ours to keep here, so without it there is nothing to try, and the test says so. It takes minutes to
//! build, so only the nightly run does.

use std::path::Path;
use std::process::{Command, Output};
use std::{fs, io};

use codegen::{Options, generate};
use serde_json::json;
use workspace_tests::documents::large;
use workspace_tests::server::{Reply, Server};

const OPTIONS: &str = r#"
[crate]
name = "atlas"

[versions]
all = true
sunset = "x-sunset"
"#;

const MANIFEST: &str = r#"[workspace]

[package]
name = "program"
version = "0.0.0"
edition = "2024"

[dependencies]
atlas.path = "../atlas"
tokio = { version = "1", features = ["macros", "net", "rt", "time"] }
"#;

/// What the program prints of the answers.
const PRINTED: &str = "\
project Billing
project Search
project Archive
1 cluster as of 2023-02-01
7 bytes of log
interface vpce-3bf78b0ddee411ba1
at rest US_EAST_1
member ada@example.com
invited grace@example.com
a member of a kind that is new: SUSPENDED
atlas.project.deployment.clusters: 25
";

/// The media types that the program asks for, in order.
const ACCEPTED: [&str; 8] = [
    "application/vnd.atlas.2023-01-01+json",
    "application/vnd.atlas.2023-01-01+json",
    "application/vnd.atlas.2023-02-01+json",
    "application/vnd.atlas.2023-02-01+gzip",
    "application/vnd.atlas.2023-01-01+json",
    "application/vnd.atlas.2023-01-01+json",
    "application/vnd.atlas.2025-02-19+json",
    "application/vnd.atlas.2023-01-01+json",
];

#[tokio::test]
async fn a_program_against_the_whole_api() {
    let Some(document) = large("v30/atlas__full-spec.yaml") else {
        return;
    };
    let document = fs::read_to_string(document).unwrap();
    let directory = tempfile::tempdir().unwrap();
    lay_out(directory.path(), &document).unwrap();
    let server = Server::start(answers()).await.unwrap();

    let (project, url) = (directory.path().join("program"), server.url());
    let output = tokio::task::spawn_blocking(move || run(&project, &url));
    let output = output.await.unwrap().unwrap();
    let messages = String::from_utf8_lossy(&output.stderr);

    assert!(output.status.success(), "{messages}");
    assert!(!messages.contains("warning"), "{messages}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), PRINTED);
    let requests = server.requests();
    let accepted: Vec<_> = requests.iter().map(|it| it.header("accept")).collect();
    assert_eq!(accepted, ACCEPTED);
    let lists: Vec<_> = requests[..2].iter().map(|it| it.target.as_str()).collect();
    let list = "/api/atlas/v2/groups?itemsPerPage=2";
    assert_eq!(lists, [list, &format!("{list}&pageNum=2")]);
    // The request's tag is marked as the server's to write, and is sent all the same.
    assert_eq!(
        requests[5].json().unwrap(),
        json!({"cloudProvider": "AWS", "regionName": "US_EAST_1"})
    );
}

/// An answer for each call of the program, in its order.
fn answers() -> [Reply; 8] {
    let project = |name: &str| {
        json!({"name": name, "orgId": "32b6e34b3d91647abb20e7b8", "clusterCount": 1,
            "created": "2026-01-01T00:00:00Z"})
    };
    let next =
        json!([{"rel": "next", "href": "https://cloud.mongodb.com/api/atlas/v2/groups?pageNum=2"}]);
    let user = |status: &str, name: &str| {
        json!({"orgMembershipStatus": status, "username": name, "id": "5df264b8f10fab7d2cad2f0d",
            "roles": [], "firstName": "A", "lastName": "B", "createdAt": "2026-01-01T00:00:00Z",
            "invitationCreatedAt": "2026-01-01T00:00:00Z", "invitationExpiresAt": "2026-01-01T00:00:00Z",
            "inviterUsername": "root@example.com"})
    };
    [
        Reply::json(
            200,
            &json!({"results": [project("Billing"), project("Search")], "links": next}),
        ),
        Reply::json(200, &json!({"results": [project("Archive")]})),
        Reply::json(200, &json!({"results": [{"name": "main"}]})),
        Reply::status(200)
            .header("content-type", "application/vnd.atlas.2023-02-01+gzip")
            .body(b"\x1f\x8b\x08log.".to_vec()),
        Reply::json(
            200,
            &json!({"cloudProvider": "AWS", "interfaceEndpointId": "vpce-3bf78b0ddee411ba1"}),
        ),
        Reply::json(
            202,
            &json!({"cloudProvider": "AWS", "regionName": "US_EAST_1"}),
        ),
        Reply::json(
            200,
            &json!({"results": [
                user("ACTIVE", "ada@example.com"),
                user("INVITATION_EXPIRED", "grace@example.com"),
                {"orgMembershipStatus": "SUSPENDED"},
            ]}),
        ),
        Reply::json(
            200,
            &json!([{"name": "atlas.project.deployment.clusters", "value": 25}]),
        ),
    ]
}

/// The client and, beside it, a program that uses it.
fn lay_out(directory: &Path, document: &str) -> io::Result<()> {
    let options = Options::parse(OPTIONS).map_err(|error| io::Error::other(error.message))?;
    let tree = generate(document, &options).tree;
    let tree = tree.ok_or_else(|| io::Error::other("nothing is generated"))?;
    for (path, content) in &tree {
        write(&directory.join("atlas").join(path), content)?;
    }
    let project = directory.join("program");
    write(&project.join("Cargo.toml"), MANIFEST)?;
    write(&project.join("src/main.rs"), include_str!("program.rs"))?;
    // The same versions as here, so that what is built already is not built again.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, project.join("Cargo.lock"))?;
    Ok(())
}

fn write(path: &Path, content: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, content)
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
