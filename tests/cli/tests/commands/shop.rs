//! The command line of another client: pages, waits, sequences, forms, versions and interrupts.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;
use std::{fs, io};

use insta::assert_snapshot;
use serde_json::json;
use workspace_tests::server::{Reply, Server};
use workspace_tests::workspace::Workspace;

use crate::session::Session;

/// The program, which is built once.
static PROGRAM: LazyLock<Result<PathBuf, String>> =
    LazyLock::new(|| build().map_err(|error| error.to_string()));

fn build() -> io::Result<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let document = fs::read_to_string(fixtures.join("shop.yaml"))?;
    let settings = fs::read_to_string(fixtures.join("shop.toml"))?;
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "command-line");
    workspace.add("shop", &document, &settings)?;
    workspace.finish(&[])?;
    workspace.cargo(env!("CARGO"), &["build", "--bins", "--features", "cli"])?;
    Ok(workspace.program("shop"))
}

/// Runs command lines against a server with these replies. Returns what a user sees and what the server received.
async fn transcript(
    replies: impl IntoIterator<Item = Reply>,
    lines: &[&str],
    directory: &Path,
) -> io::Result<String> {
    let server = Server::start(replies).await?;
    let program = PROGRAM
        .as_ref()
        .map_err(|it| io::Error::other(it.clone()))?;
    let mut session = Session::of(program, "SHOP_BASE_URL", &server.url()).in_directory(directory);
    for line in lines {
        session.run(line);
    }
    let requests = server.requests().into_iter().map(|request| {
        let (method, target) = (&request.method, &request.target);
        let accept = request.headers.get("accept");
        let accept = accept.map_or("", |it| it.to_str().unwrap_or_default());
        let kind = request.headers.get("content-type");
        let kind = kind.map_or("", |it| it.to_str().unwrap_or_default());
        let text = format!(
            "{method} {target} [{accept}] [{kind}]\n{}\n",
            request.text()
        );
        // Each body has a boundary of its own.
        match kind.split_once("boundary=") {
            Some((_, boundary)) => text.replace(boundary, "BOUNDARY"),
            None => text,
        }
    });
    let requests: String = requests.collect();
    Ok(format!("{}{requests}", session.transcript()))
}

