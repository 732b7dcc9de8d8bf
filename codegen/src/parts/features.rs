/// A feature of clients.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// The name.
    pub name: &'static str,
    /// Its meaning, for the manifest and the documentation.
    pub meaning: &'static str,
    /// What it enables, in the syntax of the manifest.
    pub enables: &'static str,
    /// Whether every client has it; otherwise clients with a part of this feature do.
    pub is_core: bool,
}

/// All features, in the order of the manifest. The first is the default.
pub const FEATURES: &[Feature] = &[
    Feature {
        name: "rustls",
        meaning: "TLS with rustls and the certificates of the platform.",
        enables: r#"["reqwest/rustls"]"#,
        is_core: true,
    },
    Feature {
        name: "native-tls",
        meaning: "TLS with the implementation of the platform.",
        enables: r#"["reqwest/native-tls"]"#,
        is_core: true,
    },
    Feature {
        name: "test-util",
        meaning: "The module `testing`, with a transport that answers from memory.",
        enables: "[]",
        is_core: true,
    },
    Feature {
        name: "tracing",
        meaning: "A `tracing` span for each call, without secrets.",
        enables: r#"["dep:tracing"]"#,
        is_core: true,
    },
    Feature {
        name: "file-cache",
        meaning: "A cache of access tokens in files, for short-lived programs.",
        enables: r#"["dep:fs4", "tokio/rt"]"#,
        is_core: false,
    },
];

impl Feature {
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
