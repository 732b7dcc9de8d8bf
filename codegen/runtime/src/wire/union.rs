//! Unions: one of several objects, selected by the value of one key (OAS 3.0, `discriminator`).

use serde_json::Value;

use super::decode::Slot;
use super::encode::View;

/// The type of a union.
#[derive(Debug)]
pub struct UnionShape {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The key on the wire that tells the variants apart.
    pub tag: &'static str,
}

/// An enum of objects, as the reader and the writer see it.
#[doc(hidden)]
pub trait Union {
    /// Its type.
    fn shape(&self) -> &'static UnionShape;
    /// The tag and the fields of a known variant; no tag and the JSON of an unknown one; no tag and the union that a
    /// variant is that writes the same tag itself.
    fn payload(&self) -> (Option<&'static str>, View<'_>);
    /// Becomes the variant for `tag` and opens it, or stays what it is if there is none.
    fn select(&mut self, tag: &str) -> Option<Slot<'_>>;
    /// Becomes the unknown variant.
    fn keep(&mut self, raw: Value);

    /// The value of the tag: of an unknown variant as well, if it has one.
    fn tag(&self) -> Option<&str> {
        match self.payload() {
            (Some(tag), _) => Some(tag),
            (None, View::Json(raw)) => raw.get(self.shape().tag)?.as_str(),
            (None, View::Union(inner)) => inner.tag(),
            (None, _) => None,
        }
    }
}
