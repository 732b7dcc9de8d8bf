//! Work whose progress is at a URL of the response, on the wire.

use std::time::Duration;

use fixture_long_running::api::{
    AuditVault, CreateVault, DeleteVault, ImportData, MakeReport, OpenVault, PingVault, RestoreVault, RunJob,
};
use fixture_long_running::testing::{Answer, InMemory, Operation};
use fixture_long_running::types::Vault;
use fixture_long_running::{BearerToken, Client, Wait, WaitError};
use http::{HeaderName, HeaderValue};

type Headers = &'static [(&'static str, &'static str)];

/// A client and its server, which gives one answer after the other: polls belong to the operation as well.
fn serve<O: Operation>(answers: &[(u16, Headers, &'static str)]) -> (InMemory, Client) {
    let server = InMemory::new();
    let stub = server.on::<O>();
    for (status, headers, body) in answers {
        let answer = Answer::new(*status, *body);
        let headers = headers.iter();
        stub.reply(headers.fold(answer, |answer, (name, value)| {
            answer.header(HeaderName::from_static(name), HeaderValue::from_static(value))
        }));
    }
    let builder = Client::builder().transport(server.clone());
    let client = builder.credentials(BearerToken::new("s3cret")).build();
    (server, client.unwrap())
}

fn requests(server: &InMemory) -> Vec<String> {
    let requests = server.requests();
    let lines = requests.iter().map(|request| {
        assert_eq!(request.headers()["authorization"], "Bearer s3cret");
        let url = request.uri().to_string();
        let path = url.strip_prefix("https://vaults.example/api").unwrap();
        format!("{} {path}", request.method())
    });
    lines.collect()
}

const STATUS: Headers = &[("azure-asyncoperation", "/api/work/7"), ("location", "/api/vaults/b"), ("retry-after", "5")];
const RUNNING: &str = r#"{"status":"Running"}"#;
const DONE: &str = r#"{"status":"Succeeded","entries":["e"]}"#;
const VAULT: &str = r#"{"name":"a","size":1}"#;

#[tokio::test]
async fn the_result_is_typed() {
    let work = [(202, STATUS, ""), (200, &[], RUNNING), (200, &[], DONE), (200, &[], VAULT)];
    let (server, client) = serve::<CreateVault>(&work);
    let created = client.vaults().create_vault("a", Vault::default());
    let vault: Vault = created.send_and_wait(Wait::new()).await.unwrap().into_body();
    assert_eq!(vault.size, Some(1));
    let polls = ["GET /work/7", "GET /work/7"];
    assert_eq!(requests(&server), [&["PUT /vaults/a"][..], &polls, &["GET /vaults/a"]].concat());
    // The first pause is that of the header.
    assert_eq!(server.waited(), Duration::from_secs(5 + 10));

    let (server, client) = serve::<RestoreVault>(&work);
    let restored = client.vaults().restore_vault("a").send_and_wait(Wait::new()).await;
    assert_eq!(restored.unwrap().body().name.as_deref(), Some("a"));
    assert_eq!(requests(&server)[3], "GET /vaults/b");

    let (server, client) = serve::<AuditVault>(&work);
    let audit = client.vaults().audit_vault("a").send_and_wait(Wait::new()).await.unwrap();
    assert_eq!(audit.into_body().unwrap().entries.unwrap(), ["e"]);
    assert_eq!(requests(&server).len(), 3);
    let (_, client) = serve::<AuditVault>(&[(204, &[], "")]);
    let audit = client.vaults().audit_vault("a").send_and_wait(Wait::new()).await;
    assert_eq!(audit.unwrap().into_body(), None);
}

#[tokio::test]
async fn a_request_is_repeated_until_it_is_not_accepted() {
    let wait: Headers = &[("retry-after", "2")];
    let (server, client) = serve::<OpenVault>(&[(202, wait, ""), (202, wait, ""), (200, &[], VAULT)]);
    let vault = client.vaults().open_vault("a").send_and_wait(Wait::new()).await;
    assert_eq!(vault.unwrap().body().name.as_deref(), Some("a"));
    assert_eq!(requests(&server), ["GET /vaults/a"; 3]);
    assert_eq!(server.waited(), Duration::from_secs(4));
}

#[tokio::test]
async fn headers_imply_work() {
    let location: Headers = &[("location", "/api/jobs/1")];
    let (server, client) = serve::<RunJob>(&[(202, location, r#"{"percent":1}"#), (202, &[], r#"{"percent":9}"#), (200, &[], r#"{"id":"1"}"#)]);
    let job = client.jobs().run_job().send_and_wait(Wait::new()).await.unwrap();
    assert_eq!(job.into_body().id.as_deref(), Some("1"));
    assert_eq!(requests(&server), ["POST /jobs", "GET /jobs/1", "GET /jobs/1"]);

    let status: Headers = &[("operation-location", "https://vaults.example/api/imports/1?x=1")];
    let (server, client) = serve::<ImportData>(&[(202, status, ""), (200, &[], RUNNING), (200, &[], DONE)]);
    let () = client.jobs().import_data().send_and_wait(Wait::new()).await.unwrap().into_body();
    assert_eq!(requests(&server)[1..], ["GET /imports/1?x=1"; 2]);
    // `send` is unchanged, and what the document or a setting switches off has nothing else.
    let (_, client) = serve::<PingVault>(&[(202, location, r#"{"percent":1}"#)]);
    assert_eq!(client.vaults().ping_vault("a").send().await.unwrap().percent, Some(1));
    let (_, client) = serve::<MakeReport>(&[(202, location, "")]);
    client.jobs().make_report().send().await.unwrap();
}

#[tokio::test]
async fn a_failure_has_the_reason_of_the_server() {
    let failed = r#"{"status":"Failed","error":{"code":"Locked","message":"the vault is locked"}}"#;
    let (_, client) = serve::<DeleteVault>(&[(202, STATUS, ""), (200, &[], failed)]);
    let error = client.vaults().delete_vault("a").send_and_wait(Wait::new()).await.unwrap_err();
    assert_eq!(error.to_string(), "deleteVault: the state is Failed: the vault is locked");
    let body = error.last_poll().unwrap().response().unwrap().body();
    assert_eq!(body["error"]["code"], "Locked");

    let (server, client) = serve::<DeleteVault>(&[(202, &[("location", "https://other.example/x")], "")]);
    let error = client.vaults().delete_vault("a").send_and_wait(Wait::new()).await.unwrap_err();
    let WaitError::Call(error) = error else {
        panic!("{error:?}");
    };
    assert!(error.to_string().ends_with("`allow_origin` allows it"), "{error}");
    assert_eq!(server.requests().len(), 1);
}
