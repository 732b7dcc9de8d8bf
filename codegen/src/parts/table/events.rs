use crate::parts::Part;

/// The files of `events/`.
pub(super) const PARTS: &[Part] = &[
    part!("events/append.rs").needs(&["events/framing.rs"]),
    part!("events/body_flag.rs")
        .needs(&["call/core.rs", "call/replaced_body.rs", "events/table.rs"])
        .crates(&["serde_json"])
        .internal(&["BodyFlag"]),
    part!("events/event.rs")
        .needs(&["events/framing.rs", "net/reply.rs"])
        .crates(&["bytes"])
        .root(&["Event"]),
    part!("events/evented.rs")
        .needs(&[
            "error/call_error.rs",
            "events/open.rs",
            "events/stream.rs",
            "events/table.rs",
        ])
        .internal(&["evented"])
        .methods(&[("Builder", &["send_events"])]),
    part!("events/framing.rs").crates(&["bytes"]),
    part!("events/json_event.rs")
        .needs(&[
            "events/event.rs",
            "events/framing.rs",
            "net/reply.rs",
            "wire/decode.rs",
            "wire/error.rs",
        ])
        .internal(&["json_event"]),
    part!("events/json_value.rs")
        .needs(&[
            "events/framing.rs",
            "net/reply.rs",
            "wire/decode.rs",
            "wire/error.rs",
        ])
        .internal(&["json_value"]),
    part!("events/lines.rs")
        .needs(&["events/append.rs", "events/framing.rs"])
        .crates(&["bytes"])
        .internal(&["lines"]),
    part!("events/open.rs")
        .needs(&[
            "call/core.rs",
            "call/evented.rs",
            "error/call_error.rs",
            "events/reader.rs",
            "events/stream.rs",
            "events/table.rs",
            "net/byte_stream.rs",
            "net/media_type.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/transport.rs",
            "wire/error.rs",
        ])
        .crates(&["bytes", "http"])
        .internal(&["send"]),
    part!("events/parameter_flag.rs")
        .needs(&["call/core.rs", "call/set_named.rs", "events/table.rs"])
        .crates(&["serde_json"])
        .internal(&["ParameterFlag"]),
    part!("events/reader.rs")
        .needs(&[
            "call/core.rs",
            "call/evented.rs",
            "error/call_error.rs",
            "events/framing.rs",
            "events/open.rs",
            "events/table.rs",
            "net/byte_stream.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/transport.rs",
        ])
        .crates(&["bytes", "futures-core", "http"]),
    part!("events/reconnection.rs")
        .needs(&[
            "call/core.rs",
            "call/resumed.rs",
            "events/event.rs",
            "events/framing.rs",
            "events/open.rs",
            "events/stream.rs",
            "events/table.rs",
        ])
        .crates(&["http"]),
    part!("events/sequence.rs")
        .needs(&["events/append.rs", "events/framing.rs"])
        .crates(&["bytes"])
        .internal(&["sequence"]),
    part!("events/server_sent.rs")
        .needs(&["events/append.rs", "events/framing.rs"])
        .crates(&["bytes"])
        .internal(&["server_sent"]),
    part!("events/stream.rs")
        .needs(&[
            "error/call_error.rs",
            "events/framing.rs",
            "events/reader.rs",
            "net/reply.rs",
            "wire/error.rs",
        ])
        .crates(&["futures-core", "http"])
        .root(&["Events"]),
    part!("events/table.rs")
        .needs(&["call/core.rs", "events/framing.rs"])
        .internal(&["Streaming"]),
    part!("events/text_event.rs")
        .needs(&[
            "events/event.rs",
            "events/framing.rs",
            "net/reply.rs",
            "wire/error.rs",
        ])
        .internal(&["text_event"]),
    part!("events/whole_event.rs")
        .needs(&[
            "events/event.rs",
            "events/framing.rs",
            "net/reply.rs",
            "wire/decode.rs",
            "wire/error.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["whole_event"]),
];
