//! Charsets of JSON.

/// The charset that a `Content-Type` declares, if JSON in it cannot be decoded. JSON is UTF-8 (RFC 8259, 8.1); the
/// supersets of ASCII that older servers declare are the same bytes as long as these are ASCII.
pub(crate) fn foreign_charset<'a>(content_type: &'a str, body: &[u8]) -> Option<&'a str> {
    let mut parameters = content_type.split(';').skip(1);
    let charset = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches('"'))
    })?;
    let known = charset.to_ascii_lowercase();
    let is_utf_8 = matches!(&*known, "" | "utf-8" | "utf8" | "us-ascii" | "ascii");
    let supersets = ["iso-8859-", "windows-", "latin"];
    let is_superset = supersets.iter().any(|start| known.starts_with(start));
    let is_decoded = is_utf_8 || is_superset && body.is_ascii();
    (!is_decoded).then_some(charset)
}
