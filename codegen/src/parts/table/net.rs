use crate::parts::Part;

/// The files of `net/`.
pub(super) const PARTS: &[Part] = &[
    part!("net/assignments.rs"),
    part!("net/body.rs")
        .crates(&["bytes"])
        .client_crates(&["reqwest"])
        .root(&["Body"]),
    part!("net/body_stream.rs")
        .needs(&["net/body.rs"])
        .crates(&["bytes", "futures-core", "http-body", "reqwest", "tokio"]),
    part!("net/byte_stream.rs")
        .needs(&[
            "client/options.rs",
            "client/clock.rs",
            "client/handle.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/transport.rs",
        ])
        .crates(&["bytes", "futures-core", "reqwest"])
        .root(&["ByteStream"]),
    part!("net/charset.rs"),
    part!("net/collect.rs")
        .needs(&["net/transport.rs"])
        .crates(&["bytes", "reqwest"]),
    part!("net/deadline.rs").needs(&["client/clock.rs", "net/transport.rs"]),
    part!("net/limits.rs").needs(&["wire/budget.rs"]),
    part!("net/media_type.rs"),
    part!("net/percent.rs").crates(&["percent-encoding"]),
    part!("net/reply.rs")
        .needs(&[
            "error/call_error.rs",
            "net/limits.rs",
            "net/response.rs",
            "wire/error.rs",
            "wire/json.rs",
            "wire/parse.rs",
        ])
        .crates(&["bytes", "http", "serde"]),
    part!("net/response.rs")
        .needs(&["wire/decode.rs", "wire/error.rs", "wire/json.rs"])
        .crates(&["bytes", "http"])
        .root(&["RateLimit", "Response"]),
    part!("net/retry_after.rs").crates(&["http", "httpdate", "serde_json"]),
    part!("net/transport.rs").crates(&["h2", "reqwest"]).root(&[
        "BoxFuture",
        "Transport",
        "TransportError",
        "TransportErrorKind",
    ]),
];
