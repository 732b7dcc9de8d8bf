use crate::parts::Part;

/// The files of `cli/`, and the part of `call/` that only they use.
pub(super) const PARTS: &[Part] = &[
    part!("call/given.rs")
        .needs(&[
            "call/argument.rs",
            "call/core.rs",
            "call/redaction.rs",
            "net/body.rs",
        ])
        .crates(&["serde_json"]),
    part!("cli/body.rs")
        .needs(&[
            "cli/check.rs",
            "cli/describe.rs",
            "cli/failure.rs",
            "cli/fields.rs",
            "cli/own.rs",
            "cli/redact.rs",
            "cli/schema.rs",
            "cli/selected.rs",
            "cli/table.rs",
            "cli/value.rs",
        ])
        .crates(&["clap", "serde_json"])
        .feature("cli"),
    part!("cli/check.rs")
        .needs(&["cli/schema.rs", "cli/table.rs"])
        .crates(&["regress", "serde_json"])
        .feature("cli"),
    part!("cli/commands.rs")
        .needs(&[
            "cli/describe.rs",
            "cli/discover.rs",
            "cli/fields.rs",
            "cli/known.rs",
            "cli/own.rs",
            "cli/schema.rs",
            "cli/selected.rs",
            "cli/shell.rs",
            "cli/table.rs",
        ])
        .crates(&["clap", "serde_json"])
        .feature("cli"),
    part!("cli/describe.rs")
        .needs(&[
            "cli/fields.rs",
            "cli/sample.rs",
            "cli/schema.rs",
            "cli/selected.rs",
            "cli/table.rs",
            "client/curl.rs",
        ])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/discover.rs")
        .needs(&[
            "cli/failure.rs",
            "cli/json_schema.rs",
            "cli/output.rs",
            "cli/selected.rs",
            "cli/table.rs",
        ])
        .crates(&["clap", "serde_json"])
        .feature("cli"),
    part!("cli/failure.rs")
        .needs(&["error/call_error.rs", "net/transport.rs", "wire/secrets.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/fields.rs")
        .needs(&["cli/own.rs", "cli/schema.rs", "cli/table.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/json_schema.rs")
        .needs(&["cli/schema.rs", "cli/table.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/known.rs").crates(&["clap"]).feature("cli"),
    part!("cli/main.rs")
        .needs(&[
            "call/core.rs",
            "cli/commands.rs",
            "cli/discover.rs",
            "cli/failure.rs",
            "cli/operation.rs",
            "cli/output.rs",
            "cli/own.rs",
            "cli/request.rs",
            "cli/selected.rs",
            "cli/shell.rs",
            "cli/table.rs",
            "cli/template.rs",
            "client/builder.rs",
            "client/handle.rs",
            "client/retry.rs",
            "net/reply.rs",
        ])
        .crates(&["clap", "serde_json", "tokio"])
        .public(&["main"])
        .feature("cli"),
    part!("cli/operation.rs")
        .needs(&[
            "call/cookie.rs",
            "call/deep_object.rs",
            "call/header.rs",
            "call/json_header.rs",
            "call/json_path.rs",
            "call/json_query.rs",
            "call/label.rs",
            "call/matrix.rs",
            "call/operation.rs",
            "call/parameter.rs",
            "call/path_parameter.rs",
            "call/pipe_delimited.rs",
            "call/query.rs",
            "call/space_delimited.rs",
            "cli/table.rs",
        ])
        .crates(&["http", "serde_json"])
        .feature("cli"),
    part!("cli/output.rs")
        .needs(&["cli/failure.rs", "cli/own.rs"])
        .crates(&["bytes", "clap", "serde_json"])
        .feature("cli"),
    part!("cli/own.rs").crates(&["clap"]).feature("cli"),
    part!("cli/redact.rs")
        .needs(&[
            "cli/schema.rs",
            "cli/table.rs",
            "wire/redacted.rs",
            "wire/secrets.rs",
        ])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/request.rs")
        .needs(&[
            "call/core.rs",
            "call/given.rs",
            "cli/body.rs",
            "cli/check.rs",
            "cli/failure.rs",
            "cli/operation.rs",
            "cli/redact.rs",
            "cli/selected.rs",
            "cli/table.rs",
            "cli/value.rs",
            "client/handle.rs",
        ])
        .crates(&["clap", "serde_json"])
        .feature("cli"),
    part!("cli/sample.rs")
        .needs(&["cli/schema.rs", "cli/table.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/schema.rs")
        .needs(&["cli/table.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/selected.rs")
        .needs(&["cli/fields.rs", "cli/table.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/shell.rs")
        .needs(&[
            "cli/commands.rs",
            "cli/failure.rs",
            "cli/output.rs",
            "cli/table.rs",
        ])
        .crates(&["clap", "clap_complete", "clap_mangen"])
        .feature("cli"),
    part!("cli/table.rs").crates(&["serde_json"]).feature("cli"),
    part!("cli/template.rs")
        .needs(&[
            "cli/failure.rs",
            "cli/fields.rs",
            "cli/output.rs",
            "cli/sample.rs",
            "cli/schema.rs",
            "cli/selected.rs",
            "cli/table.rs",
        ])
        .crates(&["serde_json"])
        .feature("cli"),
    part!("cli/value.rs")
        .needs(&["cli/check.rs", "cli/schema.rs", "cli/table.rs"])
        .crates(&["serde_json"])
        .feature("cli"),
];
