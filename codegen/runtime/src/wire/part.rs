//! Parts of `multipart/form-data` that the caller makes: files, mostly.

use std::any::Any;
use std::fmt;

use super::decode::{Decode, Slot};
use super::encode::{Attachment, Encode, View};
use crate::net::body::Body;

/// A part of a body of `multipart/form-data`: a file, or a text with a type of its own.
///
/// Anything that is a [`Body`] is a file, a stream included. It is sent as it is, and only as a part:
/// it has no form in JSON.
#[derive(Clone, Default, PartialEq)]
pub struct Part {
    body: Body,
    file_name: FileName,
    content_type: Option<String>,
    headers: Vec<(String, String)>,
}

#[derive(Clone, Default, PartialEq)]
enum FileName {
    /// The name of the part, as most servers take a part without a file name for a text.
    #[default]
    OfPart,
    Given(String),
    None,
}

impl Part {
    /// A file: bytes, text or a stream. Its file name is the name of the part.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            body: body.into(),
            ..Self::default()
        }
    }

    /// A text, which has no file name.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            body: text.into().into(),
            file_name: FileName::None,
            ..Self::default()
        }
    }

    /// The name of the file.
    #[must_use]
    pub fn file_name(self, name: impl Into<String>) -> Self {
        Self {
            file_name: FileName::Given(name.into()),
            ..self
        }
    }

    /// The media type of the content, such as `image/png`.
    #[must_use]
    pub fn content_type(self, media_type: impl Into<String>) -> Self {
        Self {
            content_type: Some(media_type.into()),
            ..self
        }
    }

    /// Adds a header to the part. The name and the value are checked when the form is sent.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub(crate) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The file name, of a part that is called `name`.
    pub(crate) fn file_name_of<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        match &self.file_name {
            FileName::OfPart => Some(name),
            FileName::Given(name) => Some(name),
            FileName::None => None,
        }
    }

    /// What the caller says about the content, else what goes without saying.
    pub(crate) fn media_type(&self) -> Option<&str> {
        let any = || match self.file_name {
            FileName::None => None,
            _ => Some("application/octet-stream"),
        };
        self.content_type.as_deref().or_else(any)
    }

    pub(crate) fn has_media_type(&self) -> bool {
        self.content_type.is_some()
    }

    pub(crate) fn body(&self) -> &Body {
        &self.body
    }
}

impl<T: Into<Body>> From<T> for Part {
    fn from(body: T) -> Self {
        Self::new(body)
    }
}

impl Encode for Part {
    fn view(&self) -> View<'_> {
        View::Attachment(self)
    }
}

impl Attachment for Part {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn equals(&self, other: &dyn Attachment) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }
}

/// Nothing receives parts.
impl Decode for Part {
    fn blank() -> Self {
        Self::default()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Ignored
    }
}

/// The content may be secret, so only its size is shown.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("body", &self.body)
            .field("content_type", &self.content_type)
            .finish_non_exhaustive()
    }
}
