//! Error bodies of single operations.

/// Gives a request builder the function `failure`, for error bodies other than the shared one: `failure!(CONSTANT:
/// Builder -> Body, 404 | 409)`, or `failure!(CONSTANT: Builder -> by_status Type)` for an enumeration.
macro_rules! failure {
    ($constant:ident: $name:ident -> by_status $body:ty) => {
        $crate::call::failure!(@ $constant, $name, $body, reply, {
            reply.read_by_status().ok()
        });
    };
    ($constant:ident: $name:ident -> $body:ty, $statuses:pat) => {
        $crate::call::failure!(@ $constant, $name, $body, reply, {
            match reply.status.as_u16() {
                $statuses => reply.read_json().ok(),
                _ => ::core::option::Option::None,
            }
        });
    };
    (@ $constant:ident, $name:ident, $body:ty, $reply:ident, $read:block) => {
        impl $name {
            /// The documented error body of this operation, if `error` is a failure of it and has that body.
            #[must_use]
            pub fn failure(error: &$crate::Error) -> ::core::option::Option<$body> {
                let $reply = error.reply_to($constant.id)?;
                $read
            }
        }
    };
}
pub(crate) use failure;
