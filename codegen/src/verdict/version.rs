//! Versions of crates: whether one has been raised far enough.

use super::change::Verdict;

/// The numbers of a version.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let plain = version.split(['-', '+']).next()?;
    let mut parts = plain.trim_start_matches('v').split('.');
    let mut next = || parts.next()?.parse().ok();
    Some([next()?, next()?, next()?])
}

/// The least version after `base` that a verdict allows. `None` if `base` is not a version.
///
/// Cargo regards the first number that is not zero as the one that breaks: `0.2.0` and `0.3.0` are incompatible.
#[must_use]
pub fn required(base: &str, verdict: Verdict) -> Option<String> {
    let [major, minor, patch] = numbers(base)?;
    let next = match verdict {
        Verdict::None => [major, minor, patch],
        Verdict::Major if major > 0 => [major + 1, 0, 0],
        Verdict::Major if minor > 0 => [0, minor + 1, 0],
        Verdict::Minor if major > 0 => [major, minor + 1, 0],
        Verdict::Major | Verdict::Minor | Verdict::Patch => [major, minor, patch + 1],
    };
    Some(next.map(|it| it.to_string()).join("."))
}

/// Whether `version` is at least the required one.
#[must_use]
pub fn is_enough(version: &str, required: &str) -> bool {
    numbers(version) >= numbers(required)
}

#[cfg(test)]
mod tests {
    use super::{Verdict, is_enough, required};

    #[test]
    fn the_first_number_that_is_not_zero_breaks() {
        for (base, major, minor, patch) in [
            ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
            ("0.2.3", "0.3.0", "0.2.4", "0.2.4"),
            ("0.0.3", "0.0.4", "0.0.4", "0.0.4"),
            ("v1.0.0-beta.1", "2.0.0", "1.1.0", "1.0.1"),
        ] {
            let next = |verdict| required(base, verdict).unwrap();
            assert_eq!(next(Verdict::Major), major, "{base}");
            assert_eq!(next(Verdict::Minor), minor, "{base}");
            assert_eq!(next(Verdict::Patch), patch, "{base}");
        }
        assert_eq!(required("1", Verdict::Major), None);
    }

    #[test]
    fn a_greater_version_is_enough() {
        assert!(is_enough("0.3.0", "0.3.0") && is_enough("1.0.0", "0.3.0"));
        assert!(!is_enough("0.2.9", "0.3.0") && !is_enough("0.2.9", "0.2.10"));
    }
}
