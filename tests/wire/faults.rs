//! The table of faults in the documentation of `Retry` is what happens.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use atlas_private_endpoints::{
    Authorization, BearerToken, BoxFuture, Client, ClientCredentials, Credentials, Error,
    SecurityScheme,
};
use http::Method;
use serde_json::{Map, Value, json};
use workspace_tests::server::{Reply, Server};

use crate::fixtures::TOKEN;
use crate::retries::{TOKEN_PATH, at_once, backup, token};

/// Where the table is.
const DOCUMENTED: &str = include_str!("../../codegen/runtime/src/client/retry.rs");
const HEAD: [&str; 2] = [
    "| Fault | What the caller sees | `POST` | `GET` |",
    "|---|---|---|---|",
];
/// More answers than there are attempts.
const ALWAYS: usize = 9;
/// Long enough to send a request, on a busy machine too.
const TIMEOUT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(30);
const LIMIT: usize = 1024;

/// Who calls.
#[derive(Clone, Copy)]
enum Caller {
    Bearer,
    ServiceAccount,
    /// With credentials that no operation takes.
    Unusable,
}

/// Credentials that serve no security scheme.
struct Unusable;

impl Credentials for Unusable {
    fn serves(&self, _: &SecurityScheme) -> bool {
        false
    }

    fn authorize<'a>(
        &'a self,
        _: &'a mut reqwest::Request,
        _: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn std::error::Error + Send + Sync>>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

/// What goes wrong.
struct Fault {
    /// As in the table.
    name: &'static str,
    caller: Caller,
    /// What the server answers; the last one again and again.
    answers: Vec<Reply>,
    is_down: bool,
}

fn fault(name: &'static str, answer: Reply) -> Fault {
    Fault {
        name,
        caller: Caller::Bearer,
        answers: vec![answer],
        is_down: false,
    }
}

fn rate_limits() -> [Fault; 2] {
    let code = json!({"error": 400, "errorCode": "INVITATIONS_RATE_LIMITED_IP"});
    [
        fault("429", Reply::status(429)),
        fault(
            "another 4xx with a code for rate limits",
            Reply::json(400, &code),
        ),
    ]
}

fn statuses() -> [Fault; 9] {
    let wait = Reply::status(503).header("retry-after", "0");
    [
        fault("503 with `Retry-After`", wait),
        fault("503 without", Reply::status(503)),
        fault("502", Reply::status(502)),
        fault("504", Reply::status(504)),
        fault("408", Reply::status(408)),
        fault("500", Reply::status(500)),
        fault("401", Reply::status(401)),
        fault("another 4xx, such as 404", Reply::status(404)),
        fault(
            "a redirect that the document does not describe",
            Reply::status(307).header("location", "/elsewhere"),
        ),
    ]
}

fn connections() -> [Fault; 3] {
    [
        Fault {
            is_down: true,
            ..fault("no connection", Reply::status(200))
        },
        fault(
            "the connection breaks after the request",
            Reply::disconnect(),
        ),
        fault(
            "no answer within the timeout",
            Reply::status(200).delayed(LONG),
        ),
    ]
}

fn bodies() -> [Fault; 2] {
    [
        fault(
            "an answer above the limit of size",
            Reply::status(200).body(vec![b' '; LIMIT + 1]),
        ),
        fault(
            "success with a body that is not as documented",
            Reply::json(200, &json!([])),
        ),
    ]
}

fn credentials() -> [Fault; 4] {
    let refusal = json!({"error": "invalid_client"});
    [
        Fault {
            caller: Caller::Unusable,
            ..fault(
                "credentials that the operation does not take",
                Reply::status(200),
            )
        },
        Fault {
            caller: Caller::ServiceAccount,
            ..fault(
                "the token endpoint refuses the client",
                Reply::json(401, &refusal),
            )
        },
        Fault {
            caller: Caller::ServiceAccount,
            ..fault(
                "credentials that do not come within the timeout",
                Reply::status(200).delayed(LONG),
            )
        },
        Fault {
            caller: Caller::ServiceAccount,
            answers: vec![
                token("old"),
                Reply::status(401),
                token("new"),
                Reply::json(200, &json!({})),
            ],
            ..fault("401 once, for a token that was revoked", Reply::status(401))
        },
    ]
}

fn all() -> Vec<Fault> {
    rate_limits()
        .into_iter()
        .chain(statuses())
        .chain(connections())
        .chain(bodies())
        .chain(credentials())
        .collect()
}

impl Fault {
    async fn server(&self) -> Server {
        let last = self.answers.last().cloned();
        let script = self.answers.iter().cloned();
        Server::start(script.chain(std::iter::repeat_n(last, ALWAYS).flatten()))
            .await
            .unwrap()
    }

