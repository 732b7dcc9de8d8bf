use std::error::Error as StdError;

use http::Method;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue, USER_AGENT};
use serde_json::json;

use super::support::{GROUP, Memory, SERVICE, create};
use crate::SecurityScheme;
use crate::types::{AwsEndpointId, CreateEndpointRequest};
use crate::wire::secrets;
use crate::wire::{self, UnknownVariant};
use crate::{Authorization, BearerToken, BoxFuture, Credentials, Secret, SecurityKind};

const URL: &str = "https://example.test/api/atlas/v2/groups/0123456789abcdef01234567/privateEndpoint/AWS/endpointService/89abcdef0123456789abcdef/endpoint";

#[test]
fn a_call_is_a_command_line_without_secrets() {
    let client = Memory::json(200, "").builder();
    let client = client
        .credentials(BearerToken::new("hunter2"))
        .default_header(USER_AGENT, HeaderValue::from_static("it's me"));
    let call = create(&client.build().unwrap()).pretty(true);
    let line = call
        .with_header(AUTHORIZATION, HeaderValue::from_static("hunter2"))
        .to_curl()
        .unwrap();
    let expected = format!(
        r#"curl --request POST --header "authorization: Bearer $TOKEN" --header 'user-agent: it'\''s me' --header 'accept: application/vnd.atlas.2023-01-01+json' --header 'content-type: application/vnd.atlas.2023-01-01+json' --header 'authorization: [redacted]' --data-raw '{{"cloudProvider":"AWS","id":"vpce-1"}}' '{URL}?pretty=true'"#
    );
    assert_eq!(line, expected);
}

#[tokio::test]
async fn a_call_takes_parameters_that_the_document_does_not_describe() {
    let memory = Memory::json(200, r#"{"cloudProvider":"AWS"}"#);
    let call = create(&memory.client()).pretty(true);
    let call = call
        .with_query("a b", "&")
        .with_query("n", 1)
        .with_query("n", 2);
    let line = call.to_curl().unwrap();
    let hidden = "%5Bredacted%5D";
    let query = format!("?pretty=true&a%20b={hidden}&n={hidden}&n={hidden}'");
    assert!(line.ends_with(&query), "{line}");
    call.send().await.unwrap();
    let sent = memory.request().uri().query().map(str::to_owned);
    assert_eq!(sent.as_deref(), Some("pretty=true&a%20b=%26&n=1&n=2"));
}

#[test]
fn headers_that_are_sensitive_are_left_out() {
    let mut value = HeaderValue::from_static("hunter2");
    value.set_sensitive(true);
    let request = Memory::json(200, "").client().request(Method::HEAD, "/api");
    let request = request.with_header(HeaderName::from_static("x-key"), value);
    let line = request.to_curl().unwrap();
    assert!(line.starts_with("curl --head "), "{line}");
    assert!(line.contains("'x-key: [redacted]'"), "{line}");
}

#[test]
fn a_method_is_one_word_of_the_command_line() {
    for (method, expected) in [
        ("PURGE", "PURGE"),
        ("VERSION-CONTROL", "VERSION-CONTROL"),
        ("`id`", "'`id`'"),
        ("$A&'|", r"'$A&'\''|'"),
    ] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = Memory::json(200, "").client().request(method, "/api");
        let line = request.to_curl().unwrap();
        let start = format!("curl --request {expected} ");
        assert!(line.starts_with(&start), "{line}");
    }
}

#[test]
fn a_body_that_is_no_text_comes_from_elsewhere() {
    let request = Memory::json(200, "").client().request(Method::PUT, "/api");
    let line = request.body(&b"\xff"[..]).to_curl().unwrap();
    assert!(line.contains("--data-binary @-"), "{line}");
}

#[test]
fn what_cannot_be_sent_cannot_be_shown() {
    let request = Memory::json(200, "").client().request(Method::PUT, "api");
    assert!(request.to_curl().unwrap_err().is_not_sent());
}

/// Serves digest only.
struct Digest;

impl Credentials for Digest {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        scheme.kind == SecurityKind::HttpDigest
    }

    fn authorize<'a>(
        &'a self,
        _: &'a mut reqwest::Request,
        _: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Ok(()) })
    }
}

#[test]
fn the_shell_fills_in_what_the_scheme_asks_for() {
    let client = Memory::json(200, "").builder().credentials(Digest);
    let line = create(&client.build().unwrap()).to_curl().unwrap();
    assert!(
        line.contains(r#" --digest --user "$USERNAME:$PASSWORD" "#),
        "{line}"
    );
}

#[derive(Clone, Default)]
struct Login {
    user: String,
    pin: Option<Secret>,
    more: Vec<Login>,
}

wire::object!(Login { user: "user" required, pin: "p/in", more: "more" });

#[test]
fn secrets_are_found_wherever_they_are() {
    let login = Login {
        pin: Some("1234".into()),
        ..Login::default()
    };
    let nested = Login {
        more: vec![login.clone(), Login::default()],
        ..login
    };
    let found = ["/p~1in", "/more/0/p~1in"];
    assert_eq!(secrets::secrets(&nested), found);
    assert!(secrets::secrets(&AwsEndpointId::new_unchecked("x")).is_empty());
}

#[test]
fn an_unknown_variant_is_left_out_as_it_may_be_secret() {
    let raw = json!({"cloudProvider": "OCI", "key": "hunter2"});
    let body = CreateEndpointRequest::Unknown(UnknownVariant::new(raw));
    assert_eq!(secrets::secrets(&body), [""]);
    let services = Memory::json(200, "").client().private_endpoint_services();
    let call = services.create_private_endpoint(&GROUP, &SERVICE, body);
    let line = call.to_curl().unwrap();
    assert!(line.contains(r#"--data-raw '"[redacted]"'"#), "{line}");
}
