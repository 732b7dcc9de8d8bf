//! Lists in pages: every kind that is inferred, on the wire.

use std::time::Duration;

use fixture_paging::api::{
    ListCatalogues, ListCustomers, ListDisks, ListEvents, ListFolders, ListIssues, ListMachines, ListMembers, ListProjects,
    ListReports, ListRuns, ListTracks, Search,
};
use fixture_paging::testing::{Answer, InMemory, Operation};
use fixture_paging::types::{
    Folder, ListCustomersLimit, ListEventsLimit, ListProjectsItemsPerPage, Project, SearchRequest,
};
use fixture_paging::{BearerToken, Client, Error, Items, PageToken, Retry};
use http::{HeaderName, HeaderValue};

/// A client and its server, which gives one page after the other.
fn serve<O: Operation>(pages: &[&str]) -> (InMemory, Client) {
    let server = InMemory::new();
    let stub = server.on::<O>();
    for page in pages {
        stub.reply(json(page));
    }
    let builder = Client::builder().transport(server.clone());
    let client = builder.credentials(BearerToken::new("s3cret")).build();
    (server, client.unwrap())
}

fn json(body: &str) -> Answer {
    with_header(Answer::new(200, body.to_owned()), "content-type", "application/json")
}

fn with_header(answer: Answer, name: &'static str, value: &'static str) -> Answer {
    answer.header(HeaderName::from_static(name), HeaderValue::from_static(value))
}

/// Methods and URLs of the requests, all of which have the credentials.
fn requests(server: &InMemory) -> Vec<String> {
    let requests = server.requests();
    let requests = requests.iter().map(|request| {
        assert_eq!(request.headers()["authorization"], "Bearer s3cret");
        assert_eq!(request.headers()["accept"], "application/json");
        let url = request.uri().to_string();
        let path = url.strip_prefix("https://paging.example/api").unwrap();
        format!("{} {path}", request.method())
    });
    requests.collect()
}

async fn texts<T>(items: Items<T>, text: impl Fn(T) -> String) -> Vec<String> {
    items.into_vec().await.unwrap().into_iter().map(text).collect()
}

/// The names of all projects.
async fn names(client: &Client) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    let size = ListProjectsItemsPerPage::from_static(2);
    let mut projects = client.numbers().list_projects().items_per_page(size).items();
    while let Some(project) = projects.try_next().await? {
        names.push(project.name);
    }
    Ok(names)
}

const FIRST: &str = r#"{"links":[{"rel":"self"},{"rel":"next"}],"results":[{"name":"a"},{"name":"b"}],"totalCount":3}"#;
const LAST: &str = r#"{"links":[{"rel":"self"}],"results":[{"name":"c"}],"totalCount":3}"#;

#[tokio::test]
async fn pages_by_number_and_size() {
    let (server, client) = serve::<ListProjects>(&[FIRST, LAST]);
    assert_eq!(names(&client).await.unwrap(), ["a", "b", "c"]);
    let expected = ["GET /projects?itemsPerPage=2", "GET /projects?itemsPerPage=2&pageNum=2"];
    assert_eq!(requests(&server), expected);

    let last = r#"{"content":[{"name":"b"}],"last":true,"totalPages":99}"#;
    let first = r#"{"content":[{"name":"a"}],"last":false,"totalPages":1}"#;
    let (server, client) = serve::<ListMembers>(&[first, last]);
    let members = client.numbers().list_members("x/y").items();
    let names = texts(members, |member| member.name.unwrap()).await;
    assert_eq!(names, ["a", "b"]);
    let expected = ["GET /teams/x%2Fy/members", "GET /teams/x%2Fy/members?page=1"];
    assert_eq!(requests(&server), expected);

    let (server, client) = serve::<ListMembers>(&[]);
    server.on::<ListMembers>().reply(Answer::new(204, ""));
    let none = client.numbers().list_members("t").items().into_vec().await;
    assert!(none.unwrap().is_empty());
}

