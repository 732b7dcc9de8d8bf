//! The generated client against a real HTTP server on loopback: what leaves it, byte for byte, and what it makes of
//! what comes back.

#[cfg(test)]
mod bounds;
#[cfg(test)]
mod credentials;
#[cfg(test)]
mod debug;
#[cfg(test)]
mod direction;
#[cfg(test)]
mod document;
#[cfg(test)]
mod encoding;
#[cfg(test)]
mod enums;
#[cfg(test)]
mod envelope;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod gateway;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod retries;
#[cfg(test)]
mod unions;
