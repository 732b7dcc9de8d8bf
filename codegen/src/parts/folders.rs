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
    folder("auth", Visibility::Crate, &["Authentication."]),
    folder("call", Visibility::Crate, &["Calls of operations."]),
    folder(
        "client",
        Visibility::Crate,
        &["The client, and how it sends requests."],
    ),
    folder("error", Visibility::Crate, &["Errors."]),
    folder(
        "net",
        Visibility::Crate,
        &["The network: transports, bodies, responses and limits."],
    ),
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
        "wire",
        Visibility::Public,
        &[
            "The wire form of values, written once for all types.",
            "",
            "A type does not derive serde. It shows itself as a [`View`] ([`Encode`]) and opens itself as a",
            "[`Slot`] ([`Decode`]); both are small closed enums over object-safe traits. One writer walks",
            "views, one reader fills slots, and `Serialize`, `Deserialize` and `Debug` of every type, and the",
            "equality of objects and unions, forward to them. So a type costs a table and two functions, and the",
            "machinery is compiled once.",
            "",
            "What the reader guarantees: keys that are not known are skipped, a missing optional key is",
            "`None`, a missing required key is an error that names its path, an enumeration or a union never",
            "fails for a value that is new, a number may come as a string, and null is taken where the document",
            "has none (`read_entry` has the table). What it allocates is bounded (`budget` has the table).",
        ],
    ),
];
