use crate::parts::Part;

/// The files of `client/`.
pub(super) const PARTS: &[Part] = &[
    part!("client/attempts.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/hold.rs",
            "client/handle.rs",
            "client/interceptor.rs",
            "client/options.rs",
            "client/trace.rs",
            "document.rs",
            "error/call_error.rs",
            "net/collect.rs",
            "net/deadline.rs",
            "net/limits.rs",
            "net/reply.rs",
            "net/transport.rs",
            "wire/error.rs",
        ])
        .crates(&["bytes", "http", "reqwest"]),
    part!("client/builder.rs")
        .needs(&[
            "auth/credentials.rs",
            "client/clock.rs",
            "client/handle.rs",
            "client/interceptor.rs",
            "client/retry.rs",
            "error/call_error.rs",
            "net/limits.rs",
            "net/transport.rs",
            "testing/in_memory.rs",
        ])
        .crates(&["http", "reqwest"])
        .root(&["ClientBuilder"]),
    part!("client/clock.rs").crates(&["fastrand", "tokio"]),
    part!("client/curl.rs")
        .needs(&[
            "client/attempts.rs",
            "client/handle.rs",
            "document.rs",
            "error/call_error.rs",
            "wire/redacted.rs",
            "wire/secret_names.rs",
        ])
        .crates(&["http", "reqwest"]),
    part!("client/disabled.rs").internal(&["disabled"]),
    part!("client/handle.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/hold.rs",
            "client/builder.rs",
            "client/clock.rs",
            "client/interceptor.rs",
            "client/raw_request.rs",
            "client/retry.rs",
            "error/call_error.rs",
            "net/deadline.rs",
            "net/limits.rs",
            "net/transport.rs",
        ])
        .crates(&["http", "reqwest"])
        .root(&["Client"])
        .methods(&[(
            "Client",
            &[
                "base_url",
                "builder",
                "new",
                "parts",
                "request",
                "revoke_credentials",
                "with",
            ],
        )]),
    part!("client/interceptor.rs")
        .needs(&["error/call_error.rs", "net/reply.rs", "net/transport.rs"])
        .crates(&["http", "reqwest"])
        .root(&["Attempt", "Interceptor", "Outcome"]),
    part!("client/options.rs")
        .needs(&[
            "client/clock.rs",
            "client/retry.rs",
            "net/percent.rs",
            "wire/redacted.rs",
        ])
        .crates(&["http", "reqwest"]),
    part!("client/raw_request.rs")
        .needs(&[
            "client/attempts.rs",
            "client/curl.rs",
            "client/handle.rs",
            "client/options.rs",
            "client/retry.rs",
            "error/call_error.rs",
            "net/body.rs",
            "net/percent.rs",
            "net/reply.rs",
            "net/response.rs",
            "wire/redacted.rs",
        ])
        .crates(&["bytes", "http", "reqwest", "serde", "serde_json"])
        .root(&["Request"]),
    part!("client/raw_stream.rs").needs(&[
        "client/raw_request.rs",
        "error/call_error.rs",
        "net/byte_stream.rs",
        "net/response.rs",
    ]),
    part!("client/retry.rs")
        .needs(&["client/clock.rs", "error/call_error.rs"])
        .crates(&["http"])
        .root(&["Retry"]),
    part!("client/retry_within.rs").needs(&["client/retry.rs"]),
    part!("client/trace.rs")
        .needs(&[
            "error/call_error.rs",
            "error/class.rs",
            "net/reply.rs",
            "net/response.rs",
        ])
        .crates(&["http", "reqwest", "tracing"]),
    part!("client/wait.rs")
        .needs(&[
            "client/handle.rs",
            "error/call_error.rs",
            "net/transport.rs",
        ])
        .methods(&[("Client", &["wait_until"])]),
];
