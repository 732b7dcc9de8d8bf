use std::error::Error as StdError;
use std::time::Duration;

use http::header::AUTHORIZATION;

use super::support::{Memory, create, serve_once};
use crate::SecurityScheme;
use crate::{
    Authorization, BearerToken, BoxFuture, Client, ClientBuilder, Credentials, Retry, Secret,
    SecurityKind,
};

const AWS: &str = r#"{"cloudProvider":"AWS"}"#;

#[test]
fn a_base_url_is_checked() {
    for url in [
        "https://a.test",
        "http://127.0.0.1:8080/base/",
        "https://[::1]/",
    ] {
        assert!(Client::builder().base_url(url).build().is_ok(), "{url}");
    }
    for url in [
        "",
        "a.test",
        "ftp://a.test",
        "https://u:p@a.test",
        "https://a.test/?x",
        "https://",
    ] {
        let error = Client::builder().base_url(url).build().unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("client: the base URL must be"),
            "{url}: {error}"
        );
    }
}

#[test]
fn the_base_url_comes_from_the_caller_then_the_environment_then_the_document() {
    let variable = |name: &str| {
        (name == "MONGODB_ATLAS_BASE_URL").then(|| "https://env.test/base/".to_owned())
    };
    let url = |builder: ClientBuilder| builder.build().unwrap().base_url().to_owned();
    assert_eq!(url(Client::builder()), "https://cloud.mongodb.com");
    assert_eq!(
        url(Client::builder().with_variables(&variable)),
        "https://env.test/base"
    );
    let builder = Client::builder()
        .base_url("https://caller.test")
        .with_variables(&variable);
    assert_eq!(url(builder), "https://caller.test");
}

#[test]
fn a_user_agent_that_is_no_header_is_an_error() {
    assert!(Client::builder().user_agent_suffix("a\nb").build().is_err());
}

#[tokio::test]
async fn a_bearer_token_is_sent_and_never_shown() {
    let memory = Memory::json(200, AWS);
    let token = BearerToken::new("hunter2");
    let builder = memory.builder().credentials(token.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    create(&client).send().await.unwrap();
    assert_eq!(memory.request().headers()[AUTHORIZATION], "Bearer hunter2");
    let shown = format!("{shown}{client:?}{token:?}{:?}", memory.request().headers());
    assert!(!shown.contains("hunter2"), "{shown}");
    let secret = Secret::new("hunter2");
    assert_eq!(
        (format!("{secret}{secret:?}"), secret.expose()),
        ("[redacted][redacted]".into(), "hunter2")
    );
}

#[tokio::test]
async fn a_token_that_is_no_header_is_an_error_that_does_not_show_it() {
    let memory = Memory::json(200, AWS);
    let client = memory
        .builder()
        .credentials(BearerToken::new("hunter2\n"))
        .build()
        .unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert!(error.is_not_sent());
    assert!(!format!("{error} {error:?} {}", error.source().unwrap()).contains("hunter2"));
    assert!(memory.requests.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_client_without_credentials_sends_none() {
    let memory = Memory::json(200, AWS);
    create(&memory.client()).send().await.unwrap();
    assert!(!memory.request().headers().contains_key(AUTHORIZATION));
}

/// Serves one kind of scheme, and notes in a header which it was asked for.
struct Only(SecurityKind);

impl Credentials for Only {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        scheme.kind == self.0
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            let value = http::HeaderValue::from_static(authorization.schemes[0].name);
            request.headers_mut().insert(AUTHORIZATION, value);
            Ok(())
        })
    }
}

#[tokio::test]
async fn the_first_alternative_that_the_credentials_serve_is_used() {
    let memory = Memory::json(200, AWS);
    let client = memory
        .builder()
        .credentials(Only(SecurityKind::HttpDigest))
        .build()
        .unwrap();
    create(&client).send().await.unwrap();
    assert_eq!(memory.request().headers()[AUTHORIZATION], "DigestAuth");
}

#[tokio::test]
async fn credentials_that_serve_no_alternative_are_an_error_before_anything_is_sent() {
    let memory = Memory::json(200, AWS);
    let client = memory
        .builder()
        .credentials(Only(SecurityKind::HttpBasic))
        .build()
        .unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert!(error.is_not_sent());
    assert!(
        error
            .to_string()
            .contains("it needs ServiceAccounts or DigestAuth"),
        "{error}"
    );
    assert!(memory.requests.lock().unwrap().is_empty());
}

fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n{body}").into_bytes()
}

