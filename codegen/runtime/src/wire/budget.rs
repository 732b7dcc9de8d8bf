//! The memory that decoding one body may take.
//!
//! A few bytes of JSON can become a large value: `{}` is a struct with room for all its properties, and `[0]` a list with
//! room for four items. So whatever the reader allocates is charged before it is allocated:
//!
//! | allocation | charge |
//! |---|---|
//! | the first items of a list, and more whenever it is full | the size of the items that the new room holds |
//! | the nodes of a map | the size of a node, whose entries may be unused |
//! | a box | the size of the value in it |
//! | a string, a decimal, a key of a map | its length |
//! | any JSON | its lists, objects and strings |
//! | a value that is buffered until its variant is known | the same, until the value is decoded |
//!
//! Every allocation costs [`OVERHEAD`] more, as allocators round up. Numbers and booleans are part of what holds them.

use std::cell::Cell;

use serde::de::Error;

use super::decode::{ListSlot, MapSlot};

/// How much memory each byte of a body may take by default, in bytes.
const PER_BYTE: usize = 16;

/// How much memory any body may take by default, in bytes.
const LEAST: usize = 64 << 20;

/// What an allocation takes beside what was asked for, in bytes: a small string takes 32.
const OVERHEAD: usize = 24;

/// How many entries a node of a map has room for, and how many it has at least.
const NODE: [usize; 2] = [11, 5];

/// The default limit of memory for a body of `bytes`: 16 times its size, or 64 MiB if that is more.
pub(crate) fn default_limit(bytes: usize) -> usize {
    bytes.saturating_mul(PER_BYTE).max(LEAST)
}

thread_local! {
    /// The budget of a body that a type of the caller is decoded from. serde hands nothing on to the types in that type,
    /// some of which may be types of this crate.
    pub(super) static AROUND: Budget = Budget::unlimited();
}

/// What is left of the memory that a body may take.
pub(super) struct Budget {
    limit: Cell<usize>,
    pub(super) left: Cell<usize>,
    /// What has been charged for the buffered value that is being decoded. What is moved out of it costs nothing more.
    pub(super) buffered: Cell<usize>,
    is_exhausted: Cell<bool>,
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

    pub(super) fn unlimited() -> Self {
        Self::new(usize::MAX)
    }

    /// Calls `decode` with this as the budget of the values in it.
    pub(super) fn spend<T>(&self, decode: impl FnOnce(&Self) -> T) -> T {
        AROUND.with(|around| {
            around.swap(self);
            let decoded = decode(around);
            around.swap(self);
            decoded
        })
    }

    pub(super) fn swap(&self, other: &Self) {
        self.limit.swap(&other.limit);
        self.left.swap(&other.left);
        self.buffered.swap(&other.buffered);
        self.is_exhausted.swap(&other.is_exhausted);
    }

    /// The limit that was exceeded, if one was.
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
        // No text is so long that this overflows.
        self.charge(text.len() + OVERHEAD)
    }

    /// Charges for one more item of a list of `count`, which has room for twice as many whenever it is full.
    pub(super) fn item<E: Error>(&self, count: usize, list: &dyn ListSlot) -> Result<(), E> {
        // Powers of two and zero.
        if count & count.wrapping_sub(1) == 0 {
            return self.charge(room(count, list.item_bytes()));
        }
        Ok(())
    }

    /// Charges for one more entry of a map of `count`, beside its key.
    pub(super) fn entry<E: Error>(&self, count: usize, map: &dyn MapSlot) -> Result<(), E> {
        let [full, least] = NODE;
        let nodes = match count {
            0 => 1,
            // The first node is split, and has a parent.
            _ if count == full => 2,
            _ if count > full && (count - full) % least == 0 => 1,
            _ => return Ok(()),
        };
        let children = (full + 1) * size_of::<usize>();
        let node = map.entry_bytes().saturating_mul(full) + children + OVERHEAD;
        self.charge(node.saturating_mul(nodes))
    }

    /// Charges for JSON that is kept as it is. What is moved out of a buffer has been paid.
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

    /// Charges for one more entry of `bytes` in an object of `count`: a hash table has a hash, an index and a mark for
    /// each.
    pub(super) fn json_entry<E: Error>(&self, count: usize, bytes: usize) -> Result<(), E> {
        const TABLE: usize = 2 * size_of::<u64>() + 1;
        match bytes {
            0 => Ok(()),
            bytes => self.json_item(count, bytes.saturating_add(TABLE)),
        }
    }
}

/// How many bytes a list of `count` items grows by when it needs room for one more, if `count` is a power of two or zero.
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
