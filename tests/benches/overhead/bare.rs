//! The same call with bare `reqwest` and derived types, as one writes it by hand.

use std::time::Duration;

use http::header::{ACCEPT, CONTENT_TYPE};
use reqwest::redirect::Policy;
use serde::{Deserialize, Serialize};

use crate::{Caller, Result};

const MEDIA_TYPE: &str = "application/vnd.atlas.2023-01-01+json";

#[derive(Clone)]
pub(crate) struct Bare {
    client: reqwest::Client,
    url: String,
}

#[derive(Serialize)]
#[serde(tag = "cloudProvider")]
enum Request {
    #[serde(rename = "AWS")]
    Aws { id: &'static str },
}

#[derive(Deserialize)]
#[serde(tag = "cloudProvider")]
enum Answer {
    #[serde(rename = "AWS")]
    Aws(AwsInterfaceEndpoint),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "a program would use them")]
struct AwsInterfaceEndpoint {
    delete_requested: Option<bool>,
    error_message: Option<String>,
    connection_status: Option<String>,
    interface_endpoint_id: Option<String>,
}

impl Bare {
    pub(crate) fn new(url: &str) -> Result<Self> {
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .retry(reqwest::retry::never().max_retries_per_request(0))
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(60))
            .user_agent("bare/0.1.0")
            .build()?;
        let url = url.to_owned();
        Ok(Self { client, url })
    }
}

impl Caller for Bare {
    async fn call(&self) -> Result<()> {
        let group = "32b6e34b3d91647abb20e7b8";
        let service = "5df264b8f10fab7d2cad2f0d";
        let url = format!(
            "{}/api/atlas/v2/groups/{group}/privateEndpoint/AWS/endpointService/{service}/endpoint",
            self.url
        );
        let id = "vpce-3bf78b0ddee411ba1";
        let response = self
            .client
            .post(url)
            .header(ACCEPT, MEDIA_TYPE)
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .bearer_auth("token")
            .json(&Request::Aws { id })
            .send()
            .await?;
        let answer: Answer = response.error_for_status()?.json().await?;
        match answer {
            Answer::Aws(endpoint) => match endpoint.interface_endpoint_id {
                Some(_) => Ok(()),
                None => Err("no id".into()),
            },
        }
    }
}
