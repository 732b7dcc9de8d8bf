/// A feature of clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// The name.
    pub name: &'static str,
    /// Its meaning, for the manifest and the documentation.
    pub meaning: &'static str,
    /// The features and dependencies that it enables, in the syntax of the manifest.
    pub enables: &'static str,
    /// Whether every client has it; otherwise clients with a part of this feature do.
    pub is_core: bool,
    /// Whether it is enabled by default.
    pub is_default: bool,
}

/// The feature of everything that sends requests. Types do without it.
pub const CLIENT: &str = "client";

/// The feature of the command line.
pub const CLI: &str = "cli";

/// All features, in the order of the manifest.
pub const FEATURES: &[Feature] = &[
    Feature {
        name: CLIENT,
        meaning: "The client. Without it, the crate has only the types, and no HTTP.",
        enables: "[]",
        is_core: true,
        is_default: true,
    },
    Feature {
        name: "rustls",
        meaning: "TLS with rustls and the certificates of the platform.",
        enables: r#"["client", "reqwest/rustls"]"#,
        is_core: true,
        is_default: true,
    },
    Feature {
        name: "native-tls",
        meaning: "TLS with the implementation of the platform.",
        enables: r#"["client", "reqwest/native-tls"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "gzip",
        meaning: "Responses compressed with gzip; size limits apply to the decompressed data.",
        enables: r#"["client", "reqwest/gzip"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "brotli",
        meaning: "Responses compressed with Brotli, likewise.",
        enables: r#"["client", "reqwest/brotli"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "zstd",
        meaning: "Responses compressed with Zstandard, likewise.",
        enables: r#"["client", "reqwest/zstd"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "blocking",
        meaning: "The module `blocking`, for programs that are not asynchronous.",
        enables: r#"["client", "tokio/rt"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "test-util",
        meaning: "The module `testing`, with a transport that answers from memory.",
        enables: r#"["client"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "tracing",
        meaning: "A `tracing` span for each call, without secrets.",
        enables: r#"["client", "dep:tracing"]"#,
        is_core: true,
        is_default: false,
    },
    Feature {
        name: "file-cache",
        meaning: "A cache of access tokens in files, for short-lived programs.",
        enables: r#"["client", "dep:fs4", "tokio/rt"]"#,
        is_core: false,
        is_default: false,
    },
    Feature {
        name: CLI,
        meaning: "The command line, a program with a command for each operation.",
        enables: r#"["client", "dep:clap", "dep:clap_complete", "dep:clap_mangen", "dep:regress", "tokio/rt", "tokio/signal"]"#,
        is_core: false,
        is_default: false,
    },
    Feature {
        name: "xml",
        meaning: "Bodies of XML; without it, calls that have them fail.",
        enables: r#"["dep:quick-xml"]"#,
        is_core: false,
        is_default: true,
    },
    Feature {
        name: "webhook-signatures",
        meaning: "The verification of signatures of webhooks.",
        enables: r#"["dep:base64", "dep:hex", "dep:hmac", "dep:sha1", "dep:sha2"]"#,
        is_core: false,
        is_default: true,
    },
    library("base64", "Values of bytes in base64.", r#"["dep:base64"]"#),
    library(
        "chrono",
        "Values of dates and times as types of the crate `chrono`.",
        r#"["dep:chrono"]"#,
    ),
    library(
        "jiff",
        "Values of dates and times as types of the crate `jiff`.",
        r#"["dep:jiff"]"#,
    ),
    library(
        "rust_decimal",
        "Values of decimal numbers as types of the crate `rust_decimal`.",
        r#"["dep:rust_decimal"]"#,
    ),
    library(
        "time",
        "Values of dates and times as types of the crate `time`.",
        r#"["dep:time"]"#,
    ),
    library(
        "url",
        "Values of URIs as types of the crate `url`.",
        r#"["dep:url"]"#,
    ),
    library(
        "uuid",
        "Values of UUIDs as types of the crate `uuid`.",
        r#"["dep:uuid"]"#,
    ),
];

/// The feature of the values of a library.
const fn library(name: &'static str, meaning: &'static str, enables: &'static str) -> Feature {
    Feature {
        name,
        meaning,
        enables,
        is_core: false,
        is_default: false,
    }
}

impl Feature {
    /// Whether it is the feature `client` or enables it.
    #[must_use]
    pub fn has_client(&self) -> bool {
        self.name == CLIENT || self.enables.contains("\"client\"")
    }

    /// Its lines in the manifest.
    #[must_use]
    pub fn manifest(&self) -> String {
        let Self {
            name,
            meaning,
            enables,
            ..
        } = self;
        format!("# {meaning}\n{name} = {enables}\n")
    }
}
