use crate::wire;

use super::patterns;

/// Identifies a Google Cloud project: `p-` and 24 characters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GcpProjectId(wire::TextValue);

wire::text!(GcpProjectId matches patterns::PATTERN_3, wire::Text {
    name: "GcpProjectId",
    pattern: Some(r"^p-[0-9a-z]{24}$"),
    min_length: None,
    max_length: None,
});
