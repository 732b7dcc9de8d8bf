//! Parts of `multipart/form-data`, typically files.

use std::any::Any;
use std::fmt;

use super::decode::{Decode, Slot};
use super::encode::{Attachment, Encode, View};
use crate::net::body::Body;

/// A part of a `multipart/form-data` body: a file, or a text with its own media type.
///
/// Anything that converts to a [`Body`] can be a file, including a stream. Parts can only be sent in forms, since JSON
/// cannot represent them.
#[derive(Clone, Default, PartialEq)]
pub struct Part {
    body: Body,
    file_name: FileName,
    content_type: Option<String>,
    headers: Vec<(String, String)>,
}

#[derive(Clone, Default, PartialEq)]
enum FileName {
    /// The name of the part, since most servers treat a part without a file name as text.
    #[default]
    OfPart,
    Given(String),
    None,
}

impl Part {
    /// Creates a file from bytes, text or a stream. The default file name is the name of the part.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            body: body.into(),
            ..Self::default()
        }
    }

    /// Creates a text, which has no file name.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            body: text.into().into(),
            file_name: FileName::None,
            ..Self::default()
        }
    }

    /// Sets the name of the file.
    #[must_use]
    pub fn file_name(self, name: impl Into<String>) -> Self {
        Self {
            file_name: FileName::Given(name.into()),
            ..self
        }
    }

    /// Sets the media type of the content, such as `image/png`.
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
}

#[cfg(feature = "client")]
impl Part {
    pub(crate) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The file name of a part with this name.
    pub(crate) fn file_name_of<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        match &self.file_name {
            FileName::OfPart => Some(name),
            FileName::Given(name) => Some(name),
            FileName::None => None,
        }
    }

    /// The media type that the caller has set, or else the default one, if any.
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

/// Parts are never received.
impl Decode for Part {
    fn blank() -> Self {
        Self::default()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Ignored
    }
}

/// Prints only the size of the content, which may be secret.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("body", &self.body)
            .field("content_type", &self.content_type)
            .finish_non_exhaustive()
    }
}
