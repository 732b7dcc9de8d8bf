//! Each error that the document declares, forced from Prism.

use contract_tests::Servers;

use crate::fixtures::Operation;

#[tokio::test]
async fn every_documented_error() {
    let Some(servers) = Servers::running() else {
        return;
    };
    for operation in Operation::ALL {
        for &status in operation.errors() {
            let prefer = format!("code={status}");
            let error = operation.call(&servers.prism, &prefer).await.unwrap_err();
            let place = format!("{operation:?} {status}");
            assert_eq!(error.status().unwrap().as_u16(), status, "{place}");
            let body = error.api_error().unwrap();
            assert_eq!(Some(&*body.error_code), error.error_code(), "{place}");
            assert!(body.detail.is_some(), "{place}");
        }
    }
}

/// The number of seconds to wait stands in the body where no header tells it.
#[tokio::test]
async fn a_rate_limit() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let call = Operation::Backup.call(&servers.prism, "code=429");
    let error = call.await.unwrap_err();
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.error_code(), Some("RATE_LIMITED_TOKEN_BUCKET"));
    assert!(error.retry_after().is_some());
}
