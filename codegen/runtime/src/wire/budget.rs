//! The memory limit for decoding one body.
//!
//! A few bytes of JSON can become a large value: `{}` is a struct with space for all its properties, and `[0]` a list
//! with space for four items. The reader therefore charges for each allocation before it allocates:
//!
//! | allocation | charge |
//! |---|---|
//! | the first items of a list, and more when it is full | the size of the additional capacity |
//! | the nodes of a map | the size of a node, including unused entries |
//! | a box | the size of its value |
//! | a string, a decimal, a key of a map | its length |
//! | raw JSON | its lists, objects and strings |
//! | a value that is buffered until its variant is known | the same, refunded when the value is decoded |
//!
//! Every allocation costs [`OVERHEAD`] more, since allocators round up. Numbers and booleans are part of their
//! container.

use std::cell::Cell;

use serde::de::Error;

use super::decode::{ListSlot, MapSlot};

/// The default limit per byte of a body, in bytes.
const PER_BYTE: usize = 16;

/// The minimum default limit, in bytes.
const LEAST: usize = 64 << 20;

/// The overhead of an allocation, in bytes: a small string takes 32.
const OVERHEAD: usize = 24;

/// The maximum and minimum number of entries in a node of a map.
const NODE: [usize; 2] = [11, 5];

/// The default memory limit for a body of `bytes`: 16 times its size, but at least 64 MiB.
pub(crate) fn default_limit(bytes: usize) -> usize {
    bytes.saturating_mul(PER_BYTE).max(LEAST)
}

/// The remaining memory for decoding a body.
pub(super) struct Budget {
    pub(super) limit: Cell<usize>,
    pub(super) left: Cell<usize>,
    /// The amount charged for the buffered value that is being decoded. Moving data out of it costs nothing more.
    pub(super) buffered: Cell<usize>,
    pub(super) is_exhausted: Cell<bool>,
}

impl Budget {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit: Cell::new(limit),
            left: Cell::new(limit),
            buffered: Cell::new(0),
            is_exhausted: Cell::new(false),
        }
    }

    /// The limit, if it was exceeded.
    pub(super) fn exceeded(&self) -> Option<usize> {
        self.is_exhausted.get().then(|| self.limit.get())
    }

    /// Charges for `bytes` of an allocation.
    fn charge<E: Error>(&self, bytes: usize) -> Result<(), E> {
        match self.left.get().checked_sub(bytes) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(self.exhaust()),
        }
    }

    #[cold]
    #[inline(never)]
    fn exhaust<E: Error>(&self) -> E {
        self.is_exhausted.set(true);
        E::custom("the memory limit is exceeded")
    }

    /// Charges for the content of a box.
    pub(super) fn boxed<E: Error>(&self, bytes: usize) -> Result<(), E> {
        self.charge(bytes.saturating_add(OVERHEAD))
    }

    /// Charges for a string.
    pub(super) fn text<E: Error>(&self, text: &str) -> Result<(), E> {
        // Strings are never long enough for this to overflow.
        self.charge(text.len() + OVERHEAD)
    }

    /// Charges for one more item of a list of `count`. A full list doubles its capacity.
    pub(super) fn item<E: Error>(&self, count: usize, list: &dyn ListSlot) -> Result<(), E> {
        // Powers of two and zero.
        if count & count.wrapping_sub(1) == 0 {
            return self.charge(room(count, list.item_bytes()));
        }
        Ok(())
    }

    /// Charges for one more entry of a map of `count`, without its key.
    pub(super) fn entry<E: Error>(&self, count: usize, map: &dyn MapSlot) -> Result<(), E> {
        let [full, least] = NODE;
        let nodes = match count {
            0 => 1,
            // The first node is split, and gets a parent.
            _ if count == full => 2,
            _ if count > full && (count - full) % least == 0 => 1,
            _ => return Ok(()),
        };
        let children = (full + 1) * size_of::<usize>();
        let node = map.entry_bytes().saturating_mul(full) + children + OVERHEAD;
        self.charge(node.saturating_mul(nodes))
    }

    /// Charges for raw JSON, unless it is moved out of a buffer, which was charged already.
    fn charge_json<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let buffered = self.buffered.get();
        if buffered == 0 {
            return self.charge(bytes);
        }
        let paid = buffered.min(bytes);
        self.buffered.set(buffered - paid);
        self.charge(bytes - paid)
    }

    /// Charges for a string in JSON.
    pub(super) fn json_text<E: Error>(&self, bytes: usize) -> Result<(), E> {
        self.charge_json(bytes + OVERHEAD)
    }

    /// Charges for one more item of `bytes` in a list of `count`.
    pub(super) fn json_item<E: Error>(&self, count: usize, bytes: usize) -> Result<(), E> {
        if bytes > 0 && count & count.wrapping_sub(1) == 0 {
            return self.charge_json(room(count, bytes));
        }
        Ok(())
    }

    /// Charges for one more entry of `bytes` in an object of `count`: a hash table stores a hash, an index and a
    /// control byte for each.
    pub(super) fn json_entry<E: Error>(&self, count: usize, bytes: usize) -> Result<(), E> {
        const TABLE: usize = 2 * size_of::<u64>() + 1;
        match bytes {
            0 => Ok(()),
            bytes => self.json_item(count, bytes.saturating_add(TABLE)),
        }
    }
}

/// The number of bytes by which a list of `count` items grows for one more item, if `count` is a power of two or zero.
fn room(count: usize, bytes: usize) -> usize {
    let first = match bytes {
        0..=1024 => 4,
        _ => 1,
    };
    match count {
        0 => (bytes * first).saturating_add(OVERHEAD),
        _ if count < first => 0,
        _ => bytes.saturating_mul(count),
    }
}
