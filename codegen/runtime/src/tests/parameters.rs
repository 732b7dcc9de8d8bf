//! Parameters of every location, style and value of `explode`.

use std::borrow::Cow;

use serde_json::Value;

use crate::call::cookie::Cookie;
use crate::call::header::Header;
use crate::call::path_parameter::Path;
use crate::call::query::Query;
use crate::call::{self};

#[derive(Clone, Copy)]
pub(super) enum Parameter {
    Path(Path),
    Query(Query),
    Header(Header),
    Cookie(Cookie),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Label,
    Matrix,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Json,
}

impl Parameter {
    pub(super) fn path(name: &'static str) -> Self {
        Self::Path(call::path(name))
    }

    pub(super) fn query(name: &'static str) -> Self {
        Self::Query(call::query(name))
    }

    pub(super) fn header(name: &'static str) -> Self {
        Self::Header(call::header(name))
    }

    pub(super) fn cookie(name: &'static str) -> Self {
        Self::Cookie(call::cookie(name))
    }

    pub(super) fn style(self, style: Style) -> Self {
        match (self, style) {
            (Self::Path(it), Style::Label) => Self::Path(Path {
                style: call::label,
                ..it
            }),
            (Self::Path(it), Style::Matrix) => Self::Path(Path {
                style: call::matrix,
                ..it
            }),
            (Self::Path(it), _) => Self::Path(Path {
                style: call::json_path,
                ..it
            }),
            (Self::Query(it), style) => Self::Query(Query {
                style: match style {
                    Style::SpaceDelimited => call::space_delimited,
                    Style::PipeDelimited => call::pipe_delimited,
                    Style::DeepObject => call::deep_object,
                    _ => call::json_query,
                },
                ..it
            }),
            (Self::Header(it), _) => Self::Header(Header {
                style: call::json_header,
                ..it
            }),
            (other @ Self::Cookie(_), _) => other,
        }
    }

    pub(super) fn explode(self, explode: bool) -> Self {
        match self {
            Self::Path(it) => Self::Path(Path { explode, ..it }),
            Self::Query(it) => Self::Query(Query { explode, ..it }),
            Self::Header(it) => Self::Header(Header { explode, ..it }),
            Self::Cookie(it) => Self::Cookie(Cookie(Query { explode, ..it.0 })),
        }
    }

    pub(super) fn reserved(self) -> Self {
        match self {
            Self::Query(it) => Self::Query(Query {
                reserved: true,
                ..it
            }),
            other => other,
        }
    }

    pub(super) fn is_exploded(&self) -> bool {
        match self {
            Self::Path(it) => it.explode,
            Self::Query(it) => it.explode,
            Self::Header(it) => it.explode,
            Self::Cookie(it) => it.0.explode,
        }
    }
}

pub(super) fn pairs(parameter: &Parameter, value: &Value) -> Vec<(String, String)> {
    match parameter {
        Parameter::Query(it) | Parameter::Cookie(Cookie(it)) => it.pairs(value),
        Parameter::Path(_) | Parameter::Header(_) => Vec::new(),
    }
}

pub(super) fn in_path<'a>(parameter: &Parameter, value: &'a Value) -> Cow<'a, str> {
    match parameter {
        Parameter::Path(it) => (it.style)(it, value),
        _ => Cow::Borrowed(""),
    }
}

pub(super) fn in_header(parameter: &Parameter, value: &Value) -> Option<String> {
    match parameter {
        Parameter::Header(it) => (it.style)(it, value),
        _ => None,
    }
}
