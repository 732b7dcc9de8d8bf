use crate::wire;

use super::patterns;

/// Identifies a private endpoint service: 24 hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EndpointServiceId(wire::TextValue);

wire::text!(EndpointServiceId matches patterns::PATTERN_1, wire::Text {
    name: "EndpointServiceId",
    pattern: Some(r"^([a-f0-9]{24})$"),
    min_length: None,
    max_length: None,
});
