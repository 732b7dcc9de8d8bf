//! The generated client against real servers.

#[cfg(test)]
mod errors;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod gateway;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod responses;
