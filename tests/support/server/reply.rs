//! Replies of the server.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;

/// A reply of a script.
#[derive(Clone, Debug)]
pub struct Reply {
    kind: Kind,
    delay: Duration,
}

#[derive(Clone, Debug)]
enum Kind {
    Answer {
        status: u16,
        headers: Vec<(String, String)>,
        body: Bytes,
    },
    Disconnect,
}

impl Reply {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            delay: Duration::ZERO,
        }
    }

    /// Creates a reply without headers and with an empty body.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::new(Kind::Answer {
            status,
            headers: Vec::new(),
            body: Bytes::new(),
        })
    }

    /// Creates a reply with a JSON body of type `application/json`.
    #[must_use]
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::status(status)
            .header("content-type", "application/json")
            .body(body.to_string())
    }

    /// Creates a reply that reads the request and closes the connection.
    #[must_use]
    pub fn disconnect() -> Self {
        Self::new(Kind::Disconnect)
    }

    /// Sets a header, replacing one with the same name in the same case.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        if let Kind::Answer { headers, .. } = &mut self.kind {
            headers.retain(|(present, _)| present != name);
            headers.push((name.to_owned(), value.into()));
        }
        self
    }

    /// Delays the reply.
    #[must_use]
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sets the body, byte for byte.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Bytes>) -> Self {
        if let Kind::Answer { body, .. } = &mut self.kind {
            *body = bytes.into();
        }
        self
    }

    pub(super) async fn into_response(
        self,
    ) -> Result<http::Response<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>> {
        tokio::time::sleep(self.delay).await;
        match self.kind {
            Kind::Disconnect => Err("the script drops the connection".into()),
            Kind::Answer {
                status,
                headers,
                body,
            } => {
                let start = http::Response::builder().status(status);
                let builder = headers
                    .iter()
                    .fold(start, |builder, (name, value)| builder.header(name, value));
                Ok(builder.body(Full::new(body))?)
            }
        }
    }
}
