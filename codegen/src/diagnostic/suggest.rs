//! "Did you mean ..?"

/// The candidate that `wrong` is most likely a slip of, if any is close.
fn nearest<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(wrong, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        // The first of equals wins, so that the answer does not depend on luck.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

/// The same as a help text; empty when nothing is close.
pub(crate) fn did_you_mean<'c>(
    wrong: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> String {
    nearest(wrong, candidates).map_or_else(String::new, |name| format!("did you mean `{name}`?"))
}
