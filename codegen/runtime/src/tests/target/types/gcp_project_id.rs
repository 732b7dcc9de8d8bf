use std::borrow::Cow;

use crate::wire;

use super::patterns;

/// Identifies a Google Cloud project: `p-` and 24 characters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GcpProjectId(Cow<'static, str>);

wire::text!(
    GcpProjectId,
    wire::Text {
        pattern: Some(r"^p-[0-9a-z]{24}$"),
        automaton: Some(&patterns::PATTERN_3),
        min_length: None,
        max_length: None,
    }
);