#[tokio::test]
async fn the_default_transport_speaks_http() {
    let (url, served) =
        serve_once(answer("200 OK", "content-type: application/json\r\n", AWS)).await;
    let client = Client::builder().base_url(url).build().unwrap();
    let response = create(&client).send_with_meta().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
    let request = served.await.unwrap().unwrap();
    assert!(
        request.starts_with("POST /api/atlas/v2/groups/0123456789abcdef01234567/"),
        "{request}"
    );
    assert!(
        request.contains("accept: application/vnd.atlas.2023-01-01+json\r\n"),
        "{request}"
    );
    assert!(
        request.contains("content-type: application/vnd.atlas.2023-01-01+json\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (url, _served) = serve_once(answer(
        "307 Temporary Redirect",
        "location: http://elsewhere.test/\r\n",
        "",
    ))
    .await;
    let client = Client::builder().base_url(url).build().unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
}

#[tokio::test]
async fn a_response_beyond_the_limit_is_not_kept() {
    let (url, _served) = serve_once(answer("200 OK", "", AWS)).await;
    let client = Client::builder()
        .base_url(url)
        .max_response_bytes(AWS.len() - 1)
        .build()
        .unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 200 OK: the response is too large"
    );
    assert!(error.is_response_too_large() && error.body().is_none());
    assert_eq!(error.headers().unwrap()["content-length"], "23");
}

#[tokio::test]
async fn a_response_that_does_not_come_is_a_timeout() {
    // The system takes the connection; nobody answers.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder()
        .base_url(url)
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap();
    let call = create(&client).with_timeout(Duration::from_millis(50));
    let error = call.send().await.unwrap_err();
    assert!(error.is_timeout() && !error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn a_response_that_breaks_off_is_a_failure_of_the_transport() {
    let (url, _served) =
        serve_once(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{".to_vec()).await;
    let client = Client::builder().base_url(url).build().unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 200 OK: the exchange failed"
    );
    assert!(error.is_retryable() && !error.is_connect() && error.source().is_some());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_failure_to_connect() {
    let (url, served) = serve_once(Vec::new()).await;
    served.abort();
    let _ = served.await;
    let client = Client::builder()
        .base_url(url)
        .retry(Retry::off())
        .build()
        .unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert!(
        error.is_connect() && error.is_retryable() && error.source().is_some(),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_derived_client_differs_in_what_was_changed() {
    let memory = Memory::json(200, AWS);
    let first = memory.builder().credentials(BearerToken::new("one"));
    let first = first
        .user_agent_suffix("tool/1")
        .default_header(http::header::COOKIE, http::HeaderValue::from_static("kept"));
    let first = first.build().unwrap();
    let retry = Retry::new().max_attempts(2);
    let changed = first.with(|options| {
        options
            .base_url("https://other.test/v2")
            .credentials(BearerToken::new("two"))
            .timeout(Duration::from_secs(1))
            .retry(retry.clone())
            .user_agent_suffix("tool/2")
    });
    let changed = changed.unwrap();
    let open = first.with(ClientBuilder::without_credentials).unwrap();
    let same = first.with(|options| options).unwrap();
    for client in [&first, &changed, &open, &same] {
        create(client).send().await.unwrap();
    }
    let requests = memory.requests.lock().unwrap();
    let seen: Vec<_> = requests
        .iter()
        .map(|request| {
            let headers = request.headers();
            assert_eq!(headers["cookie"], "kept");
            let token = headers.get(AUTHORIZATION).map(|it| it.to_str().unwrap());
            let tool = headers["user-agent"].to_str().unwrap().rsplit(' ').next();
            (request.uri().host().unwrap(), token, tool)
        })
        .collect();
    let unchanged = ("example.test", Some("Bearer one"), Some("tool/1"));
    let changed_request = ("other.test", Some("Bearer two"), Some("tool/2"));
    let open_request = ("example.test", None, Some("tool/1"));
    assert_eq!(seen, [unchanged, changed_request, open_request, unchanged]);
    assert_eq!(
        (changed.parts().retry == retry, first.parts().retry == retry),
        (true, false)
    );
    assert!(std::sync::Arc::ptr_eq(
        &changed.parts().transport,
        &first.parts().transport
    ));
    assert!(std::sync::Arc::ptr_eq(
        &changed.parts().clock,
        &first.parts().clock
    ));
    let error = first
        .with(|options| options.base_url("nowhere"))
        .unwrap_err();
    assert!(error.to_string().contains("base URL"), "{error}");
}

#[tokio::test]
async fn a_derived_client_keeps_a_user_agent_of_the_caller() {
    let memory = Memory::json(200, AWS);
    let own = http::HeaderValue::from_static("mine");
    let client = memory
        .builder()
        .default_header(http::header::USER_AGENT, own);
    let client = client
        .build()
        .unwrap()
        .with(|it| it.user_agent_suffix("tool/2"));
    create(&client.unwrap()).send().await.unwrap();
    assert_eq!(memory.request().headers()["user-agent"], "mine");
}
