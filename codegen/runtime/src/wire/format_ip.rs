//! IP addresses.

use std::net::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr};

use super::formatted::{Format, Formatted, Rich};

/// An IP address. Its value is a [`std::net::IpAddr`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ip {}

impl Format for Ip {
    const NAME: &'static str = "IP address";
}

/// An IPv4 address. Its value is a [`std::net::Ipv4Addr`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ipv4 {}

impl Format for Ipv4 {
    const NAME: &'static str = "IPv4 address";
}

/// An IPv6 address. Its value is a [`std::net::Ipv6Addr`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ipv6 {}

impl Format for Ipv6 {
    const NAME: &'static str = "IPv6 address";
}

macro_rules! addresses {
    ($($format:ident: $address:ident,)*) => {$(
        impl Rich for $format {
            type Value = $address;

            fn parse(text: &str) -> Result<$address, String> {
                text.parse().map_err(|error: AddrParseError| error.to_string())
            }
        }

        impl From<$address> for Formatted<$format> {
            fn from(value: $address) -> Self {
                Self::new(value.to_string())
            }
        }
    )*};
}

addresses! {
    Ip: IpAddr,
    Ipv4: Ipv4Addr,
    Ipv6: Ipv6Addr,
}
