//! JSON Pointers.

use std::borrow::Cow;
use std::fmt;

/// A JSON Pointer (RFC 6901) into the document, the root being empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The pointer that `text` spells, e.g. `/components/schemas/Cat`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The member `key` of what this points to; the key is escaped.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        // A pointer is made for each value of a document, so this is one allocation.
        let mut text = String::with_capacity(self.0.len() + 1 + key.len());
        text.push_str(&self.0);
        text.push('/');
        if key.contains(['~', '/']) {
            text.push_str(&key.replace('~', "~0").replace('/', "~1"));
        } else {
            text.push_str(key);
        }
        Self(text)
    }

    /// The item `index` of what this points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }

    /// The parent, and the unescaped key or index in it; `None` for the root.
    #[must_use]
    pub fn split(&self) -> Option<(Self, String)> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some((Self::parse(parent), self.segments().last()?))
    }

    /// As RFC 6901 writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The unescaped segments from the root down.
    pub fn segments(&self) -> impl Iterator<Item = String> {
        self.keys().map(Cow::into_owned)
    }

    /// The same, without a copy of those that are not escaped.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(|segment| {
            if segment.contains('~') {
                Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
            } else {
                Cow::Borrowed(segment)
            }
        })
    }

    /// Whether the pointer leads to a part of the value at another one.
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        let rest = self.0.strip_prefix(&other.0);
        rest.is_some_and(|rest| rest.starts_with('/'))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "/" } else { &self.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn keys_are_escaped_and_segments_are_not() {
        let keys = ["paths", "/pets/{id}", "a~b", "~1", "", "0"];
        let pointer = keys.iter().fold(Pointer::root(), |at, key| at.key(key));
        let text = "/paths/~1pets~1{id}/a~0b/~01//0/7";
        assert_eq!(pointer.index(7).as_str(), text);
        let segments: Vec<_> = Pointer::parse(text).segments().collect();
        assert_eq!(segments[..6], keys);
        assert_eq!(segments[6], "7");
        assert_eq!(Pointer::root().segments().count(), 0);
        let parent = Pointer::parse("/paths");
        assert_eq!(parent.key("/a").split(), Some((parent, "/a".to_owned())));
        assert_eq!(Pointer::root().split(), None);
        let below = |at, other| Pointer::parse(at).is_below(&Pointer::parse(other));
        assert!(below("/a/b", "/a") && below("/a", ""));
        assert!(!below("/ab", "/a") && !below("/a", "/a"));
    }
}
