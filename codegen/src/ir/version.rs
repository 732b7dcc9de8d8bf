use std::fmt;

/// The version in a media type such as `application/vnd.atlas.2023-01-01+json`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ApiVersion {
    /// A preview version, not yet stable.
    Preview,
    /// A date, `YYYY-MM-DD`; dates compare as text.
    Date(String),
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Preview => "preview",
            Self::Date(date) => date,
        })
    }
}

impl ApiVersion {
    /// `preview`, or a date as `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "preview" {
            return Some(Self::Preview);
        }
        is_date(text).then(|| Self::Date(text.to_owned()))
    }
}

/// Whether `text` has the form `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    let shape = |(index, byte): (usize, u8)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}
