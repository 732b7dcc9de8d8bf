//! Responses on standard output, which is the same on a terminal and in a pipe.

use std::io::{self, Write};

use bytes::Bytes;
use clap::ArgMatches;
use serde_json::Value;

use super::failure::{Class, Failure};
use super::own;

/// The form of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Raw,
}

/// How a response is printed.
pub(crate) struct Output {
    format: Format,
}

impl Output {
    /// The output that the flags describe.
    ///
    /// # Errors
    ///
    /// If a flag has another value.
    pub(crate) fn of(matches: &ArgMatches) -> Result<Self, Failure> {
        let format = matches.get_one::<String>(&own::id("output"));
        let format = match format.map(String::as_str) {
            None | Some("json") => Format::Json,
            Some("raw") => Format::Raw,
            Some(_) => {
                let message = "--output is not `json` or `raw`";
                return Err(Failure::usage(message));
            }
        };
        Ok(Self { format })
    }

    /// Prints the body of a response. A body that is not JSON is printed as it is.
    ///
    /// # Errors
    ///
    /// If standard output fails.
    pub(crate) fn print(&self, body: &Bytes) -> Result<(), Failure> {
        let json = match self.format {
            Format::Json => serde_json::from_slice::<Value>(body).ok(),
            Format::Raw => None,
        };
        match json {
            Some(value) => line(&pretty(&value)),
            None => write(body),
        }
    }
}

/// JSON with two spaces for each level. A value always serializes.
pub(crate) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Prints a line.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    write(&[text.as_bytes(), b"\n"].concat())
}

/// Prints bytes. A reader that closes its end has seen enough.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = output.write_all(bytes).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let message = format!("standard output: {error}");
            Err(Failure::new(Class::Other, message))
        }
        _ => Ok(()),
    }
}
