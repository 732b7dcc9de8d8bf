use crate::parts::Part;

/// The files of `call/`.
pub(super) const PARTS: &[Part] = &[
    part!("call/alternatives.rs")
        .needs(&["call/core.rs", "wire/encode.rs"])
        .internal(&["alternatives"]),
    part!("call/api_call.rs")
        .needs(&[
            "call/core.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/transport.rs",
        ])
        .crates(&["http"])
        .root(&["Call"])
        .sealed(&["Prepared", "View"]),
    part!("call/argument.rs")
        .needs(&[
            "call/parameter.rs",
            "wire/redacted.rs",
            "wire/secret_names.rs",
            "wire/secrets.rs",
        ])
        .crates(&["serde_json"]),
    part!("call/assign.rs")
        .needs(&[
            "call/argument.rs",
            "call/core.rs",
            "call/value.rs",
            "wire/encode.rs",
            "wire/secrets.rs",
        ])
        .crates(&["serde_json"]),
    part!("call/base_url.rs")
        .needs(&["call/core.rs"])
        .crates(&["reqwest"]),
    part!("call/body.rs").needs(&["call/core.rs", "call/redaction.rs", "net/body.rs"]),
    part!("call/built.rs")
        .needs(&["call/core.rs", "error/call_error.rs", "net/reply.rs"])
        .crates(&["http"]),
    part!("call/by_status.rs")
        .needs(&["net/reply.rs", "testing/answer.rs", "wire/error.rs"])
        .internal(&["ByStatus", "by_status"]),
    part!("call/client_of.rs").needs(&["call/core.rs", "client/handle.rs"]),
    part!("call/cookie.rs")
        .needs(&[
            "call/parameter.rs",
            "call/query.rs",
            "document.rs",
            "net/assignments.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["cookie"]),
    part!("call/core.rs")
        .needs(&[
            "call/argument.rs",
            "call/base_url.rs",
            "call/operation.rs",
            "call/parameter.rs",
            "call/path_template.rs",
            "call/redaction.rs",
            "client/attempts.rs",
            "client/curl.rs",
            "client/handle.rs",
            "client/options.rs",
            "client/retry.rs",
            "error/call_error.rs",
            "net/body.rs",
            "net/assignments.rs",
            "net/reply.rs",
            "net/response.rs",
            "testing/described.rs",
        ])
        .crates(&["http", "reqwest", "serde_json"])
        .internal(&["Call"]),
    part!("call/deep_object.rs")
        .needs(&["call/nested.rs", "call/query.rs", "call/style.rs"])
        .crates(&["serde_json"])
        .internal(&["deep_object"]),
    part!("call/delimited.rs")
        .needs(&["call/query.rs", "call/style.rs", "net/percent.rs"])
        .crates(&["serde_json"]),
    part!("call/encoded.rs")
        .needs(&["call/scalar.rs", "net/percent.rs"])
        .crates(&["serde_json"]),
    part!("call/envelope.rs")
        .needs(&[
            "call/core.rs",
            "client/attempts.rs",
            "document.rs",
            "net/reply.rs",
            "wire/error.rs",
            "wire/parse.rs",
        ])
        .crates(&["bytes", "http", "serde_json"])
        .internal(&["envelope"]),
    part!("call/evented.rs")
        .needs(&["call/core.rs", "net/limits.rs"])
        .crates(&["http"]),
    part!("call/failure.rs")
        .needs(&["error/call_error.rs"])
        .internal(&["failure"])
        .methods(&[("Builder", &["failure"])]),
    part!("call/form.rs")
        .needs(&[
            "call/body.rs",
            "call/core.rs",
            "call/encoded.rs",
            "call/redaction.rs",
            "call/refuse.rs",
            "call/value.rs",
            "net/assignments.rs",
            "net/percent.rs",
            "wire/encode.rs",
            "wire/secrets.rs",
        ])
        .crates(&["serde_json"]),
    part!("call/get.rs")
        .needs(&["call/core.rs"])
        .crates(&["serde_json"]),
    part!("call/header.rs")
        .needs(&[
            "call/implied.rs",
            "call/parameter.rs",
            "call/scalar.rs",
            "call/style.rs",
            "document.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["header"]),
    part!("call/idempotency_key.rs")
        .needs(&["call/core.rs", "client/clock.rs"])
        .crates(&["http"]),
    part!("call/implied.rs").crates(&["serde_json"]),
    part!("call/json.rs").needs(&["wire/encode.rs", "wire/json.rs", "wire/violation.rs"]),
    part!("call/json_body.rs")
        .needs(&[
            "call/body.rs",
            "call/core.rs",
            "call/json.rs",
            "call/redaction.rs",
            "call/refuse.rs",
            "net/body.rs",
            "wire/encode.rs",
            "wire/secrets.rs",
        ])
        .crates(&["serde_json"]),
    part!("call/json_header.rs")
        .needs(&["call/header.rs"])
        .crates(&["serde_json"])
        .internal(&["json_header"]),
    part!("call/json_path.rs")
        .needs(&["call/path_parameter.rs", "net/percent.rs"])
        .crates(&["serde_json"])
        .internal(&["json_path"]),
    part!("call/json_query.rs")
        .needs(&["call/query.rs", "net/percent.rs"])
        .crates(&["serde_json"])
        .internal(&["json_query"]),
    part!("call/label.rs")
        .needs(&["call/encoded.rs", "call/path_parameter.rs", "call/style.rs"])
        .crates(&["serde_json"])
        .internal(&["label"]),
    part!("call/limit.rs").needs(&["call/core.rs", "client/retry_within.rs"]),
    part!("call/matrix.rs")
        .needs(&[
            "call/encoded.rs",
            "call/nested.rs",
            "call/path_parameter.rs",
            "call/style.rs",
            "net/percent.rs",
        ])
        .crates(&["serde_json"])
        .internal(&["matrix"]),
    part!("call/media_header.rs")
        .needs(&["call/core.rs"])
        .crates(&["http"]),
    part!("call/media_type.rs")
        .needs(&["call/core.rs"])
        .crates(&["http"]),
    part!("call/multipart.rs")
        .needs(&[
            "call/body.rs",
            "call/core.rs",
            "call/refuse.rs",
            "net/body.rs",
            "net/media_type.rs",
            "wire/encode.rs",
            "wire/object_entries.rs",
            "wire/part.rs",
            "wire/violation.rs",
        ])
        .crates(&[
            "bytes",
            "fastrand",
            "http",
            "http-body",
            "reqwest",
            "serde_json",
        ]),
    part!("call/nested.rs")
        .needs(&["net/percent.rs"])
        .crates(&["serde_json"]),
    part!("call/operation.rs")
        .needs(&["call/core.rs", "call/parameter.rs", "client/attempts.rs"])
        .crates(&["http"])
        .internal(&["Operation"]),
    part!("call/operation_of.rs").needs(&["call/core.rs", "call/operation.rs"]),
    part!("call/other_body.rs")
        .needs(&["call/body.rs", "call/core.rs", "call/media_header.rs"])
        .crates(&["bytes", "http"]),
    part!("call/paged.rs").needs(&["call/core.rs", "client/clock.rs"]),
    part!("call/parameter.rs")
        .needs(&["document.rs"])
        .crates(&["http", "serde_json"]),
    part!("call/path_parameter.rs")
        .needs(&[
            "call/encoded.rs",
            "call/implied.rs",
            "call/parameter.rs",
            "call/style.rs",
            "document.rs",
            "net/percent.rs",
        ])
        .crates(&["percent-encoding", "serde_json"])
        .internal(&["path"]),
    part!("call/path_template.rs"),
    part!("call/pipe_delimited.rs")
        .needs(&["call/delimited.rs", "call/query.rs"])
        .crates(&["serde_json"])
        .internal(&["pipe_delimited"]),
    part!("call/plain_form.rs").needs(&["call/core.rs", "call/form.rs", "wire/encode.rs"]),
    part!("call/polling.rs").needs(&["call/core.rs", "call/operation.rs"]),
    part!("call/query.rs")
        .needs(&[
            "call/implied.rs",
            "call/nested.rs",
            "call/parameter.rs",
            "call/scalar.rs",
            "call/style.rs",
            "document.rs",
            "net/percent.rs",
        ])
        .crates(&["percent-encoding", "serde_json"])
        .internal(&["query"]),
    part!("call/raw_body.rs").needs(&["call/body.rs", "call/core.rs", "net/body.rs"]),
    part!("call/read_by_status.rs").needs(&["call/by_status.rs", "net/reply.rs", "wire/error.rs"]),
    part!("call/read_json.rs")
        .needs(&[
            "net/charset.rs",
            "net/media_type.rs",
            "net/reply.rs",
            "wire/decode.rs",
            "wire/error.rs",
            "wire/json.rs",
        ])
        .crates(&["http"]),
    part!("call/read_nothing.rs").needs(&["net/reply.rs", "wire/error.rs"]),
    part!("call/read_optional.rs")
        .needs(&[
            "call/read_json.rs",
            "net/media_type.rs",
            "net/reply.rs",
            "wire/decode.rs",
            "wire/error.rs",
        ])
        .crates(&["http"]),
    part!("call/read_secret.rs").needs(&["auth/secret.rs", "net/reply.rs", "wire/error.rs"]),
    part!("call/read_text.rs").needs(&["net/reply.rs", "wire/error.rs"]),
    part!("call/read_xml.rs").needs(&[
        "net/reply.rs",
        "wire/decode.rs",
        "wire/error.rs",
        "wire/xml.rs",
        "wire/xml_read.rs",
    ]),
    part!("call/redaction.rs")
        .needs(&["client/curl.rs", "net/body.rs"])
        .crates(&["bytes"]),
    part!("call/redirects.rs").needs(&["call/core.rs"]),
    part!("call/refuse.rs").needs(&["call/core.rs"]),
    part!("call/replaced_body.rs")
        .needs(&["call/core.rs", "net/body.rs"])
        .crates(&["bytes"]),
    part!("call/request_builder.rs")
        .needs(&[
            "call/api_call.rs",
            "auth/secret.rs",
            "client/retry.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/response.rs",
            "testing/operation_macro.rs",
        ])
        .crates(&["bytes", "http"])
        .internal(&["operation"])
        .methods(&[(
            "Builder",
            &[
                "send",
                "send_with_meta",
                "to_curl",
                "with_header",
                "with_query",
                "with_retry",
                "with_timeout",
            ],
        )]),
    part!("call/resumed.rs")
        .needs(&["call/core.rs", "client/clock.rs"])
        .crates(&["http"]),
    part!("call/scalar.rs").crates(&["serde_json"]),
    part!("call/see_other.rs").needs(&["call/core.rs"]),
    part!("call/send_as.rs")
        .needs(&[
            "call/core.rs",
            "call/media_header.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/response.rs",
        ])
        .crates(&["bytes", "http"]),
    part!("call/send_to.rs")
        .needs(&[
            "call/core.rs",
            "client/attempts.rs",
            "error/call_error.rs",
            "net/reply.rs",
        ])
        .crates(&["http", "reqwest"]),
    part!("call/sent_url.rs")
        .needs(&[
            "call/core.rs",
            "call/send_to.rs",
            "client/attempts.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/transport.rs",
        ])
        .crates(&["reqwest"]),
    part!("call/server.rs").needs(&["call/core.rs"]),
    part!("call/set.rs").needs(&["call/assign.rs", "call/core.rs", "wire/encode.rs"]),
    part!("call/set_named.rs").needs(&["call/assign.rs", "call/core.rs", "wire/encode.rs"]),
    part!("call/set_at.rs").needs(&["call/assign.rs", "call/core.rs", "wire/encode.rs"]),
    part!("call/space_delimited.rs")
        .needs(&["call/delimited.rs", "call/query.rs"])
        .crates(&["serde_json"])
        .internal(&["space_delimited"]),
    part!("call/stream.rs").needs(&[
        "call/core.rs",
        "error/call_error.rs",
        "net/byte_stream.rs",
        "net/response.rs",
    ]),
    part!("call/streamed.rs")
        .needs(&[
            "error/call_error.rs",
            "net/byte_stream.rs",
            "net/response.rs",
        ])
        .internal(&["streamed"])
        .methods(&[("Builder", &["send_stream"])]),
    part!("call/style.rs").crates(&["serde_json"]),
    part!("call/styled_form.rs")
        .needs(&[
            "call/core.rs",
            "call/form.rs",
            "call/query.rs",
            "wire/encode.rs",
        ])
        .crates(&["serde_json"]),
    part!("call/unknown_response.rs")
        .needs(&[
            "net/reply.rs",
            "wire/decode.rs",
            "wire/error.rs",
            "wire/json.rs",
        ])
        .crates(&["bytes", "http"])
        .root(&["UnknownResponse"]),
    part!("call/value.rs")
        .needs(&["call/json.rs", "wire/encode.rs"])
        .crates(&["serde_json"]),
    part!("call/xml_body.rs").needs(&[
        "call/body.rs",
        "call/core.rs",
        "call/refuse.rs",
        "net/body.rs",
        "wire/encode.rs",
        "wire/violation.rs",
        "wire/xml.rs",
        "wire/xml_form.rs",
    ]),
];
