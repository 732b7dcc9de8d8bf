//! Request builders as operations.

/// Implements `Operation` for a builder: `operation!(CONSTANT: Builder(Request) -> Response)`. The request is a type
/// that is decoded from JSON, `bytes`, or nothing; the response is that of `call::operation!`.
macro_rules! operation {
    ($constant:ident: $name:ident($($request:tt)*) -> $($response:tt)*) => {
        impl $crate::testing::operation::sealed::Sealed for $name {}

        impl $crate::testing::Operation for $name {
            fn id() -> &'static str {
                $constant.id
            }

            $crate::testing::operation!(@ request $($request)*);
            $crate::testing::operation!(@ response $($response)*);
        }
    };
    (@ request) => {
        $crate::testing::operation!(@ request (), _body, ::core::result::Result::Ok(()));
    };
    (@ request bytes) => {
        $crate::testing::operation!(@ request ::bytes::Bytes, body, ::core::result::Result::Ok(body.clone()));
    };
    (@ request $ty:ty) => {
        $crate::testing::operation!(@ request $ty, body, {
            // An empty body is a missing optional value.
            let text: &[u8] = if body.is_empty() { b"null" } else { body };
            $crate::wire::from_slice(text)
        });
    };
    (@ request $ty:ty, $body:ident, $value:expr) => {
        type Request = $ty;

        fn decode($body: &::bytes::Bytes) -> ::core::result::Result<$ty, $crate::wire::DecodeError> {
            $value
        }
    };
    (@ response ()) => {
        $crate::testing::operation!(@ response (), _body, $crate::testing::Answer::new(204, ""));
    };
    (@ response text) => {
        $crate::testing::operation!(
            @ response ::std::string::String, body, $crate::testing::Answer::new(200, body.clone())
        );
    };
    (@ response secret) => {
        $crate::testing::operation!(
            @ response $crate::Secret, body, $crate::testing::Answer::new(200, body.expose().to_owned())
        );
    };
    (@ response bytes) => {
        $crate::testing::operation!(
            @ response ::bytes::Bytes, body, $crate::testing::Answer::new(200, body.clone())
        );
    };
    (@ response by_status $ty:ty) => {
        $crate::testing::operation!(@ response $ty, body, body.answer());
    };
    (@ response xml $ty:ty) => {
        $crate::testing::operation!(@ response $ty, body, $crate::testing::Answer::xml(200, body));
    };
    (@ response $ty:ty, none $($none:pat)?) => {
        $crate::testing::operation!(
            @ response ::core::option::Option<$ty>, body, match body {
                ::core::option::Option::Some(body) => $crate::testing::Answer::json(200, body),
                ::core::option::Option::None => $crate::testing::Answer::new(204, ""),
            }
        );
    };
    (@ response $ty:ty) => {
        $crate::testing::operation!(@ response $ty, body, $crate::testing::Answer::json(200, body));
    };
    (@ response $ty:ty, $body:ident, $answer:expr) => {
        type Response = $ty;

        fn answer($body: &$ty) -> $crate::testing::Answer {
            $answer
        }
    };
}
pub(crate) use operation;
