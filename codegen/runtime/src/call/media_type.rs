//! Bodies in other media types than the default.

use http::HeaderValue;

use super::core::Call;

impl Call {
    /// Overrides the media type of the body.
    pub(crate) fn media_type(&mut self, media_type: &str) {
        match HeaderValue::from_str(media_type) {
            Ok(value) => self.content_type = Some(value),
            Err(_) => self.problem = Some(format!("`{media_type}` is no media type")),
        }
    }
}
