use crate::wire;

use super::patterns;

/// Identifies an AWS interface endpoint: `vpce-` and 17 hexadecimal digits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AwsEndpointId(wire::TextValue);

wire::text!(AwsEndpointId matches patterns::PATTERN_2, wire::Text {
    name: "AwsEndpointId",
    pattern: Some(r"^vpce-[0-9a-f]{17}$"),
    min_length: None,
    max_length: None,
});