#[tokio::test(flavor = "multi_thread")]
async fn all_pages() -> io::Result<()> {
    let page = |ids: &[&str], next: Option<&str>| {
        let items: Vec<_> = ids
            .iter()
            .map(|id| json!({"id": id, "price": 1.5}))
            .collect();
        Reply::json(200, &json!({"items": items, "next": next}))
    };
    let replies = [
        page(&["a", "b"], Some("2")),
        page(&["c"], None),
        page(&["a"], Some("2")),
        page(&["b"], Some("2")),
        page(&["a", "b"], Some("2")),
        page(&["a", "b"], Some("2")),
    ];
    let lines = [
        "items list-items --all",
        "items list-items --all",
        "items list-items --output table",
        "items list-items --filter items[].id --output-file ids.json",
    ];
    let directory = tempfile::tempdir()?;
    let transcript = transcript(replies, &lines, directory.path()).await?;
    let written = fs::read_to_string(directory.path().join("ids.json"))?;
    assert_snapshot!(format!("{transcript}\n{written}"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn waits() -> io::Result<()> {
    let job = |status: u16, state: &str| {
        Reply::json(
            status,
            &json!({"id": "j1", "state": state, "reason": "No disk."}),
        )
    };
    let replies = [
        job(202, "RUNNING"),
        Reply::status(503),
        job(200, "DONE"),
        job(202, "RUNNING"),
        job(200, "FAILED"),
    ];
    let lines = [
        "jobs start-job --wait --retries 0",
        "jobs start-job --wait --retries 0",
    ];
    let directory = tempfile::tempdir()?;
    assert_snapshot!(transcript(replies, &lines, directory.path()).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn waits_for_all_pages_of_a_list() -> io::Result<()> {
    let page = |id: &str, state: &str, next: Option<&str>| {
        Reply::json(
            200,
            &json!({"jobs": [{"id": id, "state": state}], "next": next}),
        )
    };
    let replies = [
        page("j1", "DONE", Some("2")),
        page("j2", "RUNNING", None),
        page("j1", "DONE", Some("2")),
        page("j2", "DONE", None),
    ];
    let directory = tempfile::tempdir()?;
    let lines = ["jobs list-jobs --wait", "jobs list-jobs --wait --all"];
    assert_snapshot!(transcript(replies, &lines, directory.path()).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sequences() -> io::Result<()> {
    let events = "data: {\"id\": \"j1\",\ndata: \"state\": \"RUNNING\"}\n\n: a comment\n\ndata: text\n\ndata: [DONE]\n\ndata: {}\n\n";
    let reply = Reply::status(200)
        .header("content-type", "text/event-stream")
        .body(events);
    let directory = tempfile::tempdir()?;
    assert_snapshot!(transcript([reply], &["jobs watch-job --id j1"], directory.path()).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_versions_and_null() -> io::Result<()> {
    let item = |status: u16| Reply::json(status, &json!({"id": "a"}));
    let replies = [
        Reply::status(204),
        Reply::status(204),
        item(200),
        item(200),
        Reply::status(204),
    ];
    let lines = [
        "files add-file --name a --body.file photo.txt",
        "files login --user ada --scopes read --scopes a&b --profile.age 3",
        "items get-item --id a",
        "items get-item --id a --api-version 2023-01-01",
        "items change-item --id a --note=null --size.width 3 --tags x --tags y",
        "items change-item --id a --file body.json --note x",
        "items change-item --id a --unknown x",
    ];
    let directory = tempfile::tempdir()?;
    fs::write(directory.path().join("photo.txt"), "pixels")?;
    assert_snapshot!(transcript(replies, &lines, directory.path()).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_from_files() -> io::Result<()> {
    let replies = [Reply::status(204), Reply::status(204)];
    let lines = [
        "files login --body-template",
        "files login --file login.json",
        "files add-file --body-template",
        "files add-file --file photo.json",
        "files add-file --file missing.json",
        "files login --file list.json",
    ];
    let directory = tempfile::tempdir()?;
    let files = [
        ("photo.txt", "pixels"),
        ("login.json", r#"{"user": "ada", "scopes": ["a&b"]}"#),
        ("photo.json", r#"{"name": "a", "file": "photo.txt"}"#),
        ("list.json", "[1]"),
        ("missing.json", r#"{"name": 1, "file": "missing.txt"}"#),
    ];
    for (name, text) in files {
        fs::write(directory.path().join(name), text)?;
    }
    assert_snapshot!(transcript(replies, &lines, directory.path()).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_of_a_chosen_media_type() -> io::Result<()> {
    let lines = [
        "items set-note --id a --text x",
        "items set-note --id a --content-type text/plain --file note.txt",
        "items set-note --id a --content-type text/plain --text x",
        "items set-note --id a --content-type text/plain",
    ];
    let directory = tempfile::tempdir()?;
    fs::write(directory.path().join("note.txt"), "not JSON")?;
    let replies = [Reply::status(204), Reply::status(204)];
    assert_snapshot!(transcript(replies, &lines, directory.path()).await?);
    Ok(())
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn an_interrupt_says_whether_the_request_was_sent() -> io::Result<()> {
    let reply = Reply::status(204).delayed(Duration::from_secs(60));
    let server = Server::start([reply]).await?;
    let program = PROGRAM
        .as_ref()
        .map_err(|it| io::Error::other(it.clone()))?;
    let child = tokio::process::Command::new(program)
        .args(["files", "login", "--user", "ada"])
        .env("SHOP_BASE_URL", server.url())
        .stderr(std::process::Stdio::piped())
        .spawn()?;
    for _ in 0..500 {
        if !server.requests().is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let id = child.id().unwrap_or_default().to_string();
    let killed = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status()?;
    assert!(killed.success());
    let output = child.wait_with_output().await?;
    assert_snapshot!(format!(
        "{}=> {:?}",
        String::from_utf8_lossy(&output.stderr),
        output.status.code()
    ));
    Ok(())
}
