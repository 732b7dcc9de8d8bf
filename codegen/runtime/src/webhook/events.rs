//! The enum of all events.

/// Implements the functions that decode requests, for an enum with a variant for each event and `Unknown`:
/// `events!(Event, Selection { .. }, { ["opened"] => Opened(Payload) })`. The names of an event have lower case and no symbols.
macro_rules! events {
    ($name:ident, $selection:expr, { $([$($key:literal),*] => $variant:ident($payload:ty),)* }) => {
        static EVENTS: &[&[&str]] = &[$(&[$($key),*]),*];

        static READERS: &[fn(&[u8]) -> ::core::result::Result<$name, $crate::wire::DecodeError>] = &[
            $(|body| $crate::wire::from_slice::<$payload>(body).map($name::$variant)),*
        ];

        /// Decodes a request, whose headers or body tell which event it is about. It does not check where the request
        /// comes from.
        ///
        /// # Errors
        ///
        /// If the body is not JSON, or does not have the form of the event.
        pub fn parse(
            headers: &::http::HeaderMap,
            body: &[u8],
        ) -> ::core::result::Result<$name, $crate::wire::DecodeError> {
            static SELECTION: $crate::webhook::Selection = $selection;
            match SELECTION.find(headers, body, EVENTS) {
                ::core::result::Result::Ok(position) => READERS[position](body),
                ::core::result::Result::Err(name) => {
                    $crate::UnknownEvent::new(name, body).map($name::Unknown)
                }
            }
        }

        /// Decodes the body of a request about the event of this name.
        ///
        /// # Errors
        ///
        /// As [`parse`].
        pub fn parse_named(
            name: &str,
            body: &[u8],
        ) -> ::core::result::Result<$name, $crate::wire::DecodeError> {
            match $crate::webhook::selection::position(EVENTS, name) {
                ::core::option::Option::Some(position) => READERS[position](body),
                ::core::option::Option::None => {
                    let name = ::core::option::Option::Some(name.to_owned());
                    $crate::UnknownEvent::new(name, body).map($name::Unknown)
                }
            }
        }
    };
}
pub(crate) use events;
