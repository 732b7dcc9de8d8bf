//! Whatever Prism makes up from the document, the client decodes.

use atlas_private_endpoints::Error;
use contract_tests::Servers;
use serde_json::Value;

use crate::fixtures::{Answer, Operation, VIOLATIONS};

/// How many bodies of each operation are decoded. Optional properties come and go among them.
const SAMPLES: usize = 20;
/// How often Prism may fail to invent one.
const ATTEMPTS: usize = 50;

#[tokio::test]
async fn invented_bodies() {
    let Some(servers) = Servers::running() else {
        return;
    };
    for operation in Operation::ALL {
        for _ in 0..SAMPLES {
            let answer = invented(operation, &servers.prism).await.unwrap();
            assert_eq!(answer.status, operation.success());
            assert_eq!(answer.headers.get(VIOLATIONS), None);
            assert!(answer.body.is_object());
        }
    }
}

/// A body that Prism finds right itself: what it invents for a pattern with look-ahead, such as that
/// of an IP address, often is not, and then it says so with a 500.
async fn invented(operation: Operation, url: &str) -> Result<Answer, Error> {
    for _ in 0..ATTEMPTS {
        match operation.call(url, "dynamic=true").await {
            Err(error) if blames_the_response(&error) => {}
            result => return result,
        }
    }
    operation.call(url, "dynamic=true").await
}

fn blames_the_response(error: &Error) -> bool {
    let body = error.body().cloned().unwrap_or_default();
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let faults = body["validation"].as_array().map(Vec::as_slice);
    let faults = faults.unwrap_or_default();
    !faults.is_empty() && faults.iter().all(|it| it["location"][0] == "response")
}
