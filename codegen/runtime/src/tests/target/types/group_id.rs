use crate::wire;

use super::patterns;

/// Identifies a project: 24 hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(wire::TextValue);

wire::text!(GroupId matches patterns::PATTERN_1, wire::Text {
    name: "GroupId",
    pattern: Some(r"^([a-f0-9]{24})$"),
    min_length: None,
    max_length: None,
});
