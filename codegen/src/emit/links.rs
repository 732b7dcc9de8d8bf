//! Links of the crate documentation to items of the client, which has them only with its feature.

use std::collections::BTreeSet;

/// The items in the links of a text: `[`Client`]` is one.
pub(super) fn targets(text: &str) -> Vec<String> {
    let links = text.split("[`").skip(1);
    let targets = links.filter_map(|rest| rest.split_once("`]"));
    targets.map(|(target, _)| target.to_owned()).collect()
}

/// Definitions that lead links to the section about features.
pub(super) fn to_features(targets: &BTreeSet<String>) -> Vec<String> {
    let lines = targets.iter();
    lines.map(|it| format!("[`{it}`]: #features")).collect()
}

#[cfg(test)]
mod tests {
    use super::targets;

    #[test]
    fn a_link_is_code_in_brackets() {
        assert_eq!(targets("[`A`] and [b](c), [`A::b`]."), ["A", "A::b"]);
        assert!(targets("`A` [`").is_empty());
    }
}
