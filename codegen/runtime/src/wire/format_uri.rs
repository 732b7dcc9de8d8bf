//! URIs.

use super::formatted::Format;

/// A URI (RFC 3986). With the feature `url`, its value is a `url::Url`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Uri {}

impl Format for Uri {
    const NAME: &'static str = "uri";
}
