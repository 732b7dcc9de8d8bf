//! Bodies whose values take more memory than the bytes.

use std::collections::BTreeMap;

use http::Method;
use serde_json::{Value, json};

use super::support::{Memory, create};
use crate::types::{GcpEndpointGroup, PrivateLinkEndpoint};
use crate::wire::Test;
use crate::wire::json;
use crate::wire::parse::parse_within;
use crate::wire::{self, Decimal, Decode, DecodeError, UnknownVariant};

/// How much memory the bodies of these tests may take.
const LIMIT: usize = 1 << 20;

#[derive(Clone)]
struct Columns {
    a: Option<String>,
    b: Option<String>,
    c: Option<String>,
    d: Option<String>,
    e: Option<String>,
    f: Option<String>,
    g: Option<String>,
    h: Option<String>,
}
wire::object!(Columns {
    a: "a",
    b: "b",
    c: "c",
    d: "d",
    e: "e",
    f: "f",
    g: "g",
    h: "h"
});

/// What `{}` makes a value of nearly 1 KiB.
#[derive(Clone)]
struct Wide {
    first: Option<Columns>,
    second: Option<Columns>,
    third: Option<Columns>,
    fourth: Option<Columns>,
    fifth: Option<Columns>,
    next: Option<Box<Wide>>,
    rest: BTreeMap<String, Columns>,
}
wire::object!(
    Wide {
        first: "first",
        second: "second",
        third: "third",
        fourth: "fourth",
        fifth: "fifth",
        next: "next",
    }..rest
);

#[derive(Clone)]
enum Choice {
    One(Box<Wide>),
    Many(Vec<Choice>),
    Text(String),
    Unknown(UnknownVariant),
}
wire::untagged_union!(Choice {
    One(Box<Wide>) = [Test::Object(&[], &[])],
    Many(Vec<Choice>) = [Test::List(&[])],
    Text(String) = [Test::Text(&[])],
});

#[derive(Clone)]
enum Endpoint {
    One(PrivateLinkEndpoint),
    Name(String),
    Unknown(UnknownVariant),
}
wire::untagged_union!(Endpoint {
    One(PrivateLinkEndpoint) = [Test::Object(&["cloudProvider"], &[])],
    Name(String) = [Test::Text(&[])],
});

#[derive(Clone)]
enum Tagged {
    Wide(Box<Wide>),
    Choice(Choice),
    Unknown(UnknownVariant),
}
wire::tagged_union!(Tagged, "kind" { Wide(Box<Wide>) = "wide", Choice(Choice) = "choice" });

/// An array of `count` times the same.
fn array(item: &str, count: usize) -> String {
    format!("[{}]", vec![item; count].join(","))
}

/// An object of `count` keys with the same value.
fn object(value: &str, count: usize) -> String {
    let entries: Vec<_> = (0..count).map(|key| format!("\"{key}\":{value}")).collect();
    format!("{{{}}}", entries.join(","))
}

fn read<T: Decode>(json: &str) -> Result<T, DecodeError> {
    json::from_slice_within(json.as_bytes(), LIMIT)
}

/// Where the memory for a body of at most 200 KB ends.
#[track_caller]
fn end<T: Decode>(json: &str) -> String {
    assert!(json.len() < LIMIT / 5, "{} bytes", json.len());
    end_of(read::<T>(json))
}

#[track_caller]
fn end_of<T>(result: Result<T, DecodeError>) -> String {
    let Err(error) = result else {
        panic!("the limit is not exceeded");
    };
    assert!(error.is_too_large(), "{error}");
    let path = match error.path() {
        "" => String::new(),
        path => format!("{path}: "),
    };
    assert_eq!(
        error.to_string(),
        format!(
            "{path}decoding exceeds the memory limit of 1048576 bytes, which `ClientBuilder::max_decoded_bytes` sets"
        )
    );
    error.path().to_owned()
}

