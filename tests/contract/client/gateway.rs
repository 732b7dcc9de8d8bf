//! Apache in front: what a gateway says that the document does not know.

use contract_tests::Servers;

use crate::fixtures::{connection, digest_client};

/// The answer of a gateway is HTML; its status, headers and bytes survive.
#[tokio::test]
async fn a_challenge_in_html() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let error = connection(&digest_client(&servers.apache))
        .send()
        .await
        .unwrap_err();
    assert!(error.is_unauthorized());
    assert!(error.api_error().is_none());
    let headers = error.headers().unwrap();
    let challenge = headers.get("www-authenticate").unwrap().to_str().unwrap();
    assert!(challenge.starts_with("Digest "), "{challenge}");
    assert!(error.body().unwrap().starts_with(b"<!DOCTYPE HTML"));
}
