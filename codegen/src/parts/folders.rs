/// A folder of the runtime, whose module is derived from the parts in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folder {
    /// The name; empty for the root.
    pub name: &'static str,
    /// The documentation of the module, line by line.
    pub docs: &'static [&'static str],
    /// Who can see the module.
    pub visibility: Visibility,
    /// The feature that compiles it.
    pub feature: Option<&'static str>,
}

/// Who can see a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The module around it.
    Private,
    /// The crate.
    Crate,
    /// Everyone.
    Public,
}

const fn folder(
    name: &'static str,
    visibility: Visibility,
    docs: &'static [&'static str],
) -> Folder {
    Folder {
        name,
        docs,
        visibility,
        feature: None,
    }
}

/// All folders.
pub const FOLDERS: &[Folder] = &[
    folder("auth", Visibility::Private, &["Authentication."]),
    folder("call", Visibility::Private, &["Calls of operations."]),
    Folder {
        feature: Some("cli"),
        ..folder(
            "cli",
            Visibility::Public,
            &[
                "The command line: a program with a command for each operation.",
                "",
                "It has no code for single operations: everything that it knows about them is data, which the program passes to",
                "[`main`]. Requests go through the client, with its credentials, retries and errors.",
            ],
        )
    },
    folder(
        "client",
        Visibility::Private,
        &["The client, and how it sends requests."],
    ),
    folder("error", Visibility::Private, &["Errors."]),
    folder(
        "net",
        Visibility::Private,
        &["The network: transports, bodies, responses and limits."],
    ),
    folder(
        "events",
        Visibility::Private,
        &["Responses that are sequences of values."],
    ),
    folder(
        "paging",
        Visibility::Private,
        &["Lists that the server divides into pages."],
    ),
    Folder {
        feature: Some("blocking"),
        ..folder(
            "blocking",
            Visibility::Public,
            &[
                "Calls in programs that are not asynchronous.",
                "",
                "[`Block::block`] waits for any future of this crate. The calls, their options and their errors are the same.",
            ],
        )
    },
    Folder {
        feature: Some("test-util"),
        ..folder(
            "testing",
            Visibility::Public,
            &[
                "Tests of code that uses this crate, without a network.",
                "",
                "[`InMemory`] replaces the network. It returns the answers that a test has queued for each operation,",
                "and records every request. Everything above it is production code: credentials,",
                "retries, decoding and errors.",
                "",
                "The documentation of the crate has an example.",
            ],
        )
    },
    folder(
        "waiting",
        Visibility::Private,
        &["Waits for work that the server does after it has answered."],
    ),
    folder(
        "webhook",
        Visibility::Private,
        &["Requests that the API sends to a server of the caller."],
    ),
    folder(
        "wire",
        Visibility::Public,
        &[
            "The JSON form of values.",
            "",
            "The types of this crate do not derive serde. [`Encode`] and [`Decode`] connect each of them to one writer and one",
            "reader, which `Serialize`, `Deserialize`, `Debug` and `PartialEq` of all types share. A type costs a table and two",
            "short functions, and the rest is compiled once.",
            "",
            "The reader ignores unknown keys and accepts unknown values of enums and unions, numbers in strings, and `null`",
            "where the document does not mention it. A missing optional key is `None`; a missing required key is an error",
            "with its path. Its memory is bounded by the size of the text.",
        ],
    ),
];
