use std::borrow::Cow;

use crate::wire;

use super::patterns;

/// Identifies an AWS interface endpoint: `vpce-` and 17 hexadecimal digits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AwsEndpointId(Cow<'static, str>);

wire::text!(
    AwsEndpointId,
    wire::Text {
        pattern: Some(r"^vpce-[0-9a-f]{17}$"),
        automaton: Some(&patterns::PATTERN_2),
        min_length: None,
        max_length: None,
    }
);
