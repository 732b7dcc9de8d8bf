//! Strings with formats have values with the features of the libraries, and the bytes are the same as without them.

use fixture_rich_types_enabled::types::{Meeting, MeetingChecked};
use fixture_rich_types_enabled::wire::Formatted;
use fixture_rich_types_enabled::{Client, Retry};
use workspace_tests::server::{Reply, Server};

/// What `tests/behaviour/rich-types.rs` sends without the features.
const TEXT: &str = r#"{"start":"2024-05-17t09:30:00.120z","end":"2016-12-31T23:59:60Z","day":"2024-02-30","time":"9:30","length":"P1Y","id":"0B4DE6A6-5B6E-4B0E-9D3C-7D4C1B3C2A11","ip":"::1","ipv4":"192.0.2.001","ipv6":"::FFFF:192.0.2.1","link":"HTTPS://example.com:443/a","fee":"0.10","price":0.1000,"logo":"+/8AAQ","token":"-_8AAQ==","checked":"AAA","moments":["2012-12-12T10:53:43-08:00","","soon"],"byName":{"a":"2024-05-17T09:30:00.000000001+05:45"},"where":"/a","repeat":{"kind":"daily","until":"never"}}"#;

#[test]
fn texts_have_values_or_errors_that_name_them() {
    let meeting: Meeting = serde_json::from_str(TEXT).unwrap();
    assert_eq!(serde_json::to_string(&meeting).unwrap(), TEXT);
    let start = meeting.start.get().unwrap();
    assert_eq!(start, "2024-05-17T09:30:00.12Z".parse().unwrap());
    let id = meeting.id.unwrap().get().unwrap();
    assert_eq!(id.to_string(), "0b4de6a6-5b6e-4b0e-9d3c-7d4c1b3c2a11");
    let link = meeting.link.unwrap().get().unwrap();
    assert_eq!(link.as_str(), "https://example.com/a");
    let fee = meeting.fee.unwrap().get().unwrap();
    assert_eq!(fee, rust_decimal::Decimal::new(10, 2));
    assert_eq!(meeting.price.unwrap().get().unwrap(), fee);
    assert_eq!(meeting.logo.unwrap().get().unwrap(), [0xfb, 0xff, 0, 1]);
    assert_eq!(meeting.token.unwrap().get().unwrap(), [0xfb, 0xff, 0, 1]);
    let moments = meeting.moments.unwrap();
    assert!(moments[0].get().is_ok());
    let error = moments[2].get().unwrap_err();
    assert_eq!(error.text(), "soon");
    assert!(error.to_string().starts_with("\"soon\" is not a valid date-time: "));
    assert_eq!(meeting.day.unwrap().get().unwrap_err().text(), "2024-02-30");
    assert_eq!(meeting.length.unwrap().get().unwrap_err().text(), "P1Y");
    let formatted = MeetingChecked::from("AAAA").formatted();
    assert_eq!(formatted.get().unwrap(), [0, 0, 0]);
}

#[tokio::test]
async fn setters_and_arguments_take_values() {
    let reply = Reply::status(200).header("content-type", "application/json");
    let server = Server::start([reply.body(TEXT)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let moment: jiff::Timestamp = "2024-05-17T09:30:00Z".parse().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 17).unwrap();
    let id = uuid::Uuid::nil();
    let price = rust_decimal::Decimal::new(150, 2);
    let link = url::Url::parse("https://example.com/a").unwrap();
    let meeting = Meeting::new(moment)
        .end(Formatted::from(moment))
        .day(day)
        .time(time::Time::from_hms(9, 30, 0).unwrap())
        .length(time::Duration::minutes(90))
        .id(id)
        .ip(std::net::IpAddr::from([192, 0, 2, 1]))
        .link(link)
        .fee(price)
        .price(price)
        .logo(vec![0xfb, 0xff, 0, 1])
        .token(&[0xfb, 0xff, 0, 1])
        .checked(Formatted::from(&[0, 0, 0]))
        .moments([moment]);
    let call = client.meetings().put_meeting(id, meeting);
    let call = call.after(moment).days([day]).limit(price).x_started(moment);
    call.send().await.unwrap();
    let request = server.request();
    assert_eq!(
        request.text(),
        r#"{"start":"2024-05-17T09:30:00Z","end":"2024-05-17T09:30:00Z","day":"2024-05-17","time":"09:30:00","length":"PT5400S","id":"00000000-0000-0000-0000-000000000000","ip":"192.0.2.1","link":"https://example.com/a","fee":"1.50","price":1.50,"logo":"+/8AAQ==","token":"-_8AAQ","checked":"AAAA","moments":["2024-05-17T09:30:00Z"]}"#
    );
    assert_eq!(
        request.target,
        "/meetings/00000000-0000-0000-0000-000000000000?after=2024-05-17T09%3A30%3A00Z&days=2024-05-17&limit=1.50"
    );
    assert_eq!(request.header("x-started"), "2024-05-17T09:30:00Z");
}
