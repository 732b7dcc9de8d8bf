//! The scenarios of a suite: requests that its server expects, and the responses that it gives.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A scenario.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Scenario {
    /// The directory of its spec.
    pub(super) directory: String,
    /// Its name, which is unique.
    pub(super) name: String,
    /// Its requests, in order.
    pub(super) steps: Vec<Step>,
}

/// A request with its response.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Step {
    pub(super) method: String,
    /// The path.
    pub(super) uri: String,
    pub(super) query: BTreeMap<String, Texts>,
    /// The headers, with names in lower case.
    pub(super) headers: BTreeMap<String, Texts>,
    pub(super) body: Option<Body>,
    pub(super) response: Response,
}

/// A response.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, Texts>,
    pub(super) body: Option<Body>,
}

/// A body.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Body {
    pub(super) media_type: Option<String>,
    pub(super) text: Option<String>,
    pub(super) base64: Option<String>,
    /// The value of XML.
    pub(super) json: Option<serde_json::Value>,
    /// The fields of a form.
    pub(super) fields: Option<serde_json::Map<String, serde_json::Value>>,
    /// The files of a form.
    #[serde(default)]
    pub(super) files: Vec<File>,
}

/// A file of a form.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct File {
    pub(super) name: String,
    #[serde(rename = "file_name")]
    pub(super) path: String,
    pub(super) media_type: String,
    pub(super) base64: String,
}

/// The value of a query parameter or of a header.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Texts {
    One(String),
    List(Vec<String>),
}

impl Body {
    /// `{}`
    pub(super) fn empty_object() -> Self {
        Self {
            media_type: Some("application/json".to_owned()),
            text: Some("{}".to_owned()),
            base64: None,
            json: None,
            fields: None,
            files: Vec::new(),
        }
    }

    /// Whether it is JSON.
    pub(super) fn is_json(&self) -> bool {
        let range = self.media_type.as_deref().unwrap_or_default();
        range.contains("json") && !range.contains("jsonl") && self.text.is_some()
    }

    /// Whether it is XML.
    pub(super) fn is_xml(&self) -> bool {
        let range = self.media_type.as_deref();
        range.is_some_and(|range| range.contains("xml")) && self.text.is_some()
    }
}
