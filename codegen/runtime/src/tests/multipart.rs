//! Bodies of `multipart/form-data`.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::Pin;

use http_body::Body as _;
use serde_json::json;

use crate::Body;
use crate::call::multipart::encode;
use crate::wire::encode::View;
use crate::wire::{self, Encode, Part};

#[derive(Clone, Default)]
struct Upload {
    title: String,
    count: Option<i32>,
    tags: Vec<String>,
    meta: serde_json::Value,
    files: Vec<Part>,
}

wire::object!(Upload {
    title: "title" required,
    count: "count",
    tags: "tags",
    meta: "meta",
    files: "files",
});

/// The body with `B` for its boundary.
async fn body(form: View<'_>, types: &[(&str, &str)]) -> String {
    let form = encode(form, types).unwrap();
    let content_type = form.content_type.to_str().unwrap().to_owned();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let mut body = Vec::new();
    let mut request = reqwest::Body::from(&form.body);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut request).poll_frame(cx)).await {
        body.extend(frame.unwrap().into_data().unwrap());
    }
    let length = u64::try_from(body.len()).unwrap();
    assert!(form.body.length().is_none_or(|it| it == length));
    String::from_utf8(body).unwrap().replace(boundary, "B")
}

fn upload() -> Upload {
    Upload {
        title: "a \"b\"".to_owned(),
        tags: vec!["x".to_owned(), "y".to_owned()],
        meta: json!({"k": 1}),
        ..Upload::default()
    }
}

#[tokio::test]
async fn headers_of_a_part_are_checked() {
    let form = |part: Part| Upload {
        files: vec![part],
        ..Upload::default()
    };
    let part = Part::new("x").content_type("text/css").header("X-Sum", "1");
    let text = body(form(part).view(), &[("title", "application/json")]).await;
    assert!(text.contains("name=\"title\"\r\nContent-Type: application/json\r\n\r\n\"\"\r\n"));
    assert!(text.contains("Content-Type: text/css\r\nX-Sum: 1\r\n\r\nx\r\n"));
    for (name, value) in [("X", "a\r\nY: b"), ("X: y", "a"), ("content-type", "a")] {
        let form = form(Part::new("x").header(name, value));
        assert!(encode(form.view(), &[]).is_err(), "{name}");
    }
}

const FIELDS: &str = "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\na \"b\"\r\n\
    --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nx\r\n\
    --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\ny\r\n\
    --B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n";

#[tokio::test]
async fn a_property_is_a_part_and_a_list_is_several() {
    let upload = upload();
    assert_eq!(body(upload.view(), &[]).await, format!("{FIELDS}--B--\r\n"));
}

#[tokio::test]
async fn a_file_has_a_name_and_a_type() {
    let png = Part::new(&b"PNG"[..])
        .file_name("a\".png\r\n")
        .content_type("image/png");
    let stream = || Body::reader(&b"streamed"[..]);
    let parts = [
        png,
        Part::from(stream()),
        stream().with_length(8).into(),
        Part::text("t"),
    ];
    let upload = Upload {
        files: parts.into(),
        ..upload()
    };
    let files = "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a%22.png%0D%0A\"\r\n\
        Content-Type: image/png\r\n\r\nPNG\r\n\
        --B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"files\"\r\n\
        Content-Type: application/octet-stream\r\n\r\nstreamed\r\n\
        --B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"files\"\r\n\
        Content-Type: application/octet-stream\r\n\r\nstreamed\r\n\
        --B\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\nt\r\n--B--\r\n";
    assert_eq!(body(upload.view(), &[]).await, format!("{FIELDS}{files}"));
}

#[tokio::test]
async fn the_document_says_what_a_part_is() {
    let map = BTreeMap::from([
        ("list", json!([1, 2])),
        ("n", json!(1)),
        ("none", json!(null)),
    ]);
    let form: BTreeMap<String, serde_json::Value> = map
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    let types = [("list", "application/json"), ("n", "text/x-number")];
    let text = body(form.view(), &types).await;
    assert!(text.contains("name=\"list\"\r\nContent-Type: application/json\r\n\r\n[1,2]\r\n"));
    assert!(text.contains("name=\"n\"\r\nContent-Type: text/x-number\r\n\r\n1\r\n"));
    assert!(!text.contains("none"));
}

#[test]
fn what_cannot_be_a_part_is_not_sent() {
    assert!(encode(View::Text("text"), &[]).is_err());
    let part = Part::text("a").content_type("text/plain\r\nX: y");
    let form = BTreeMap::from([("a".to_owned(), part)]);
    assert!(encode(form.view(), &[]).is_err());
    let upload = Upload {
        files: vec![Part::new("secret")],
        ..Upload::default()
    };
    assert!(wire::to_vec(&upload).is_err());
    assert!(!format!("{upload:?}").contains("secret"));
}
