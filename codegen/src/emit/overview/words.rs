//! Sentences of the sections.

pub(super) const WAITS: &str = "\
Some operations only start work. `send_and_wait` of their request builders sends the request and then polls until the work
is done, or until a resource that is deleted does not exist. `wait_until_done` and `wait_until_deleted` of the request
that polls do the same for a resource that is known, for example after a restart. `Wait` has the time limit, the interval
and a callback for the progress. A `WaitError` tells whether a call failed, the state is one of failure, or the time
limit passed, and has the last response and the reason of the server. A poll that fails temporarily does not end the wait;
dropping the future does. If the response has the URL to poll (`Operation-Location`, `Azure-AsyncOperation` or `Location`),
`send_and_wait` polls that:";

pub(super) const INFERRED_WAITS: &str = "\
The generator infers that these operations (with the operation that polls, or the header that has the URL to poll) start
work. `after` of a waiter, or `operationId = false` below `[waiters]` in its settings corrects that:";

pub(super) const STREAMS: &str = "\
Some operations return values one after another. The method `send_events` of their request builders sends the request for
them and decodes each value when it is complete; the result also implements `futures_core::Stream`. A value that cannot be
decoded is one error, after which the next value can be read, and its size is limited by
[`ClientBuilder::max_response_bytes`]. An event of `text/event-stream` also has the type, the id and the reconnection time that
the server sends, and `with_reconnection` of the result requests the rest if the connection is lost. The operations are";

pub(super) const INFERRED_FLAGS: &str = "\
In these operations, `send_events` sets a boolean named `stream` in the request, which the generator infers from the name;
`operationId = { flag = false }` below `[streams]` in its settings switches that off:";

pub(super) const PAGES: &str = "\
The request builder of a list that the server divides into pages has two more methods: `items` returns the items of all
pages one by one, and `pages` returns the pages, with the status, the headers and the token from which a later run resumes.
A page is requested when its first item is needed. The options of the call apply to each page; `with_deadline` limits the
time of all of them. Both results implement `futures_core::Stream`:";

pub(super) const INFERRED: &str = "\
The document does not declare the pages of these operations; the generator infers them from names and types, and
`operationId = false` below `[pagination]` in its settings switches one off:";

pub(super) const EXAMPLES: &str = "\
The documentation of the crate (`cargo doc --open`) has an example for each operation, and `examples/` has programs.";

pub(super) const HANDLES: &str = "\
Methods of [`Client`] return handles; their methods return request builders. Nothing is sent before `send`.";

pub(super) const FAILURES: &str = "\
If the failures of an operation have an error body of another type, its request builder has a function `failure` that
decodes it.";

pub(super) const ERRORS: &str = "\
All calls return the same error type, [`Error`]. It keeps the status, headers and body of the response, and has methods
for common cases: [`Error::is_not_found`], [`Error::is_conflict`], [`Error::is_rate_limited`], [`Error::retry_after`],
[`Error::field_errors`] and more.";

pub(super) const VALIDATION: &str = "\
Literals, strings and numbers are accepted for identifiers and other values with rules. If a value violates a rule of the
API, such as a pattern, the call fails before anything is sent, and its error names the value and the rule. The function
`new` of the type checks a value earlier, and `from_static` checks a literal, in a `const` at compile time. Values that are
created by `new_unchecked`, received or read with serde are not checked.";

pub(super) const REQUIRED: &str = "\
A type or a call with more than seven required values takes them as a struct whose name ends in `Required`. Its literal
names each value, takes them in any order and does not compile until all of them are set.";

pub(super) const RETRIES: &str = "\
A request is retried only when that is safe: when the server rejected it before processing it (429, or 503 with a
`Retry-After`), when the connection failed and, for idempotent methods such as `GET` and `DELETE`, also after 408, 502,
503, 504, a broken connection or a timeout. A `POST` that the server may have processed is never retried, unless
[`Retry::repeatable`] allows it.

[`Retry`] limits the number of attempts and the total time, including the backoff between attempts; a timeout applies to
one attempt. [`ClientBuilder::retry`] and [`ClientBuilder::timeout`] set the defaults of a client, `with_retry` and
`with_timeout` override them for one call. [`Client::with`] derives a client with other options, which shares connections and
access tokens:";

pub(super) const KEYS: &str = "\
Operations that the server recognizes by an idempotency key are retried as idempotent methods are. All attempts of a call have
the same random key in the header";

pub(super) const KEPT: &str = "\
A key of your own, set as that header, is used for all attempts instead: keep it to repeat the call after a
restart.";

pub(super) const BEYOND: &str = "\
`with_query` and `with_header` add to a call a query parameter or a header that the document does not describe.

[`Client::request`] sends any other request to the same server, with the same credentials, retries and errors. It takes
types of the crate [`http`], which this crate exports as it does [`bytes`], and decodes any type that implements
`serde::Deserialize`:";

pub(super) const TROUBLESHOOTING: &str = "\
`to_curl` formats a call as a `curl` command line. Credentials become shell variables, and values that the API marks as
secret are omitted.

With the feature `tracing`, each call is a span with the operation, the method, the path template and the server, and finally
the number of retries, the status, the error and the request id; each retry is an event in it. Fields have the names of
OpenTelemetry for HTTP client spans where it has one, such as `http.response.status_code`. Credentials, arguments and
bodies are never recorded, but a request of [`Client::request`] shows its path as the caller wrote it.";

pub(super) const INTERCEPTORS: &str = "\
An [`Interceptor`] runs around every attempt of every call. It knows the operation and the number of the attempt, can change
the request before it is sent, such as signing it, and sees the status, the duration and the error afterwards.
[`ClientBuilder::interceptor`] adds one. Every request builder implements the trait `Call`, by which generic code names and
sends any call.";

pub(super) const TESTS: &str = "\
With the feature `test-util`, `testing::InMemory` replaces the network: it returns typed answers and records requests.
Everything above it, from credentials and retries to errors, is the code that runs in production. Types that are only
received also have their constructors and setters with this feature.";

pub(super) const SKIPPED: &str = "\
The crate has no method for these operations, because their definition in the document is invalid:";

pub(super) const BODIES: &str = "\
The function `new` of a type takes its required values, and methods set the others; a type without required values has
`default`. A body of several variants is an enum with a type for each:";

pub(super) const COMPATIBILITY: &str = "\
or later. A minor version may raise the minimum.

Versions follow [Semantic Versioning](https://semver.org). If existing code may not compile with a change, or the same call
does something else, the version is a major one (before 1.0, the second number). Operations, optional parameters,
properties, variants and values of enums are added in minor versions, so matches on enums need a `_` arm; values that a version
does not know are kept.";

pub(super) const BLOCKING: &str = "\
Programs without an asynchronous runtime enable the feature `blocking`: `block` of the trait `blocking::Block` waits for any
future of this crate. The calls and their options are the same. Within an asynchronous runtime, `block` returns an error.";

pub(super) const ITERATION: &str = "\
`block_iter` of the trait `blocking::BlockIter` iterates over streams such as the items of a list.";
