//! Signatures of webhooks, with the test vectors of their specifications, and the selection of events.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::webhook::keyed_hash::{decode, matches};
use crate::webhook::signature::Scheme;
use crate::webhook::{PlainSignature, Selection, StandardSignature, StripeSignature};
use crate::{Secret, SignatureError, WebhookVerifier};

static GITHUB: PlainSignature = PlainSignature {
    header: "x-hub-signature-256",
    prefix: "sha256=",
    encoding: "hex",
    hash: "sha256",
};

static STRIPE: StripeSignature = StripeSignature {
    header: "stripe-signature",
};

fn verifier(scheme: &'static dyn Scheme, secrets: &[&str]) -> WebhookVerifier {
    let secrets = secrets.iter().map(|it| Secret::new(*it));
    WebhookVerifier::with_scheme(scheme, secrets.collect())
}

fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
    let all = all.iter().map(|(name, value)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_str(value).unwrap(),
        )
    });
    all.collect()
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// The example of the documentation of GitHub.
#[test]
fn github() {
    let signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    let signed = headers(&[("x-hub-signature-256", signature)]);
    let secret = "It's a Secret to Everybody";
    let verifier = verifier(&GITHUB, &[secret]);
    assert_eq!(verifier.verify(&signed, b"Hello, World!"), Ok(()));
    assert_eq!(
        verifier.verify(&signed, b"Hello, World?"),
        Err(SignatureError::Mismatch)
    );
    let none = HeaderMap::new();
    assert_eq!(
        verifier.verify(&none, b"Hello, World!"),
        Err(SignatureError::Missing)
    );
    for text in ["sha256=", "sha1=00", "sha256=zz", ""] {
        let result = verifier.verify(&headers(&[("x-hub-signature-256", text)]), b"Hello, World!");
        let expected = if text == "sha256=" {
            SignatureError::Mismatch
        } else {
            SignatureError::Missing
        };
        assert_eq!(result, Err(expected), "{text}");
    }
    assert!(!format!("{verifier:?}").contains("Secret to"));
}

#[test]
fn several_secrets_are_valid_at_once() {
    let signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    let signed = headers(&[("x-hub-signature-256", signature)]);
    let secret = "It's a Secret to Everybody";
    for secrets in [&[secret, "new"][..], &["new", secret]] {
        assert_eq!(
            verifier(&GITHUB, secrets).verify(&signed, b"Hello, World!"),
            Ok(())
        );
    }
    for secrets in [&["new"][..], &[]] {
        let result = verifier(&GITHUB, secrets).verify(&signed, b"Hello, World!");
        assert_eq!(result, Err(SignatureError::Mismatch));
    }
}

