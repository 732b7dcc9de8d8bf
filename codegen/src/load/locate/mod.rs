//! Locations to places in the text. Used only when there is something to report, so the text is parsed again here
//! and the pipeline carries no positions.

mod json;
mod line;
#[cfg(test)]
mod tests;
mod walk;
mod yaml;

use std::ops::Range;

use self::line::Lines;
use self::walk::{Nearest, Walk};
use super::read;
use crate::diagnostic::Location;

/// Byte ranges of the given locations, in their order.
///
/// A scalar is located by itself, an object or array by its key or, in an array, by its first line. Where a pointer
/// names nothing that stands in the text (a missing field, the far side of a YAML alias), the nearest thing above it
/// stands in. The text may be YAML or JSON.
#[must_use]
pub fn locate(text: &str, locations: &[Location]) -> Vec<Range<usize>> {
    let bare = text.strip_prefix(read::MARK).unwrap_or(text);
    let skipped = text.len() - bare.len();
    let lines = Lines::new(bare);
    let pointed = places(bare, &lines, locations);
    locations
        .iter()
        .zip(pointed)
        .map(|(location, pointed)| match location.in_its_text() {
            Location::Offset(offset) => lines.rest(offset.saturating_sub(skipped)),
            _ => pointed.unwrap_or_else(|| lines.rest(0)),
        })
        .map(|range| range.start + skipped..range.end + skipped)
        .collect()
}

/// The ranges of locations that have a pointer.
fn places(text: &str, lines: &Lines<'_>, locations: &[Location]) -> Vec<Option<Range<usize>>> {
    if locations
        .iter()
        .all(|location| location.pointer().is_none())
    {
        return vec![None; locations.len()];
    }
    in_json(text, lines, locations).unwrap_or_else(|| in_yaml(text, lines, locations))
}

fn in_json(
    text: &str,
    lines: &Lines<'_>,
    locations: &[Location],
) -> Option<Vec<Option<Range<usize>>>> {
    let mut walk = Walk::new(locations);
    json::walk(text, &mut walk)?;
    Some(ranges(locations, &walk, |nearest| {
        json::range(nearest, lines)
    }))
}

fn in_yaml(text: &str, lines: &Lines<'_>, locations: &[Location]) -> Vec<Option<Range<usize>>> {
    let mut walk = Walk::new(locations);
    yaml::walk(text, &mut walk);
    let offsets = yaml::Offsets::new(text, lines);
    ranges(locations, &walk, |nearest| yaml::range(nearest, &offsets))
}

fn ranges<P: Copy>(
    locations: &[Location],
    walk: &Walk<P>,
    range: impl Fn(Nearest<P>) -> Range<usize>,
) -> Vec<Option<Range<usize>>> {
    let locations = locations.iter().map(Location::in_its_text);
    locations
        .map(|location| {
            let wants_key = matches!(location, Location::Key(_));
            walk.nearest(location.pointer()?, wants_key).map(&range)
        })
        .collect()
}
