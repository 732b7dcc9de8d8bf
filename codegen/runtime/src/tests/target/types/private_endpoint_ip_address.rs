use crate::wire;

/// An IP address. The pattern has look-around and is not checked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PrivateEndpointIpAddress(wire::TextValue);

wire::text!(
    PrivateEndpointIpAddress,
    wire::Text {
        name: "PrivateEndpointIpAddress",
        pattern: Some(
            r"^((25[0-5]|(2[0-4]|1\d|[1-9]|)\d)(\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$"
        ),
        min_length: None,
        max_length: None,
    }
);
