//! What the server answers.

use bytes::Bytes;
use http_body_util::Full;

/// One answer of a script.
#[derive(Clone, Debug)]
pub struct Reply(Kind);

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
    /// An answer without headers and with an empty body.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self(Kind::Answer {
            status,
            headers: Vec::new(),
            body: Bytes::new(),
        })
    }

    /// An answer with a JSON body of type `application/json`.
    #[must_use]
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::status(status)
            .header("content-type", "application/json")
            .body(body.to_string())
    }

    /// Reads the request and closes the connection.
    #[must_use]
    pub fn disconnect() -> Self {
        Self(Kind::Disconnect)
    }

    /// Sets a header, in place of one with the same name in the same case.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        if let Kind::Answer { headers, .. } = &mut self.0 {
            headers.retain(|(present, _)| present != name);
            headers.push((name.to_owned(), value.into()));
        }
        self
    }

    /// Sets the body, byte for byte.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Bytes>) -> Self {
        if let Kind::Answer { body, .. } = &mut self.0 {
            *body = bytes.into();
        }
        self
    }

    pub(super) fn into_response(
        self,
    ) -> Result<http::Response<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>> {
        match self.0 {
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
