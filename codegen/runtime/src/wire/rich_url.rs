//! Values of URIs.

use url::Url;

use super::format_uri::Uri;
use super::formatted::{Formatted, Rich};

impl Rich for Uri {
    type Value = Url;

    fn parse(text: &str) -> Result<Url, String> {
        Url::parse(text).map_err(|error| error.to_string())
    }
}

impl From<Url> for Formatted<Uri> {
    fn from(value: Url) -> Self {
        Self::new(value)
    }
}
