//! Bodies of XML on the wire.

use std::collections::BTreeMap;

use fixture_xml::types::{
    AddShelfRequest, BookCover, BookKind, BookRequest, Chapter, Shelf,
};
use fixture_xml::{Client, Error, Retry, api};
use workspace_tests::server::{Recorded, Reply, Server};

async fn serve(reply: Reply) -> (Server, Client) {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

fn book() -> BookRequest {
    let part = Chapter::new("First".to_owned());
    let chapter = Chapter::new("One & <all>".to_owned()).sections(vec![part]);
    BookRequest::new(
        "1\"2".to_owned(),
        "A Title".to_owned(),
        312,
        vec!["A".to_owned(), "B".to_owned()],
        vec![1, 2],
        vec![chapter],
    )
}

async fn put(book: BookRequest) -> Recorded {
    let (server, client) = serve(Reply::status(204)).await;
    let answer = client.books().put_book("1", book).send().await.unwrap();
    assert!(matches!(answer, api::PutBookSuccess::NoContent));
    server.request()
}

#[tokio::test]
async fn an_object_is_written_as_the_document_says() {
    let request = put(book()).await;
    assert_eq!(request.header("content-type"), "text/xml");
    let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <b:book xmlns:b=\"urn:books\" isbn=\"1&quot;2\">\
        <b:Title xmlns:b=\"urn:books\">A Title</b:Title><pages>312</pages>\
        <authors>A</authors><authors>B</authors><edition>1</edition><edition>2</edition>\
        <Chapters><chapter><heading>One &amp; &lt;all&gt;</heading>\
        <chapter><heading>First</heading></chapter></chapter></Chapters></b:book>";
    assert_eq!(request.text(), expected);
}

#[tokio::test]
async fn optional_properties_have_their_own_forms() {
    let notes = BTreeMap::from([("first".to_owned(), "a".to_owned())]);
    let full = book()
        .language("en")
        .price(12.0)
        .in_print(true)
        .kind(BookKind::Novel)
        .keywords(vec!["k".to_owned()])
        .notes(notes)
        .cover(BookCover::from("blue"));
    let text = put(full).await.text();
    let parts = [
        " xmlns:w=\"urn:words\" w:lang=\"en\"",
        "<price>12</price>",
        "<inPrint>true</inPrint>",
        "<kind>novel</kind>",
        "<keywords><keyword>k</keyword></keywords>",
        "<notes><first>a</first></notes>",
        "<cover>blue</cover>",
    ];
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[tokio::test]
async fn a_value_without_a_form_in_xml_is_an_error_before_anything_is_sent() {
    let (server, client) = serve(Reply::status(204)).await;
    let notes = BTreeMap::from([("no name".to_owned(), String::new())]);
    let error = client.books().put_book("1", book().notes(notes)).send().await.unwrap_err();
    assert!(error.to_string().contains("`no name` is not a name of XML"), "{error}");
    let control = BookRequest::new("\u{1}".to_owned(), String::new(), 1, [""; 0], vec![], vec![]);
    let error = client.books().put_book("1", control).send().await.unwrap_err();
    assert!(error.to_string().contains("a character that XML cannot represent"), "{error}");
    assert_eq!(server.requests().len(), 0);
}

async fn get(xml: &str) -> Result<fixture_xml::types::Book, Error> {
    let (_server, client) = serve(Reply::status(200).header("content-type", "application/xml").body(xml.to_owned())).await;
    client.books().get_book("1").send().await
}

#[tokio::test]
async fn a_response_is_read_whatever_its_prefixes_and_order() {
    let xml = "\u{feff}<?xml version=\"1.0\"?><!-- a comment -->
        <x:book xmlns:x='urn:books' isbn='1' lang=\"en\" other='2'>
          <Chapters><chapter><heading>&#65;&amp;<![CDATA[<b>]]></heading><note>n</note></chapter></Chapters>
          <pages> 312 </pages><inPrint>false</inPrint><price>1.5</price><kind>new</kind>
          <x:Title>T</x:Title><authors>A</authors><unknown><deep/></unknown><edition>7</edition>
          <keywords/><notes><a>1</a></notes><subtitle xmlns:xsi='x' xsi:nil='true'/><stored>now</stored>
        </x:book>";
    let book = get(xml).await.unwrap();
    assert_eq!((book.isbn.as_str(), book.language.as_deref()), ("1", Some("en")));
    assert_eq!((book.title.as_str(), book.pages, book.price), ("T", 312, Some(1.5)));
    assert_eq!((book.in_print, book.stored.as_deref()), (Some(false), Some("now")));
    assert_eq!(book.kind, Some(BookKind::from("new".to_owned())));
    assert_eq!((book.authors, book.editions), (vec!["A".to_owned()], vec![7]));
    assert_eq!(book.chapters[0].heading, "A&<b>");
    assert_eq!(book.chapters[0].additional_properties["note"], "n");
    assert_eq!((book.keywords, book.subtitle), (Some(Vec::new()), None));
    assert_eq!(book.notes.unwrap()["a"], "1");
}

/// Servers write lists with an element around the items where the document has none.
#[tokio::test]
async fn a_list_is_read_with_and_without_an_element_around_it() {
    let xml = "<book isbn='1'><Title>T</Title><pages>1</pages><authors><a>A</a><a>B</a></authors>\
        <Chapters><other><heading>H</heading></other></Chapters></book>";
    let book = get(xml).await.unwrap();
    assert_eq!(book.authors, ["A", "B"]);
    assert_eq!(book.chapters[0].heading, "H");
    assert!(book.editions.is_empty());
}

#[tokio::test]
async fn xml_that_is_wrong_is_an_error_with_the_response() {
    let bomb = "<!DOCTYPE b [<!ENTITY a \"aaaa\">]><book isbn='1'><Title>&a;</Title></book>";
    let deep = "<a>".repeat(200);
    for xml in ["", "text", "<book>", "<book></title>", "<a/><b/>", bomb, &deep, "<book isbn='1'/>"] {
        let error = get(xml).await.unwrap_err();
        assert!(error.is_decode(), "{xml}: {error}");
    }
}

#[tokio::test]
async fn an_inline_object_has_the_name_that_the_document_gives() {
    let (server, client) = serve(Reply::json(201, &serde_json::json!({ "label": "s" }))).await;
    let shelf = AddShelfRequest::new("a".to_owned()).parent(Shelf::new("p".to_owned()));
    // JSON comes before XML.
    let stored = client.books().add_shelf(shelf).send().await.unwrap();
    assert_eq!(stored.label, "s");
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/vnd.shelf+xml");
    let body = request.text();
    assert!(body.ends_with("<newShelf><label>a</label><parent><label>p</label></parent></newShelf>"));
}
