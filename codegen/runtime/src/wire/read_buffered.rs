//! Entries of objects that are buffered until the type of the object is known.

use serde::de::Error;
use serde_json::Value;

use super::buffer;
use super::read::read;
use super::read_entry::read_entry;
use super::read_object::{ObjectReader, rest};

/// Decodes buffered entries, for which `bytes` were charged, into the object and drops them.
pub(super) fn put_buffered<E: Error>(
    reader: &mut ObjectReader<'_, '_>,
    bytes: usize,
    entries: Vec<(String, Value)>,
) -> Result<(), E> {
    let outer = buffer::begin(&reader.trace.budget, bytes);
    for (key, value) in entries {
        put(reader, &key, value)?;
    }
    buffer::end(&reader.trace.budget, outer);
    Ok(())
}

/// Stores the tag of a union in its variant, if that has a field for it.
pub(super) fn put_tag<E: Error>(
    reader: &mut ObjectReader<'_, '_>,
    key: &str,
    tag: &str,
) -> Result<(), E> {
    match reader.shape.find(key, 0) {
        Some(_) => put(reader, key, Value::from(tag)),
        None => Ok(()),
    }
}

fn put<E: Error>(reader: &mut ObjectReader<'_, '_>, key: &str, value: Value) -> Result<(), E> {
    let result = match reader.shape.find(key, reader.next) {
        Some(index) => {
            reader.visit(index)?;
            read(reader.parts[index].slot(), value, reader.trace)
        }
        None => return put_other(reader, key, value),
    };
    result.map_err(|error| {
        reader.trace.push_key(key);
        E::custom(error)
    })
}

fn put_other<E: Error>(
    reader: &mut ObjectReader<'_, '_>,
    key: &str,
    value: Value,
) -> Result<(), E> {
    let Some(rest) = rest(reader.shape, reader.parts) else {
        return Ok(());
    };
    reader.trace.charge_entry(reader.others, key, rest)?;
    reader.others += 1;
    match read_entry(rest.insert(key.to_owned()), value, reader.trace) {
        Ok(true) => Ok(()),
        Ok(false) => {
            rest.remove(key);
            Ok(())
        }
        Err(error) => {
            reader.trace.push_key(key);
            Err(E::custom(error))
        }
    }
}
