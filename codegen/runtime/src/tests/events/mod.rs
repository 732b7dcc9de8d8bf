//! Sequences of values: their framing at every division into chunks, and the calls that receive them.

mod body_flag;
mod lines;
mod reconnection;
mod sequence;
mod server_sent;
mod stream;

use bytes::Bytes;

use crate::events::framing::{Framing, Record};

/// The records of a body in these chunks.
fn records(framing: fn() -> Box<dyn Framing>, chunks: &[&[u8]]) -> Vec<Record> {
    let mut framing = framing();
    let mut found = Vec::new();
    for chunk in chunks {
        let mut input = Bytes::copy_from_slice(chunk);
        while let Some(record) = framing.next(&mut input, usize::MAX).ok().unwrap() {
            found.push(record);
        }
        assert!(input.is_empty());
    }
    found.extend(framing.end());
    found
}

/// The records of a body, which must not depend on its division into two chunks or into single bytes.
fn divided(framing: fn() -> Box<dyn Framing>, body: &[u8]) -> Vec<Record> {
    let whole = records(framing, &[body]);
    for at in 0..=body.len() {
        let (first, second) = body.split_at(at);
        assert_eq!(records(framing, &[first, b"", second]), whole, "at {at}");
    }
    let bytes: Vec<_> = body.chunks(1).collect();
    assert_eq!(records(framing, &bytes), whole);
    whole
}

/// The number of bytes that a framing keeps of an endless record before it refuses it.
fn refused(framing: fn() -> Box<dyn Framing>, start: &[u8], more: &[u8], limit: usize) -> usize {
    let mut framing = framing();
    assert!(
        framing
            .next(&mut Bytes::copy_from_slice(start), limit)
            .is_ok()
    );
    let mut received = start.len();
    while framing
        .next(&mut Bytes::copy_from_slice(more), limit)
        .is_ok()
    {
        received += more.len();
        assert!(received <= 10 * limit, "no limit");
    }
    received
}
