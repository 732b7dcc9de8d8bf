//! The servers refuse what is wrong. Only so does it mean something that they take the client's
//! requests.

use contract_tests::Servers;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use reqwest::{Client, RequestBuilder, Result};
use serde_json::{Value, json};
use tokio::time::sleep;

const MEDIA_TYPE: &str = "application/vnd.atlas.2024-11-13+json";
const FORM: &str = "application/x-www-form-urlencoded";
const V2: &str = "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/backup/AWS/privateEndpoints";
const V1: &str = "/api/atlas/v1.0/groups/32b6e34b3d91647abb20e7b8/privateEndpoint";

fn post(base: &str, content_type: &str, body: &Value) -> RequestBuilder {
    Client::new()
        .post(format!("{base}{V2}"))
        .header(ACCEPT, MEDIA_TYPE)
        .header(CONTENT_TYPE, content_type)
        .body(body.to_string())
}

async fn status(request: RequestBuilder) -> Result<u16> {
    Ok(request.send().await?.status().as_u16())
}

#[tokio::test]
async fn prism_refuses_what_the_document_forbids() -> Result<()> {
    let Some(servers) = Servers::running() else {
        return Ok(());
    };
    let good = json!({"cloudProvider": "AWS"});
    let bad = json!({"cloudProvider": 5});
    let request = |content_type, body| post(&servers.prism, content_type, body);
    let bearer = |content_type, body| request(content_type, body).bearer_auth("any");
    assert_eq!(status(bearer(MEDIA_TYPE, &good)).await?, 201);
    let wrong_type = bearer(MEDIA_TYPE, &bad);
    assert_eq!(status(wrong_type).await?, 400);
    let undeclared_media_type = bearer("text/plain", &good);
    assert_eq!(status(undeclared_media_type).await?, 400);
    let wrong_query = bearer(MEDIA_TYPE, &good).query(&[("envelope", "perhaps")]);
    assert_eq!(status(wrong_query).await?, 400);
    let anonymous = request(MEDIA_TYPE, &good);
    assert_eq!(status(anonymous).await?, 401);
    Ok(())
}

#[tokio::test]
async fn apache_refuses_what_digest_does_not_prove() -> Result<()> {
    let Some(servers) = Servers::running() else {
        return Ok(());
    };
    let request = || Client::new().post(format!("{}{V1}", servers.apache));
    let challenged = request().send().await?;
    assert_eq!(challenged.status(), 401);
    let challenge = format!("{:?}", challenged.headers().get(WWW_AUTHENTICATE));
    for part in ["Digest realm=", "nonce=", "qop="] {
        assert!(challenge.contains(part), "{challenge}");
    }
    let forged =
        r#"Digest username="public-key",realm="Contract tests",nonce="x",uri="/",response="x""#;
    assert_eq!(status(request().header(AUTHORIZATION, forged)).await?, 401);
    assert_eq!(status(request().bearer_auth("any")).await?, 401);
    Ok(())
}

/// A request of the client `id` to the authorization server.
fn authorize(servers: &Servers, path: &str, id: &str, secret: &str, form: &str) -> RequestBuilder {
    Client::new()
        .post(format!("{}/api/oauth/{path}", servers.oauth))
        .basic_auth(id, Some(secret))
        .header(CONTENT_TYPE, FORM)
        .body(form.to_owned())
}

fn token_request(servers: &Servers, id: &str, secret: &str) -> RequestBuilder {
    authorize(
        servers,
        "token",
        id,
        secret,
        "grant_type=client_credentials",
    )
}

async fn token(servers: &Servers, id: &str) -> Result<String> {
    let request = token_request(servers, id, &format!("{id}-secret"));
    let body: Value = request.send().await?.error_for_status()?.json().await?;
    Ok(body["access_token"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_authorization_server_refuses_a_wrong_secret() -> Result<()> {
    let Some(servers) = Servers::running() else {
        return Ok(());
    };
    let request = token_request(&servers, "gate", "wrong");
    assert_eq!(status(request).await?, 401);
    Ok(())
}

#[tokio::test]
async fn a_token_counts_until_it_expires() -> Result<()> {
    let Some(servers) = Servers::running() else {
        return Ok(());
    };
    let token = token(&servers, "gate-short-lived").await?;
    let body = json!({});
    let call = |token| status(post(&servers.oauth, MEDIA_TYPE, &body).bearer_auth(token));
    assert_eq!(call("forged").await?, 401);
    assert_eq!(call(&token).await?, 201);
    sleep(servers.lifetime * 2).await;
    assert_eq!(call(&token).await?, 401);
    Ok(())
}

#[tokio::test]
async fn a_token_counts_until_it_is_revoked() -> Result<()> {
    let Some(servers) = Servers::running() else {
        return Ok(());
    };
    let token = token(&servers, "gate").await?;
    let body = json!({});
    let call = || status(post(&servers.oauth, MEDIA_TYPE, &body).bearer_auth(&token));
    assert_eq!(call().await?, 201);
    let form = format!("token={token}");
    let revocation = authorize(&servers, "revoke", "gate", "gate-secret", &form);
    assert_eq!(status(revocation).await?, 200);
    assert_eq!(call().await?, 401);
    Ok(())
}
