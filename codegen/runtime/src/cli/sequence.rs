//! Responses that are sequences of values, one on each line.

use serde_json::Value;

use super::failure::Failure;
use super::output::Output;
use super::table::text;
use crate::call::Call;
use crate::events::{Streaming, lines, send, sequence, server_sent};

/// Sends the request, and prints the values as they arrive.
///
/// # Errors
///
/// If the request or the output fails.
pub(crate) async fn print(
    call: Box<Call>,
    declared: &'static Value,
    output: &mut Output,
) -> Result<(), Failure> {
    let failed = |error| Failure::call(&error);
    let read = |reply: &crate::net::reply::Reply, _| Ok(reply.body.clone());
    let sent = send(call, streaming(declared), read).await;
    let mut values = sent.map_err(failed)?;
    while let Some(value) = values.try_next().await.map_err(failed)? {
        match serde_json::from_slice::<Value>(&value) {
            Ok(value) => output.item(&value)?,
            Err(_) => output.write(&[&*value, b"\n"].concat())?,
        }
    }
    output.finish()
}

/// The sequence of a command. The request asks for it already, so that `--dry-run` shows that.
fn streaming(declared: &'static Value) -> &'static Streaming {
    Box::leak(Box::new(Streaming {
        media_type: text(declared, "accept").unwrap_or_default(),
        framing: match text(declared, "framing") {
            Some("lines") => lines,
            Some("texts") => sequence,
            _ => server_sent,
        },
        flag: None,
        terminator: text(declared, "terminator"),
    }))
}
