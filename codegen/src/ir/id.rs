//! Ids, each of which is the position in a list.

macro_rules! id {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the element at a position.
            #[must_use]
            pub fn new(index: usize) -> Self {
                // A document of 4 billion elements does not fit into memory; saturating keeps this total.
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The position.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id! {
    /// The id of a type in one [`super::TypeTable`].
    TypeId
}

id! {
    /// The id of a tag in [`super::Api::tags`].
    TagId
}

id! {
    /// The id of a parameter in [`super::Operation::parameters`].
    ParameterId
}

id! {
    /// The id of a response in [`super::Operation::responses`].
    ResponseId
}

id! {
    /// The id of a media type in [`super::Response::content`] or [`super::RequestBody::content`].
    MediaTypeId
}