#[test]
fn values_with_room_for_what_is_not_there() {
    // A list doubles when it is full, and 1,024 items of 992 bytes are just below the limit.
    assert_eq!(size_of::<Wide>(), 5 * 8 * 24 + 8 + 24);
    assert_eq!(end::<Vec<Wide>>(&array("{}", 60_000)), "/1024");
    assert_eq!(end::<Vec<Option<Wide>>>(&array("{}", 60_000)), "/1024");
    assert_eq!(end::<Vec<Vec<Wide>>>(&array("[{}]", 40_000)), "/259/0");
    assert_eq!(
        end::<BTreeMap<String, Vec<Wide>>>(&object("[{}]", 10_000)),
        "/252/0"
    );
}

#[test]
fn values_with_memory_of_their_own() {
    assert_eq!(end::<Vec<Wide>>(&array(r#"{"next":{}}"#, 10_000)), "/512");
    assert_eq!(
        end::<Vec<Vec<Option<Box<Wide>>>>>(&array("[{}]", 10_000)),
        "/955/0"
    );
    assert_eq!(end::<Vec<String>>(&array(r#""""#, 60_000)), "/16384");
    assert_eq!(end::<Vec<Decimal>>(&array("1", 60_000)), "/16384");
    assert_eq!(end::<Vec<Vec<bool>>>(&array("[]", 60_000)), "/32768");
}

#[test]
fn maps() {
    // A node has room for eleven entries, also where there is one.
    assert_eq!(
        end::<Vec<BTreeMap<String, Columns>>>(&array(r#"{"a":{}}"#, 20_000)),
        "/411/a"
    );
    assert_eq!(
        end::<BTreeMap<String, Columns>>(&object("{}", 10_000)),
        "/1991"
    );
    assert_eq!(end::<Wide>(&object("{}", 10_000)), "/1991");
}

#[test]
fn any_json() {
    for item in ["0", "[]", "{}", "[0]", r#"{"":0}"#, "null"] {
        assert_eq!(end::<Value>(&array(item, 25_000)), "");
        let json = format!(r#"{{"a":{{}},"next":{}}}"#, array(item, 25_000));
        assert_eq!(end::<BTreeMap<String, Value>>(&json), "/next");
    }
    assert_eq!(end::<Value>(&object("0", 10_000)), "");
}

#[test]
fn unions() {
    assert_eq!(end::<Choice>(&array("{}", 60_000)), "");
    assert_eq!(end::<Vec<Choice>>(&array("{}", 60_000)), "/959");
    assert_eq!(end::<Vec<Choice>>(&array("[[],[]]", 20_000)), "/2414/0");
    assert_eq!(end::<Vec<Choice>>(&array("0", 60_000)), "/8192");
    let before = format!(r#"{{"x":{},"kind":"wide"}}"#, array("0", 60_000));
    assert_eq!(end::<Tagged>(&before), "");
    let unknown = format!(r#"{{"kind":"new","x":{}}}"#, array("0", 60_000));
    assert_eq!(end::<Tagged>(&unknown), "");
    let nested = format!(r#"{{"kind":"choice","next":{}}}"#, array("0", 60_000));
    assert_eq!(end::<Tagged>(&nested), "");
    assert_eq!(
        end::<Vec<Tagged>>(&array(r#"{"kind":"wide"}"#, 10_000)),
        "/925"
    );
    // The box is no part of what is buffered before the tag.
    let last = array(r#"{"x":{},"kind":"wide"}"#, 8_000);
    assert_eq!(end::<Vec<Tagged>>(&last), "/284/x");
    let endpoints = array("{}", 60_000);
    let first = format!(r#"{{"cloudProvider":"GCP","endpoints":{endpoints}}}"#);
    assert_eq!(end::<PrivateLinkEndpoint>(&first), "/endpoints/8192");
    let last = format!(r#"{{"endpoints":{endpoints},"cloudProvider":"GCP"}}"#);
    assert_eq!(end::<PrivateLinkEndpoint>(&last), "");
}

#[test]
fn types_of_callers() {
    #[derive(Debug, serde::Deserialize)]
    #[serde(untagged)]
    enum Own {
        #[expect(dead_code, reason = "only read")]
        Many(Vec<[u64; 8]>),
    }
    fn parse<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, DecodeError> {
        parse_within(json.as_bytes(), LIMIT)
    }
    end_of(parse::<Value>(&array("0", 60_000)));
    end_of(parse::<Vec<Wide>>(&array("{}", 60_000)));
    end_of(parse::<(GcpEndpointGroup, u8)>(&format!(
        r#"[{{"endpoints":{}}},1]"#,
        array("{}", 60_000)
    )));
    end_of(parse::<Own>(&array("[1,1,1,1,1,1,1,1]", 10_000)));
    assert_eq!(
        parse::<Vec<u64>>(&array("1", 60_000)).unwrap().len(),
        60_000
    );
    // The budget of one body is none of the next.
    read::<Vec<Wide>>(&array("{}", 500)).unwrap();
    serde_json::from_str::<Vec<Wide>>(&array("{}", 60_000)).unwrap();
}

#[test]
fn by_default_a_body_may_take_64_mib_or_16_times_its_size() {
    let error = |count| {
        let json = array("{}", count);
        let result = wire::from_slice::<Vec<Wide>>(json.as_bytes());
        result.map(drop).unwrap_err().to_string()
    };
    let expected = |limit: usize| {
        format!(
            "/65536: decoding exceeds the memory limit of {limit} bytes, which `ClientBuilder::max_decoded_bytes` sets"
        )
    };
    assert_eq!(error(200_000), expected(64 << 20));
    assert_eq!(error(2_000_000), expected(16 * 6_000_001));
}

/// A page of a usual API, in memory of 16 times its size, which is the default for large bodies.
#[test]
fn usual_bodies_are_within_the_limit() {
    let endpoint = |index: usize| {
        json!({
            "endpoints": [
                {"endpointName": format!("rule-{index}"), "ipAddress": "10.0.0.1", "status": "AVAILABLE"},
                {"endpointName": format!("rule-{index}"), "ipAddress": "10.0.0.2", "status": "INITIATING"},
            ],
            "endpointGroupName": format!("group-{index}"),
            "errorMessage": null,
            "gcpProjectId": "p-fdeeb3e43b8e733e5ab627b1",
            "portMappingEnabled": false,
            "status": "AVAILABLE",
            "cloudProvider": "GCP",
        })
    };
    let json = (0..5_000).map(endpoint).collect::<Value>().to_string();
    let memory = json.len() * 16;
    let within =
        |memory| json::from_slice_within::<Vec<PrivateLinkEndpoint>>(json.as_bytes(), memory);
    assert_eq!(within(memory).unwrap().len(), 5_000);
    // What is buffered before a tag is known does not add up.
    assert_eq!(within(memory / 4).unwrap().len(), 5_000);
    json::from_slice_within::<Vec<Endpoint>>(json.as_bytes(), memory).unwrap();
    json::from_slice_within::<Value>(json.as_bytes(), memory).unwrap();
    parse_within::<Value>(json.as_bytes(), memory).unwrap();
}

#[tokio::test]
async fn a_client_has_a_limit() {
    let body = format!(
        r#"{{"cloudProvider":"GCP","endpoints":{}}}"#,
        array("{}", 20_000)
    );
    let memory = Memory::json(200, &body);
    create(&memory.client()).send().await.unwrap();
    let client = memory.builder().max_decoded_bytes(LIMIT).build().unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 200 OK: the decoded body is too large at /endpoints/8192"
    );
    assert!(error.is_decode() && error.is_decoded_too_large() && !error.is_response_too_large());
    assert!(!error.is_retryable());
    assert_eq!(error.body().unwrap().len(), body.len());
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(
        source,
        "/endpoints/8192: decoding exceeds the memory limit of 1048576 bytes, which `ClientBuilder::max_decoded_bytes` sets"
    );
    assert!(error.decode_body::<PrivateLinkEndpoint>().is_none());

    let raw = client.request(Method::GET, "/x");
    let error = raw.send::<Value>().await.unwrap_err();
    assert!(error.is_decoded_too_large(), "{error:?}");

    let failure = Memory::json(404, &format!(r#"{{"errorCode":"GONE","x":{body}}}"#));
    let client = failure.builder().max_decoded_bytes(LIMIT).build().unwrap();
    let error = create(&client).send().await.unwrap_err();
    assert!(error.is_not_found() && error.error_code().is_none());
}
