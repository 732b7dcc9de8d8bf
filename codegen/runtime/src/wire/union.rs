//! Unions: one of several objects, selected by the value of one key (OAS 3.0, `discriminator`).

use serde_json::Value;

use super::decode::Slot;
use super::encode::View;

/// The type of a union.
#[derive(Debug)]
pub struct UnionShape {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The key on the wire that selects the variant.
    pub tag: &'static str,
}

/// The interface of an enum of objects to the reader and the writer.
#[doc(hidden)]
pub trait Union {
    /// The type of the union.
    fn shape(&self) -> &'static UnionShape;
    /// The tag and the fields of a known variant. An unknown variant has no tag, and its JSON. A variant that is a
    /// union with the same tag has no tag of its own, and that union.
    fn payload(&self) -> (Option<&'static str>, View<'_>);
    /// Changes to the variant for `tag` and returns its slot, or changes nothing if there is none.
    fn select(&mut self, tag: &str) -> Option<Slot<'_>>;
    /// Changes to the unknown variant.
    fn keep(&mut self, raw: Value);

    /// The value of the tag; also that of an unknown variant, if it has one.
    fn tag(&self) -> Option<&str> {
        match self.payload() {
            (Some(tag), _) => Some(tag),
            (None, View::Json(raw)) => raw.get(self.shape().tag)?.as_str(),
            (None, View::Union(inner)) => inner.tag(),
            (None, _) => None,
        }
    }
}
