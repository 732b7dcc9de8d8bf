//! Parameters on the wire, in every style of OpenAPI.

use fixture_parameter_styles::types::{Color, Filter, FilterSize, Mood};
use fixture_parameter_styles::{Client, Retry};
use workspace_tests::server::{Recorded, Reply, Server};

async fn serve() -> (Server, Client) {
    let server = Server::start([Reply::status(204)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

fn names() -> Vec<String> {
    ["a b", "c,d"].map(str::to_owned).to_vec()
}

fn color() -> Color {
    Color::new().r(100).g(200)
}

/// The pairs of a query, as they were sent.
fn query(request: &Recorded) -> Vec<&str> {
    let (_, query) = request.target.split_once('?').unwrap();
    query.split('&').collect()
}

#[tokio::test]
async fn path_styles() {
    let (server, client) = serve().await;
    let call = client.s().every_path_style(&color(), names(), names(), &color(), &color());
    call.send().await.unwrap();
    let expected = "/s/R=100,G=200/l/.a%20b,c%2Cd/m/;matrix=a%20b;matrix=c%2Cd\
                    /n;matrixJoined=R,100,G,200/j/%7B%22R%22%3A100%2C%22G%22%3A200%7D";
    assert_eq!(server.request().target, expected);
}

#[tokio::test]
async fn query_styles() {
    let (server, client) = serve().await;
    let size = FilterSize::new().min(3);
    let filter = Filter::new().name("x&y").tags(names()).size(size);
    client
        .query()
        .every_query_style("2024-05-17")
        .repeated([Mood::Happy, Mood::SoSo])
        .joined(names())
        .spaced(names())
        .piped(names())
        .piped_apart(names())
        .spread(&color())
        .pairs(&color())
        .deep(&filter)
        .deep_list(names())
        .path("/a/b?c=d&e")
        .empty("")
        .r#where(&filter)
        .note("a b")
        .grosse(7)
        .send()
        .await
        .unwrap();
    let request = server.request();
    let expected = [
        "repeated=happy",
        "repeated=so-so",
        "joined=a%20b,c%2Cd",
        "spaced=a%20b%20c%2Cd",
        "piped=a%20b%7Cc%2Cd",
        "pipedApart=a%20b",
        "pipedApart=c%2Cd",
        "R=100",
        "G=200",
        "pairs=R,100,G,200",
        "deep%5Bname%5D=x%26y",
        "deep%5Btags%5D%5B%5D=a%20b",
        "deep%5Btags%5D%5B%5D=c%2Cd",
        "deep%5Bsize%5D%5Bmin%5D=3",
        "deepList%5B%5D=a%20b",
        "deepList%5B%5D=c%2Cd",
        "path=/a/b?c=d%26e",
        "day=2024-05-17",
        "empty=",
        "where=%7B%22name%22%3A%22x%26y%22%2C%22tags%22%3A%5B%22a%20b%22%2C%22c%2Cd%22%5D%2C%22size%22%3A%7B%22min%22%3A3%7D%7D",
        "note=a%20b",
        "gr%C3%B6%C3%9Fe=7",
    ];
    assert_eq!(query(&request), expected);
}

#[tokio::test]
async fn header_and_cookie_styles() {
    let (server, client) = serve().await;
    client
        .headers()
        .every_header_style()
        .x_list(names())
        .x_pairs(&color())
        .x_json(&color())
        .list(names())
        .session("s;1")
        .send()
        .await
        .unwrap();
    let request = server.request();
    assert_eq!(request.header("x-list"), "a b,c,d");
    assert_eq!(request.header("x-pairs"), "R=100,G=200");
    assert_eq!(request.header("x-json"), r#"{"R":100,"G":200}"#);
    assert_eq!(request.header("cookie"), "list=a%20b,c%2Cd; session=s%3B1");
}
