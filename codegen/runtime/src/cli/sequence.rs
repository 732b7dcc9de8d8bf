//! Responses that are sequences of values, one on each line.

use serde_json::Value;

use super::failure::Failure;
use super::output::Output;
use super::table::text;
use crate::call::Call;

/// Sends the request, and prints the values as they arrive.
///
/// # Errors
///
/// If the request or the output fails.
pub(crate) async fn print(
    call: Box<Call>,
    sequence: &'static Value,
    output: &mut Output,
) -> Result<(), Failure> {
    let response = call
        .send_stream()
        .await
        .map_err(|error| Failure::call(&error))?;
    let mut body = response.into_body();
    let mut records = Records {
        is_events: text(sequence, "framing") == Some("events"),
        terminator: text(sequence, "terminator"),
        data: Vec::new(),
        is_ended: false,
    };
    let mut rest: Vec<u8> = Vec::new();
    while let Some(chunk) = body.chunk().await.map_err(|error| Failure::call(&error))? {
        rest.extend_from_slice(&chunk);
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = rest.drain(..=end).collect();
            records.line(&line, output)?;
            if records.is_ended {
                return Ok(());
            }
        }
    }
    records.line(&rest, output)?;
    records.flush(output)
}

/// The lines of a sequence.
struct Records {
    /// Whether they are server-sent events, whose data is in several lines.
    is_events: bool,
    terminator: Option<&'static str>,
    data: Vec<String>,
    is_ended: bool,
}

impl Records {
    fn line(&mut self, line: &[u8], output: &mut Output) -> Result<(), Failure> {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end_matches(['\n', '\r']);
        if !self.is_events {
            let text = text.trim_matches('\u{1e}').trim();
            return if text.is_empty() {
                Ok(())
            } else {
                self.record(text, output)
            };
        }
        if text.is_empty() {
            return self.flush(output);
        }
        if let Some(data) = text.strip_prefix("data:") {
            self.data
                .push(data.strip_prefix(' ').unwrap_or(data).to_owned());
        }
        Ok(())
    }

    /// The data of an event is complete.
    fn flush(&mut self, output: &mut Output) -> Result<(), Failure> {
        if self.data.is_empty() {
            return Ok(());
        }
        let data = std::mem::take(&mut self.data).join("\n");
        self.record(&data, output)
    }

    fn record(&mut self, text: &str, output: &mut Output) -> Result<(), Failure> {
        if self.terminator == Some(text.trim()) {
            self.is_ended = true;
            return Ok(());
        }
        match serde_json::from_str::<Value>(text) {
            Ok(value) => output.item(&value),
            Err(_) => output.write(format!("{text}\n").as_bytes()),
        }
    }
}
