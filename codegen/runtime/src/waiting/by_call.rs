//! The method of the request builders whose polls have one response.

/// Gives a request builder the method `wait_until_done`: `by_call!(Builder: Body => Waiter { .. })`. The body is that of
/// `call::operation!`: a type, or `Type, none 204` if it may be missing.
macro_rules! by_call {
    ($name:ident: $body:ty, none $($none:pat)? => $waiter:expr) => {
        $crate::waiting::polled!(
            $name, ::core::option::Option<$body>, call => $crate::waiting::call(
                call, |reply| reply.read_optional(|_status| false $(|| matches!(_status, $none))?)
            ), $waiter
        );
    };
    ($name:ident: $body:ty => $waiter:expr) => {
        $crate::waiting::polled!(
            $name, $body, call => $crate::waiting::call(call, $crate::net::reply::Reply::read_json), $waiter
        );
    };
}
pub(crate) use by_call;