    fn client(&self, url: String) -> Client {
        match self.caller {
            Caller::Bearer => client(url, BearerToken::new(TOKEN)),
            Caller::ServiceAccount => client(url, ClientCredentials::new("id", "secret")),
            Caller::Unusable => client(url, Unusable),
        }
    }

    /// What the caller of `method` sees, and the number of its requests that have come.
    async fn happen(&self, method: &Method) -> (String, usize) {
        let server = self.server().await;
        let client = self.client(if self.is_down {
            closed_url()
        } else {
            server.url()
        });
        let result = if method == Method::POST {
            backup(&client).send().await.map(drop)
        } else {
            let request = client.request(method.clone(), "/api/atlas/v2/groups");
            request.send::<Map<String, Value>>().await.map(drop)
        };
        let requests = server.requests();
        let calls = requests.iter().filter(|it| it.target != TOKEN_PATH).count();
        (seen(result.as_ref().err()), calls)
    }

    /// The row of the table.
    async fn row(&self) -> String {
        let (seen, posts) = self.happen(&Method::POST).await;
        let (seen_by_get, gets) = self.happen(&Method::GET).await;
        assert_eq!(seen, seen_by_get, "{}", self.name);
        format!("| {} | {seen} | {posts} | {gets} |", self.name)
    }
}

fn client(url: String, credentials: impl Credentials) -> Client {
    Client::builder()
        .base_url(url)
        .credentials(credentials)
        .retry(at_once())
        .timeout(TIMEOUT)
        .max_response_bytes(LIMIT)
        .build()
        .unwrap()
}

/// Where nobody listens: the kernel has just found the port free.
fn closed_url() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// The questions that the error says yes to.
fn seen(error: Option<&Error>) -> String {
    let Some(error) = error else {
        return "success".to_owned();
    };
    let all = [
        ("is_not_sent", error.is_not_sent()),
        ("is_connect", error.is_connect()),
        ("is_timeout", error.is_timeout()),
        ("is_response_too_large", error.is_response_too_large()),
        ("is_decode", error.is_decode()),
        ("status", error.status().is_some()),
        ("is_unauthorized", error.is_unauthorized()),
        ("is_not_found", error.is_not_found()),
        ("is_rate_limited", error.is_rate_limited()),
        ("is_server_error", error.is_server_error()),
        ("is_retryable", error.is_retryable()),
    ];
    let holds = all.iter().filter(|(_, holds)| *holds);
    let names: Vec<_> = holds.map(|(name, _)| format!("`{name}`")).collect();
    if names.is_empty() {
        "none of these".to_owned()
    } else {
        names.join(", ")
    }
}

#[tokio::test]
async fn every_row_of_the_table() {
    let mut table = HEAD.map(str::to_owned).to_vec();
    for fault in all() {
        table.push(fault.row().await);
    }
    let documented: Vec<_> = DOCUMENTED
        .lines()
        .filter_map(|line| line.strip_prefix("/// "))
        .filter(|line| line.starts_with('|'))
        .collect();
    assert_eq!(table.join("\n"), documented.join("\n"));
}
