//! Records of limited size.

use super::framing::TooLarge;

/// Appends bytes to a record, within its limit.
pub(crate) fn append(record: &mut Vec<u8>, bytes: &[u8], limit: usize) -> Result<(), TooLarge> {
    if record.len().saturating_add(bytes.len()) > limit {
        return Err(TooLarge);
    }
    record.extend_from_slice(bytes);
    Ok(())
}
