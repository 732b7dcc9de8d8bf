use http::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use http::{HeaderName, HeaderValue};
use serde_json::json;

use super::support::{GROUP, Memory, SERVICE, create};
use crate::types::{CreateEndpointRequest, PrivateLinkEndpoint};
use crate::wire::UnknownVariant;

const AWS: &str = r#"{"cloudProvider":"AWS","connectionStatus":"PENDING"}"#;
const URL: &str = "https://example.test/api/atlas/v2/groups/0123456789abcdef01234567/privateEndpoint/AWS/endpointService/89abcdef0123456789abcdef/endpoint";

fn is_send<T: Send + Sync + Clone + 'static>(value: T) -> T {
    value
}

#[tokio::test]
async fn a_request_is_what_the_document_says_to_the_byte() {
    let memory = Memory::json(200, AWS);
    let call = is_send(create(&memory.client()).pretty(true).pretty(false));
    let response = tokio::spawn(call.send()).await.unwrap().unwrap();
    assert!(matches!(response, PrivateLinkEndpoint::Aws(_)));
    let request = memory.request();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), format!("{URL}?pretty=false").as_str());
    assert_eq!(
        request.headers()[ACCEPT],
        "application/vnd.atlas.2023-01-01+json"
    );
    assert_eq!(
        request.headers()[CONTENT_TYPE],
        "application/vnd.atlas.2023-01-01+json"
    );
    assert_eq!(request.body(), r#"{"cloudProvider":"AWS","id":"vpce-1"}"#);
}

#[tokio::test]
async fn a_path_parameter_without_value_takes_its_default() {
    let memory = Memory::json(200, AWS);
    let body = CreateEndpointRequest::Unknown(UnknownVariant::new(json!({"id": "x"})));
    let services = memory.client().private_endpoint_services();
    services
        .create_private_endpoint(&GROUP, &SERVICE, body)
        .send()
        .await
        .unwrap();
    assert_eq!(memory.request().uri(), URL);
}

#[tokio::test]
async fn a_path_parameter_that_would_be_another_path_is_not_sent() {
    for (provider, reason) in [("..", "is `..`"), (".", "is `.`"), ("", "is empty")] {
        let memory = Memory::json(200, AWS);
        let raw = json!({"cloudProvider": provider});
        let body = CreateEndpointRequest::Unknown(UnknownVariant::new(raw));
        let services = memory.client().private_endpoint_services();
        let call = services.create_private_endpoint(&GROUP, &SERVICE, body);
        let error = call.send().await.unwrap_err();
        assert!(error.is_not_sent() && !error.is_retryable());
        assert!(error.to_string().contains(reason), "{error}");
        assert!(memory.requests.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_path_value_is_encoded_exactly_once() {
    let memory = Memory::json(200, AWS);
    let raw = json!({"cloudProvider": "/a/b%2F c?#é~-._"});
    let body = CreateEndpointRequest::Unknown(UnknownVariant::new(raw));
    let services = memory.client().private_endpoint_services();
    services
        .create_private_endpoint(&GROUP, &SERVICE, body)
        .send()
        .await
        .unwrap();
    let path = memory.request().uri().path().to_owned();
    assert!(
        path.contains("/%2Fa%2Fb%252F%20c%3F%23%C3%A9~-._/"),
        "{path}"
    );
}

#[tokio::test]
async fn headers_of_the_call_win_over_those_of_the_document_and_the_client() {
    let memory = Memory::json(200, AWS);
    let (name, other) = (
        HeaderName::from_static("x-a"),
        HeaderName::from_static("x-b"),
    );
    let value = HeaderValue::from_static;
    let builder = memory.builder().user_agent_suffix("tool/2");
    let builder = builder.default_header(name.clone(), value("client"));
    let client = builder
        .default_header(other.clone(), value("client"))
        .build()
        .unwrap();
    let call = create(&client).with_header(name.clone(), value("call"));
    call.with_header(ACCEPT, value("application/json"))
        .send()
        .await
        .unwrap();
    let request = memory.request();
    assert_eq!(request.headers()[name], "call");
    assert_eq!(request.headers()[other], "client");
    assert_eq!(request.headers()[ACCEPT], "application/json");
    let product = concat!(
        env!("CARGO_PKG_NAME"),
        "/",
        env!("CARGO_PKG_VERSION"),
        " tool/2"
    );
    assert_eq!(request.headers()[USER_AGENT], product);
}

#[tokio::test]
async fn a_success_of_any_status_is_decoded_and_shows_its_status() {
    let memory = Memory::json(201, AWS)
        .header("ratelimit-limit", "100")
        .header("ratelimit-remaining", "99")
        .header("x-request-id", "r-1");
    let response = create(&memory.client()).send_with_meta().await.unwrap();
    assert_eq!(response.status(), 201);
    assert_eq!(response.request_id(), Some("r-1"));
    let limit = response.rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(100), Some(99)));
    assert_eq!(response.into_body().tag(), Some("AWS"));
}

#[tokio::test]
async fn json_is_known_by_its_essence_or_tried_without_a_content_type() {
    for content_type in [
        "",
        "application/json",
        "Text/JSON; charset=utf-8",
        "a/b+json",
    ] {
        let memory = Memory::new(200, content_type, AWS);
        assert!(
            create(&memory.client()).send().await.is_ok(),
            "{content_type}"
        );
    }
}

#[tokio::test]
async fn a_body_that_is_not_what_the_document_says_hides_nothing() {
    let memory = Memory::json(200, r#"{"cloudProvider":"AWS","deleteRequested":"yes"}"#);
    let error = create(&memory.client()).send().await.unwrap_err();
    assert!(error.is_decode() && !error.is_retryable());
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 200 OK: unexpected body at /deleteRequested"
    );
    let memory = Memory::new(200, "text/html", "<html>").header("x-request-id", "r-2");
    let error = create(&memory.client()).send().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body().unwrap(), "<html>");
    assert_eq!(error.request_id(), Some("r-2"));
}

#[tokio::test]
async fn an_envelope_is_opened_and_its_status_counts() {
    for key in ["content", "envelope"] {
        let memory = Memory::json(200, &format!(r#"{{"status":201,"{key}":{AWS}}}"#));
        let call = create(&memory.client()).envelope(true);
        let response = call.send_with_meta().await.unwrap();
        assert_eq!(response.status(), 201);
        assert_eq!(response.body().tag(), Some("AWS"));
        assert!(
            memory
                .request()
                .uri()
                .query()
                .unwrap()
                .contains("envelope=true")
        );
    }
    let memory = Memory::json(
        200,
        r#"{"status":409,"content":{"error":409,"errorCode":"X"}}"#,
    );
    let error = create(&memory.client())
        .envelope(true)
        .send()
        .await
        .unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.error_code(), Some("X"));
}

#[tokio::test]
async fn what_is_in_no_envelope_stays_as_it_is() {
    let memory = Memory::new(503, "text/html", "<html>");
    let error = create(&memory.client())
        .envelope(true)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), &error.body().unwrap()[..]),
        (503, &b"<html>"[..])
    );
    let memory = Memory::json(200, AWS);
    assert!(
        create(&memory.client())
            .envelope(false)
            .send()
            .await
            .is_ok()
    );
}

#[test]
fn debug_of_a_call_shows_no_argument_and_no_body() {
    let memory = Memory::json(200, AWS);
    let text = format!("{:?}", create(&memory.client()));
    assert!(
        text.contains("createPrivateEndpoint") && text.contains("groupId"),
        "{text}"
    );
    assert!(
        !text.contains("vpce") && !text.contains("0123456789"),
        "{text}"
    );
}
