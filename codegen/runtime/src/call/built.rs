//! Methods of calls for request builders.

use std::fmt;

use http::{HeaderName, HeaderValue};

use super::core::Call;
use crate::error::call_error::Error;
use crate::net::reply::Read;

impl Call {
    pub(crate) fn header(&mut self, name: HeaderName, value: HeaderValue) {
        self.options.headers.insert(name, value);
    }

    pub(crate) fn query(&mut self, name: &str, value: &dyn fmt::Display) {
        self.options.add_query(name, value);
    }

    /// Sends the request and decodes the body of the response.
    pub(crate) async fn send_for_body<T>(self: Box<Self>, read: Read<T>) -> Result<T, Error> {
        let response = self.send_for_response(read).await?;
        Ok(response.into_body())
    }
}
