//! An operation as data: what the document says about one method of one path.

use http::{HeaderValue, Method};

/// One operation of the API (OAS 3.0, Operation Object).
#[derive(Debug)]
pub(crate) struct Operation {
    /// The `operationId`.
    pub(crate) id: &'static str,
    pub(crate) method: Method,
    /// The path with its parameters in braces.
    pub(crate) path: &'static str,
    /// The parameters, in the order in which they are sent.
    pub(crate) parameters: &'static [Parameter],
    /// The media type of the body, to the byte.
    pub(crate) content_type: Option<HeaderValue>,
    /// The media type that is asked for, to the byte.
    pub(crate) accept: Option<HeaderValue>,
    /// The names of the security schemes: one of these sets is needed. Without a set, nothing is.
    pub(crate) security: &'static [&'static [&'static str]],
}

/// A parameter of an operation (OAS 3.0, Parameter Object).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) location: Location,
    pub(crate) style: Style,
    pub(crate) explode: bool,
    /// Whether characters that URLs give a meaning are sent as they are, as far as the query stays
    /// what it is.
    pub(crate) reserved: bool,
    pub(crate) required: bool,
    /// What is sent when a call does not set it.
    pub(crate) default: Option<&'static str>,
}

/// Where a parameter is sent.
#[allow(dead_code, reason = "a document may not send parameters everywhere")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a list or an object becomes text (OAS 3.0, Style Values).
#[allow(dead_code, reason = "a document may not use every style")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// JSON text, for a parameter that has a `content`.
    Json,
}

#[allow(dead_code, reason = "a document may not have every kind of parameter")]
impl Parameter {
    /// A path parameter: required, `simple`.
    pub(crate) const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple).required()
    }

    /// A query parameter: optional, `form`, exploded.
    pub(crate) const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form)
    }

    /// A header: optional, `simple`.
    pub(crate) const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple)
    }

    /// A cookie: optional, `form`, exploded.
    pub(crate) const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form)
    }

    const fn new(name: &'static str, location: Location, style: Style) -> Self {
        let explode = matches!(style, Style::Form);
        Self {
            name,
            location,
            style,
            explode,
            reserved: false,
            required: false,
            default: None,
        }
    }

    pub(crate) const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    pub(crate) const fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    pub(crate) const fn explode(self, explode: bool) -> Self {
        Self { explode, ..self }
    }

    pub(crate) const fn reserved(self) -> Self {
        Self {
            reserved: true,
            ..self
        }
    }

    pub(crate) const fn default(self, default: &'static str) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }
}