/// RFC 2202 and RFC 4231, test case 2.
#[test]
fn keyed_hashes() {
    let cases = [
        ("sha1", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        (
            "sha256",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            "sha512",
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
        ),
    ];
    for (hash, expected) in cases {
        let mut expected = decode("hex", expected).unwrap();
        let parts: [&[u8]; 2] = [b"what do ya want ", b"for nothing?"];
        assert!(matches(hash, b"Jefe", &parts, &expected));
        assert!(!matches(hash, b"Jefe", &parts, &expected[1..]));
        expected[0] ^= 1;
        assert!(!matches(hash, b"Jefe", &parts, &expected));
    }
}

/// The example of the reference implementations.
#[test]
fn standard_webhooks() {
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let body = br#"{"test": 2432232314}"#;
    let with = |id: &str, time: &str, signature: &str| {
        headers(&[
            ("webhook-id", id),
            ("webhook-timestamp", time),
            ("webhook-signature", signature),
        ])
    };
    let (id, time) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330");
    let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    let all = verifier(&StandardSignature, &[secret]);
    let signed = with(id, time, signature);
    for seconds in [0, 300] {
        assert_eq!(
            all.verify_at(&signed, body, at(1_614_265_330 + seconds)),
            Ok(())
        );
        assert_eq!(
            all.verify_at(&signed, body, at(1_614_265_330 - seconds)),
            Ok(())
        );
    }
    for seconds in [1_614_265_631, 1_614_265_029] {
        assert_eq!(
            all.verify_at(&signed, body, at(seconds)),
            Err(SignatureError::Expired)
        );
    }
    let long = all.clone().with_tolerance(Duration::from_secs(600));
    assert_eq!(long.verify_at(&signed, body, at(1_614_265_631)), Ok(()));
    // The current time.
    assert_eq!(all.verify(&signed, body), Err(SignatureError::Expired));
    // One of several signatures; those of other versions are ignored.
    let several = with(id, time, &format!("v1a,AA== v1,AA== {signature} v2,AA=="));
    assert_eq!(all.verify_at(&several, body, at(1_614_265_330)), Ok(()));
    for (request, expected) in [
        (with("msg_other", time, signature), SignatureError::Mismatch),
        (with(id, "1614265331", signature), SignatureError::Mismatch),
        (with(id, time, "v1,AA=="), SignatureError::Mismatch),
        (with(id, time, "v1,%"), SignatureError::Missing),
        (with(id, time, "v2,AA=="), SignatureError::Missing),
        (with(id, "now", signature), SignatureError::Missing),
        (HeaderMap::new(), SignatureError::Missing),
    ] {
        assert_eq!(
            all.verify_at(&request, body, at(1_614_265_330)),
            Err(expected)
        );
    }
    let bare = verifier(
        &StandardSignature,
        &[secret.strip_prefix("whsec_").unwrap()],
    );
    assert_eq!(bare.verify_at(&signed, body, at(1_614_265_330)), Ok(()));
}

#[test]
fn stripe() {
    let hash = "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";
    let body = br#"{"id":"evt_1"}"#;
    let all = verifier(&STRIPE, &["whsec_test"]);
    let verify = |value: &str, seconds| {
        all.verify_at(&headers(&[("stripe-signature", value)]), body, at(seconds))
    };
    let time = 1_700_000_000;
    assert_eq!(
        verify(&format!("t=1700000000,v1={hash},v0=00"), time),
        Ok(())
    );
    assert_eq!(
        verify(&format!("t=1700000000, v1=00, v1={hash}"), time + 300),
        Ok(())
    );
    let old = verify(&format!("t=1700000000,v1={hash}"), time + 301);
    assert_eq!(old, Err(SignatureError::Expired));
    let changed = verify(&format!("t=1700000001,v1={hash}"), time);
    assert_eq!(changed, Err(SignatureError::Mismatch));
    for value in [
        &*format!("v1={hash}"),
        "t=1700000000",
        "t=x,v1=00",
        "t=1700000000,v1=zz",
        "",
    ] {
        assert_eq!(verify(value, time), Err(SignatureError::Missing), "{value}");
    }
}

#[test]
fn events_are_selected_by_header_and_field() {
    let events: &[&[&str]] = &[&["issueopened"], &["push"], &["issueclosed", "issuedone"]];
    let both = Selection {
        header: Some("x-event"),
        field: Some("action"),
    };
    let find =
        |name: &str, body: &str| both.find(&headers(&[("x-event", name)]), body.as_bytes(), events);
    assert_eq!(find("issue", r#"{"action":"opened"}"#), Ok(0));
    assert_eq!(find("ISSUE", r#"{"a":1,"action":"done"}"#), Ok(2));
    assert_eq!(find("push", r#"{"action":"other"}"#), Ok(1));
    assert_eq!(find("push", "[]"), Ok(1));
    assert_eq!(
        find("issue", r#"{"action":"pinned"}"#),
        Err(Some("issue.pinned".to_owned()))
    );
    assert_eq!(both.find(&HeaderMap::new(), b"{}", events), Err(None));
    let field = Selection {
        header: None,
        field: Some("type"),
    };
    assert_eq!(
        field.find(&HeaderMap::new(), br#"{"type":"issue.opened"}"#, events),
        Ok(0)
    );
    assert_eq!(
        field.find(&HeaderMap::new(), br#"{"type":1}"#, events),
        Err(None)
    );
    let none = Selection {
        header: None,
        field: None,
    };
    assert_eq!(none.find(&HeaderMap::new(), b"1", &events[..1]), Ok(0));
    assert_eq!(none.find(&HeaderMap::new(), b"1", events), Err(None));
}
