//! A document with webhooks and nothing else: events by a constant of the body, signed as Standard Webhooks.

use std::time::{Duration, SystemTime};

use fixture_webhooks_only::{SignatureError, types};
use fixture_webhooks_only::webhooks::{self, Event};
use http::{HeaderMap, HeaderName, HeaderValue};

#[test]
fn a_constant_of_the_body_selects_the_event() {
    let parse = |body: &str| webhooks::parse(&HeaderMap::new(), body.as_bytes());
    let paid = parse(r#"{"type":"invoice.paid","amount":5}"#).unwrap();
    assert!(matches!(paid, Event::InvoicePaid(paid) if paid.amount == 5));
    let failed = parse(r#"{"reason":"a","type":"invoice.failed"}"#).unwrap();
    assert!(matches!(failed, Event::InvoiceFailed(failed) if failed.reason == "a"));
    let other = parse(r#"{"type":"invoice.sent"}"#).unwrap();
    assert!(matches!(other, Event::Unknown(event) if event.name() == Some("invoice.sent")));
    assert!(parse(r#"{"type":"invoice.paid"}"#).is_err());
    // The payload is a type of the API with the name of the enum.
    let event: types::Event = serde_json::from_str(r#"{"type":"event","reference":"a"}"#).unwrap();
    assert_eq!(parse(r#"{"type":"event","reference":"a"}"#).unwrap(), Event::Event(event));
}

/// The example of the reference implementations of Standard Webhooks.
#[test]
fn the_signature_is_that_of_standard_webhooks() {
    let headers = [
        ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
        ("webhook-timestamp", "1614265330"),
        ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
    ];
    let headers = headers.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
    let headers = HeaderMap::from_iter(headers);
    let verifier = webhooks::verifier(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]);
    let body = br#"{"test": 2432232314}"#;
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_614_265_330);
    assert_eq!(verifier.verify_at(&headers, body, time), Ok(()));
    assert_eq!(verifier.verify(&headers, body), Err(SignatureError::Expired));
    assert_eq!(verifier.verify_at(&headers, b"{}", time), Err(SignatureError::Mismatch));
}
