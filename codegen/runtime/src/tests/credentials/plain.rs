//! Credentials that are sent as they are, of schemes that the document of `constants.rs` lacks.

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderValue, Method};

use super::support::*;
use crate::auth::credentials::AttemptContext;
use crate::auth::hold::Hold;
use crate::net::limits::Limits;
use crate::tests::support::received;
use crate::{
    ApiKey, ApiKeyLocation, Authorization, BasicCredentials, Credentials, SecurityKind,
    SecurityScheme,
};

fn key(location: ApiKeyLocation, name: &'static str) -> SecurityScheme {
    SecurityScheme {
        name,
        kind: SecurityKind::ApiKey { location, name },
    }
}

const BASIC: SecurityScheme = SecurityScheme {
    name: "Basic",
    kind: SecurityKind::HttpBasic,
};

/// What `credentials` make of a request for `schemes`.
async fn authorized(
    credentials: &dyn Credentials,
    schemes: &[&SecurityScheme],
) -> Result<Request, String> {
    let url = "https://a.test/things?a=1".parse().unwrap();
    let mut request = reqwest::Request::new(Method::GET, url);
    let cookie = HeaderValue::from_static("a=1");
    request.headers_mut().insert(COOKIE, cookie);
    let server = Server::new(|_| response(500, &[], ""));
    let authorization = Authorization {
        schemes,
        base_url: "https://a.test",
        headers: &HeaderMap::new(),
        attempt: &AttemptContext {
            transport: &server,
            limits: Limits {
                timeout: None,
                response_bytes: 0,
                decoded_bytes: None,
            },
            clock: &StoppedClock::new(),
            deadline: None,
            hold: Hold::default(),
        },
    };
    let done = credentials.authorize(&mut request, authorization).await;
    done.map(|()| received(request))
        .map_err(|error| error.to_string())
}

#[tokio::test]
async fn a_user_and_a_password_are_joined() {
    let credentials = BasicCredentials::new("Aladdin", "open sesame");
    assert!(credentials.serves(&BASIC));
    let request = authorized(&credentials, &[&BASIC]).await.unwrap();
    // The example of RFC 7617, 2.
    let header = &request.headers()[AUTHORIZATION];
    assert_eq!(header, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assert!(header.is_sensitive() && !format!("{credentials:?}").contains("sesame"));
    let colon = BasicCredentials::new("a:b", "c");
    assert!(authorized(&colon, &[&BASIC]).await.is_err());
}

#[tokio::test]
async fn a_key_goes_where_the_document_says() {
    let credentials = ApiKey::new("k&y");
    let header = key(ApiKeyLocation::Header, "X-Key");
    let request = authorized(&credentials, &[&header]).await.unwrap();
    assert_eq!(request.headers()["x-key"], "k&y");
    assert!(request.headers()["x-key"].is_sensitive());
    let query = key(ApiKeyLocation::Query, "the key");
    let request = authorized(&credentials, &[&query]).await.unwrap();
    assert_eq!(request.uri(), "https://a.test/things?a=1&the%20key=k%26y");
    let cookie = key(ApiKeyLocation::Cookie, "key");
    let request = authorized(&credentials, &[&cookie]).await.unwrap();
    assert_eq!(request.headers()[COOKIE], "a=1; key=k&y");
    assert!(!format!("{credentials:?}").contains("k&y"));
}

#[tokio::test]
async fn a_key_that_fits_nowhere_is_not_shown() {
    for name in ["X-Key", "X Key"] {
        let scheme = key(ApiKeyLocation::Header, name);
        let error = authorized(&ApiKey::new("hunter2\n"), &[&scheme]).await;
        assert!(!error.unwrap_err().contains("hunter2"));
    }
}

#[tokio::test]
async fn each_scheme_of_a_set_gets_what_serves_it() {
    let (id, secret) = (
        key(ApiKeyLocation::Header, "x-id"),
        key(ApiKeyLocation::Header, "x-secret"),
    );
    let list: Vec<std::sync::Arc<dyn Credentials>> = vec![
        std::sync::Arc::new(BasicCredentials::new("u", "p")),
        std::sync::Arc::new(ApiKey::new("1").for_scheme("x-id")),
        std::sync::Arc::new(ApiKey::new("2").for_scheme("x-secret")),
    ];
    assert!(list.serves(&id) && list.serves(&BASIC));
    assert!(!list.serves(&key(ApiKeyLocation::Header, "x-other")));
    let request = authorized(&list, &[&secret, &id]).await.unwrap();
    assert_eq!(request.headers()["x-id"], "1");
    assert_eq!(request.headers()["x-secret"], "2");
    assert!(!request.headers().contains_key(AUTHORIZATION));
}

#[tokio::test]
async fn a_key_that_no_cookie_can_have_is_refused_and_not_shown() {
    let scheme = key(ApiKeyLocation::Cookie, "session");
    for forbidden in ["a;b", "a,b", "a b", "a\"b", "a\\b", "a\r\nb", "é"] {
        let error = authorized(&ApiKey::new(forbidden), &[&scheme]).await;
        assert_eq!(
            error.err().unwrap(),
            "the key contains a character that is invalid in cookies"
        );
    }
    let request = authorized(&ApiKey::new("s%3Aa.b="), &[&scheme])
        .await
        .unwrap();
    assert_eq!(request.headers()[COOKIE], "a=1; session=s%3Aa.b=");
}
