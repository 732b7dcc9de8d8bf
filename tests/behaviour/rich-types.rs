//! Strings with formats keep every byte, without the features of the libraries. `tests/rich/values.rs` has those.

use fixture_rich_types::types::{Daily, Meeting, MeetingRepeat, MeetingWhere, PlanMeetingRequest};
use fixture_rich_types::wire::{Formatted, Ipv4, JiffDateTime};
use fixture_rich_types::{Client, Retry};
use workspace_tests::server::{Reply, Server};

const TEXT: &str = r#"{"start":"2024-05-17t09:30:00.120z","end":"2016-12-31T23:59:60Z","day":"2024-02-30","time":"9:30","length":"P1Y","id":"0B4DE6A6-5B6E-4B0E-9D3C-7D4C1B3C2A11","ip":"::1","ipv4":"192.0.2.001","ipv6":"::FFFF:192.0.2.1","link":"HTTPS://example.com:443/a","fee":"0.10","price":0.1000,"logo":"+/8AAQ","token":"-_8AAQ==","checked":"AAA","moments":["2012-12-12T10:53:43-08:00","","soon"],"byName":{"a":"2024-05-17T09:30:00.000000001+05:45"},"where":"/a","repeat":{"kind":"daily","until":"never"}}"#;

async fn server(body: &'static str) -> (Server, Client) {
    let reply = Reply::status(200).header("content-type", "application/json");
    let server = Server::start([reply.body(body)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn any_text_is_received_and_sent_byte_for_byte() {
    let (server, client) = server(TEXT).await;
    let meeting: Meeting = serde_json::from_str(TEXT).unwrap();
    assert_eq!(meeting.start.as_str(), "2024-05-17t09:30:00.120z");
    let call = client.meetings().put_meeting("not a uuid", meeting.clone());
    let call = call.after("2024-05-17T09:30:00+02:00").days(["2024-05-17", "x"]);
    let call = call.limit(5).x_started("now").from("192.0.2.1");
    assert_eq!(call.send().await.unwrap(), meeting);
    let request = server.request();
    assert_eq!(request.text(), TEXT);
    assert_eq!(
        request.target,
        "/meetings/not%20a%20uuid?after=2024-05-17T09%3A30%3A00%2B02%3A00&days=2024-05-17&days=x&limit=5"
    );
    assert_eq!(request.header("x-started"), "now");
    assert_eq!(request.header("cookie"), "from=192.0.2.1");
}

#[tokio::test]
async fn a_form_has_the_text() {
    let (server, client) = server("\"any\"").await;
    let body = PlanMeetingRequest::new("2024-05-17T09:30:00Z").days(["2024-05-17"]);
    let id = client.meetings().plan_meeting(body).send().await.unwrap();
    assert_eq!(id.as_str(), "any");
    assert_eq!(
        server.request().text(),
        "start=2024-05-17T09%3A30%3A00Z&days=2024-05-17"
    );
}

#[test]
fn setters_take_text_of_all_kinds() {
    let text = "2024-05-17T09:30:00Z".to_owned();
    let typed = Formatted::<JiffDateTime>::from(&text);
    let meeting = Meeting::new(&text)
        .end(typed.clone())
        .day("2024-05-17")
        .moments([&typed, &typed])
        .by_name([("a".to_owned(), typed.clone())])
        .r#where("/a")
        .checked("AAAA")
        .repeat(Daily::new("2024-05-17"));
    assert_eq!(
        serde_json::to_string(&meeting).unwrap(),
        r#"{"start":"2024-05-17T09:30:00Z","end":"2024-05-17T09:30:00Z","day":"2024-05-17","checked":"AAAA","moments":["2024-05-17T09:30:00Z","2024-05-17T09:30:00Z"],"byName":{"a":"2024-05-17T09:30:00Z"},"where":"/a","repeat":{"kind":"daily","until":"2024-05-17"}}"#
    );
    assert!(matches!(meeting.r#where, Some(MeetingWhere::String(_))));
    let until = meeting.repeat.as_ref().and_then(MeetingRepeat::until).unwrap();
    assert_eq!(until.as_str(), "2024-05-17");
    let checked = meeting.checked.unwrap().formatted();
    assert_eq!(checked.as_str(), "AAAA");
}

#[test]
fn addresses_and_lengths_have_values_without_features() {
    let meeting = Meeting::new("").ipv4("192.0.2.1").length("PT1M");
    assert_eq!(meeting.ipv4.unwrap().get().unwrap().octets(), [192, 0, 2, 1]);
    assert_eq!(meeting.length.unwrap().to_std().unwrap().as_secs(), 60);
    let error = Formatted::<Ipv4>::from("192.0.2.001").get().unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"192.0.2.001\" is not a valid IPv4 address: invalid IPv4 address syntax"
    );
}
