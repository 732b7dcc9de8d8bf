use crate::parts::Part;

/// The files of `error/`.
pub(super) const PARTS: &[Part] = &[
    part!("error/cache.rs"),
    part!("error/call_error.rs")
        .needs(&[
            "error/cache.rs",
            "error/decode_summary.rs",
            "error/field_error.rs",
            "error/one_line.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/retry_after.rs",
            "net/transport.rs",
            "wire/decode.rs",
            "wire/error.rs",
            "wire/json.rs",
            "wire/parse.rs",
        ])
        .crates(&["bytes", "http", "serde_json"])
        .root(&["Error"]),
    part!("error/class.rs")
        .needs(&["error/call_error.rs", "net/transport.rs"])
        .feature("tracing"),
    part!("error/credentials.rs")
        .needs(&["error/call_error.rs"])
        .feature("cli"),
    part!("error/decode_summary.rs").needs(&["wire/error.rs"]),
    part!("error/decoded.rs").needs(&["error/call_error.rs", "wire/decode.rs"]),
    part!("error/field_error.rs")
        .needs(&["document.rs", "error/one_line.rs"])
        .crates(&["serde_json"])
        .root(&["FieldError"]),
    part!("error/one_line.rs"),
    part!("error/refusal.rs").needs(&["error/call_error.rs"]),
    part!("error/reply_to.rs").needs(&["error/call_error.rs", "net/reply.rs"]),
];
