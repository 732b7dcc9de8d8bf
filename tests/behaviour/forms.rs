//! Forms as a server gets them, files that are streamed, and bodies that are read as they come.

use std::io;

use bytes::Bytes;
use fixture_forms::types::{
    SearchRequest, SearchRequestFilter, SearchRequestOptions, SetAvatarRequest,
    SetAvatarRequestMeta, UploadRequest, UploadRequestMeta,
};
use fixture_forms::wire::Part;
use fixture_forms::{Body, Client, Retry};
use workspace_tests::server::{Recorded, Reply, Server};

async fn serve(reply: Reply) -> (Server, Client) {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

/// The parts of a form: their headers and their bodies.
fn parts(request: &Recorded) -> Vec<(String, String)> {
    let boundary = request.header("content-type").split_once("boundary=").unwrap().1.to_owned();
    let text = request.text();
    let form = text.strip_suffix(&format!("--{boundary}--\r\n")).unwrap();
    let delimiter = format!("--{boundary}\r\n");
    let parts = form.split(&delimiter).skip(1).map(|part| {
        let (headers, body) = part.split_once("\r\n\r\n").unwrap();
        (headers.to_ascii_lowercase(), body.strip_suffix("\r\n").unwrap().to_owned())
    });
    parts.collect()
}

#[tokio::test]
async fn a_form_has_a_part_for_each_property() {
    let (server, client) = serve(Reply::status(204)).await;
    let form = UploadRequest::new("a title", Part::new("pixels").file_name("a.png"))
        .more(vec![Part::text("one"), Part::text("two")])
        .meta(UploadRequestMeta::new().size(6))
        .tags(vec!["x".to_owned(), "y".to_owned()]);
    client.files().upload(form).send().await.unwrap();
    let request = server.request();
    assert!(request.header("content-type").starts_with("multipart/form-data; boundary="));
    let parts = parts(&request);
    let names: Vec<_> = parts.iter().map(|(headers, _)| {
        headers.split_once("name=\"").unwrap().1.split_once('"').unwrap().0
    }).collect();
    assert_eq!(names, ["title", "file", "more", "more", "meta", "tags"]);
    let (headers, body) = &parts[1];
    assert!(headers.contains("filename=\"a.png\"") && headers.contains("content-type: image/png"));
    assert_eq!(body, "pixels");
    assert_eq!(parts[4].1, r#"{"size":6}"#);
    assert!(parts[5].0.contains("content-type: application/json"));
    assert_eq!(parts[5].1, r#"["x","y"]"#);
}

#[tokio::test]
async fn the_caller_chooses_the_media_type_and_the_headers_of_a_part() {
    let part = |index: usize, parts: &[(String, String)]| parts[index].clone();
    let form = |avatar: Part| {
        SetAvatarRequest::new(avatar, SetAvatarRequestMeta::new().name("n"))
            .scan(Part::new(vec![0x49, 0x49]))
            .word("w")
            .anything(Part::new("bytes"))
            .json(serde_json::json!("text"))
    };
    let (server, client) = serve(Reply::status(204)).await;
    client.avatar().set_avatar(form(Part::new("png"))).send().await.unwrap();
    let parts_sent = parts(&server.request());
    let (headers, _) = part(0, &parts_sent);
    assert!(headers.ends_with("content-type: image/png"), "the first is the default: {headers}");
    let (headers, body) = part(1, &parts_sent);
    assert!(headers.contains("content-type: application/json"));
    assert_eq!(body, r#"{"name":"n"}"#);
    assert!(part(2, &parts_sent).0.contains("filename=\"scan\"\r\ncontent-type: image/tiff"));
    assert_eq!(part(3, &parts_sent).1, "\"w\"", "a text in JSON has quotes");
    assert!(part(4, &parts_sent).0.contains("application/octet-stream"));
    assert_eq!(part(5, &parts_sent).1, "\"text\"");

    let (server, client) = serve(Reply::status(204)).await;
    let avatar = Part::new("jpeg").content_type("image/jpeg").header("X-Sum", "1f");
    client.avatar().set_avatar(form(avatar)).send().await.unwrap();
    let (headers, _) = part(0, &parts(&server.request()));
    assert!(headers.ends_with("content-type: image/jpeg\r\nx-sum: 1f"), "{headers}");
}

#[tokio::test]
async fn a_file_is_sent_as_it_is_read() {
    let (server, client) = serve(Reply::status(204)).await;
    let chunks = ["first ", "second"].map(|chunk| io::Result::Ok(Bytes::from(chunk)));
    let file = Part::new(Body::stream(Chunks(chunks.into_iter())));
    client.files().upload(UploadRequest::new("t", file)).send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("transfer-encoding"), "chunked");
    assert_eq!(parts(&request)[1].1, "first second");
}

#[tokio::test]
async fn fields_are_written_in_their_styles() {
    let (server, client) = serve(Reply::status(204)).await;
    let form = SearchRequest::new(vec!["a b".to_owned(), "c".to_owned()])
        .filter(SearchRequestFilter::new().size(3))
        .options(SearchRequestOptions::new().deep(true))
        .address("/a:b c&d");
    client.search().search(form).send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/x-www-form-urlencoded");
    assert_eq!(
        request.text(),
        "words=a%20b%7Cc&filter%5Bsize%5D=3&options=%7B%22deep%22%3Atrue%7D&address=/a:b%20c%26d"
    );
}

#[tokio::test]
async fn what_is_no_json_can_be_read_as_it_comes() {
    let reply = Reply::status(200).header("content-type", "application/gzip").body("\u{1f}packed");
    let (server, client) = serve(reply).await;
    let mut answer = client.raw().download().send_stream().await.unwrap();
    assert_eq!(answer.status(), 200);
    let mut content = Vec::new();
    while let Some(chunk) = answer.body_mut().chunk().await.unwrap() {
        content.extend_from_slice(&chunk);
    }
    assert_eq!(content, b"\x1fpacked");
    assert_eq!(server.request().header("accept"), "application/gzip");
}

/// An iterator as a stream.
struct Chunks<I>(I);

impl<I: Iterator + Unpin> futures_core::Stream for Chunks<I> {
    type Item = I::Item;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.next())
    }
}