#[tokio::test]
async fn pages_by_offset_and_limit() {
    let first = r#"{"entries":[{"id":1},{"id":2}],"total_count":3}"#;
    let (server, client) = serve::<ListEvents>(&[first, r#"{"entries":[{"id":3}],"total_count":3}"#]);
    let events = client.numbers().list_events().limit(ListEventsLimit::from_static(500)).items();
    let ids = texts(events, |event| event.id.unwrap().to_string()).await;
    assert_eq!(ids, ["1", "2", "3"]);
    assert_eq!(requests(&server), ["GET /events?limit=500", "GET /events?offset=2&limit=500"]);

    let first = r#"{"href":"h","items":["a","b"],"next":"http://paging.example/api/tracks?offset=2"}"#;
    let (server, client) = serve::<ListTracks>(&[first, r#"{"href":"h","items":["c"],"next":null}"#]);
    let tracks = client.numbers().list_tracks().items();
    assert_eq!(texts(tracks, |track| track).await, ["a", "b", "c"]);
    assert_eq!(requests(&server), ["GET /tracks", "GET /tracks?offset=2"]);
}

#[tokio::test]
async fn pages_after_the_last_item() {
    let first = r#"{"data":[{"id":"cus_1"},{"id":"cus 2"}],"has_more":true}"#;
    let (server, client) = serve::<ListCustomers>(&[first, r#"{"data":[],"has_more":false}"#]);
    let customers = client.tokens().list_customers().limit(ListCustomersLimit::from_static(2)).items();
    assert_eq!(texts(customers, |customer| customer.id).await, ["cus_1", "cus 2"]);
    let expected = ["GET /customers?limit=2", "GET /customers?starting_after=cus%202&limit=2"];
    assert_eq!(requests(&server), expected);
}

#[tokio::test]
async fn pages_after_a_token() {
    let first = r#"{"data":[{"id":"r1"}],"last_id":"r1","has_more":true}"#;
    let last = r#"{"data":[{"id":"r2"}],"last_id":"r2","has_more":false}"#;
    let (server, client) = serve::<ListRuns>(&[first, last]);
    let runs = client.tokens().list_runs().items();
    assert_eq!(texts(runs, |run| run.id.unwrap()).await, ["r1", "r2"]);
    assert_eq!(requests(&server), ["GET /runs", "GET /runs?after=r1"]);

    let first = r#"{"entries":[{"type":"folder","id":"1"}],"next_marker":"m="}"#;
    let last = r#"{"entries":[{"type":"web_link","url":"u"},{"type":"new"}],"next_marker":null}"#;
    let (server, client) = serve::<ListFolders>(&[first, last]);
    let folders = client.tokens().list_folders().items();
    let kinds = texts(folders, |folder| match folder {
        Folder::Folder(_) => "folder".to_owned(),
        Folder::WebLink(_) => "link".to_owned(),
        _ => "unknown".to_owned(),
    });
    assert_eq!(kinds.await, ["folder", "link", "unknown"]);
    assert_eq!(requests(&server), ["GET /folders", "GET /folders?marker=m%3D"]);

    let first = r#"{"result":{"disks":["a"],"nextPageToken":"secret"}}"#;
    let (server, client) = serve::<ListDisks>(&[first, r#"{"result":{}}"#]);
    let disks = client.tokens().list_disks().items();
    assert_eq!(texts(disks, |disk| disk).await, ["a"]);
    assert_eq!(requests(&server), ["GET /disks", "GET /disks?pageToken=secret"]);
}

#[tokio::test]
async fn pages_at_urls() {
    let first = r#"{"reports":[{"title":"a"}],"next":"https://paging.example/api/reports?cursor=%2F"}"#;
    let second = r#"{"reports":[],"next":"?cursor=2"}"#;
    let last = r#"{"reports":[{"title":"b"}],"next":null}"#;
    let (server, client) = serve::<ListReports>(&[first, second, last]);
    let reports = client.urls().list_reports().items();
    assert_eq!(texts(reports, |report| report.title.unwrap()).await, ["a", "b"]);
    let expected = ["GET /reports", "GET /reports?cursor=%2F", "GET /reports?cursor=2"];
    assert_eq!(requests(&server), expected);

    let foreign = r#"{"reports":[{"title":"a"}],"next":"https://other.example/reports"}"#;
    let (server, client) = serve::<ListReports>(&[foreign, r#"{"reports":[{"title":"b"}]}"#]);
    let mut reports = client.urls().list_reports().items();
    assert!(reports.try_next().await.unwrap().is_some());
    let error = reports.try_next().await.map(drop).unwrap_err();
    assert_eq!(
        error.to_string(),
        "listReports: the next page is at `https://other.example` and not at `https://paging.example`; \
         `allow_origin` allows it"
    );
    assert_eq!(server.requests().len(), 1);

    let (server, client) = serve::<ListReports>(&[foreign, r#"{"reports":[{"title":"b"}]}"#]);
    let reports = client.urls().list_reports().items();
    let reports = reports.allow_origin("https://other.example");
    assert_eq!(texts(reports, |report| report.title.unwrap()).await, ["a", "b"]);
    assert!(!server.requests()[1].headers().contains_key("authorization"));
}

#[tokio::test]
async fn pages_of_the_link_header() {
    let (server, client) = serve::<ListIssues>(&[]);
    let stub = server.on::<ListIssues>();
    let link = r#"<https://paging.example/api/issues?page=1>; rel="prev", <https://paging.example/api/issues?per_page=1&page=2>; rel="next""#;
    stub.reply(with_header(json(r#"[{"number":1}]"#), "link", link));
    stub.reply(json(r#"[{"number":2}]"#));
    let issues = client.urls().list_issues().per_page(1).items();
    let numbers = texts(issues, |issue| issue.number.unwrap().to_string()).await;
    assert_eq!(numbers, ["1", "2"]);
    let expected = ["GET /issues?per_page=1", "GET /issues?per_page=1&page=2"];
    assert_eq!(requests(&server), expected);
}

#[tokio::test]
async fn a_later_run_resumes_from_the_token_of_a_page() {
    let (_server, client) = serve::<ListProjects>(&[FIRST]);
    let mut pages = client.numbers().list_projects().pages();
    let page = pages.try_next().await.unwrap().unwrap();
    assert_eq!((page.total(), page.status().as_u16()), (Some(3), 200));
    let text = page.next_token().unwrap().to_string();
    let projects: Vec<Project> = page.into_items();
    assert_eq!(projects.len(), 2);

    let token: PageToken = text.parse().unwrap();
    let (server, client) = serve::<ListProjects>(&[LAST]);
    let rest = client.numbers().list_projects().items().resume(&token);
    assert_eq!(texts(rest, |project| project.name).await, ["c"]);
    assert_eq!(requests(&server), ["GET /projects?pageNum=2"]);
}

#[tokio::test]
async fn retries_and_the_deadline_apply_to_pages() {
    let (server, client) = serve::<ListProjects>(&[FIRST]);
    let stub = server.on::<ListProjects>();
    stub.reply(with_header(Answer::new(429, ""), "retry-after", "60"));
    stub.reply(json(LAST));
    let list = client.numbers().list_projects().with_retry(Retry::new());
    let projects = list.clone().items().with_deadline(Duration::from_secs(90));
    assert_eq!(projects.into_vec().await.unwrap().len(), 3);
    assert!(server.waited() >= Duration::from_secs(60));

    stub.reply(json(FIRST));
    stub.reply(with_header(Answer::new(429, ""), "retry-after", "60"));
    let mut pages = list.pages().with_deadline(Duration::from_secs(30));
    assert!(pages.try_next().await.unwrap().is_some());
    let error = pages.try_next().await.map(drop).unwrap_err();
    assert!(error.is_rate_limited());
}

#[tokio::test]
async fn send_returns_the_first_page() {
    let (server, client) = serve::<ListProjects>(&[FIRST]);
    let page = client.numbers().list_projects().send().await.unwrap();
    assert_eq!((page.results.map(|it| it.len()), page.total_count), (Some(2), Some(3)));
    assert_eq!(requests(&server), ["GET /projects"]);
}

#[tokio::test]
async fn pages_that_extensions_declare() {
    let first = r#"{"value":[{"title":"a"}],"@odata.nextLink":"https://paging.example/api/machines?$skiptoken=1"}"#;
    let (server, client) = serve::<ListMachines>(&[first, r#"{"value":[{"title":"b"}]}"#]);
    let machines = client.declared().list_machines().items();
    assert_eq!(texts(machines, |machine| machine.title.unwrap()).await, ["a", "b"]);
    assert_eq!(requests(&server), ["GET /machines", "GET /machines?$skiptoken=1"]);

    let first = r#"{"found":{"list":[{"title":"a"},{"title":"b"}]}}"#;
    let (server, client) = serve::<Search>(&[first, r#"{"found":{"list":[]}}"#]);
    let found = client.declared().search(SearchRequest::default()).items();
    assert_eq!(texts(found, |report| report.title.unwrap()).await, ["a", "b"]);
    assert_eq!(requests(&server), ["POST /searches", "POST /searches?since=b"]);
    assert_eq!(server.requests()[1].body(), "{}");

    let first = r#"{"catalogues":["a"],"others":true}"#;
    let (server, client) = serve::<ListCatalogues>(&[first, r#"{"catalogues":["b"],"others":false}"#]);
    let catalogues = client.declared().list_catalogues().items();
    assert_eq!(texts(catalogues, |catalogue| catalogue).await, ["a", "b"]);
    assert_eq!(requests(&server), ["GET /catalogues", "GET /catalogues?sheet=2"]);
}
