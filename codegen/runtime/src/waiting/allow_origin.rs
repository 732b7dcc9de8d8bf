//! Polls at other origins than that of the call.

use super::wait::Wait;

impl Wait {
    /// Allows polls at another origin, such as `https://status.example.com`, if the response has the URL to poll. It receives
    /// neither credentials nor the headers of the call. By default, the URL must have the origin of the call.
    pub fn allow_origin(mut self, origin: &str) -> Self {
        self.allowed.push(origin.to_owned());
        self
    }
}
