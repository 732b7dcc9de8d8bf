use crate::parts::Part;

/// The files of `testing/`.
pub(super) const PARTS: &[Part] = &[
    part!("testing/answer.rs")
        .needs(&[
            "net/transport.rs",
            "testing/recorded.rs",
            "wire/encode.rs",
            "wire/json.rs",
        ])
        .crates(&["bytes", "http", "reqwest"])
        .public(&["Answer"])
        .feature("test-util"),
    part!("testing/answer_xml.rs")
        .needs(&[
            "net/transport.rs",
            "testing/answer.rs",
            "wire/encode.rs",
            "wire/xml.rs",
            "wire/xml_form.rs",
        ])
        .feature("test-util"),
    part!("testing/described.rs")
        .crates(&["http", "reqwest", "serde_json"])
        .internal(&["described", "description"])
        .feature("test-util"),
    part!("testing/in_memory.rs")
        .needs(&[
            "client/clock.rs",
            "net/transport.rs",
            "testing/answer.rs",
            "testing/operation.rs",
            "testing/recorded.rs",
            "testing/stub.rs",
        ])
        .crates(&["bytes", "http", "reqwest"])
        .public(&["InMemory"])
        .internal(&["clock"])
        .feature("test-util"),
    part!("testing/operation.rs")
        .needs(&["testing/answer.rs", "wire/error.rs"])
        .crates(&["bytes"])
        .public(&["Operation"])
        .feature("test-util"),
    part!("testing/operation_macro.rs")
        .needs(&[
            "auth/secret.rs",
            "testing/answer.rs",
            "testing/operation.rs",
            "wire/error.rs",
            "wire/json.rs",
        ])
        .crates(&["bytes"])
        .internal(&["operation"])
        .feature("test-util"),
    part!("testing/recorded.rs")
        .needs(&["net/transport.rs", "testing/operation.rs", "wire/error.rs"])
        .crates(&["bytes", "http", "http-body", "reqwest", "serde_json"])
        .public(&["Recorded"])
        .feature("test-util"),
    part!("testing/stub.rs")
        .needs(&[
            "testing/answer.rs",
            "testing/in_memory.rs",
            "testing/operation.rs",
            "testing/recorded.rs",
        ])
        .public(&["Raw", "Stub"])
        .feature("test-util"),
];
