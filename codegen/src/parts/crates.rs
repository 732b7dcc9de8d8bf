/// A crate that clients depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The name.
    pub name: &'static str,
    /// Why clients need it, as the comment in the manifest.
    pub comment: &'static str,
    /// The version requirement, in the syntax of the manifest.
    pub requirement: &'static str,
}

/// All crates that parts may name, in the order of the manifest.
pub const CRATES: &[Dependency] = &[
    Dependency {
        name: "base64",
        comment: "Bytes and signatures of webhooks as text.",
        requirement: r#"{ version = "0.22", optional = true }"#,
    },
    Dependency {
        name: "bytes",
        comment: "Bodies of requests and responses, shared without copying.",
        requirement: r#""1.7""#,
    },
    Dependency {
        name: "chrono",
        comment: "Dates and times, if the settings choose it.",
        requirement: r#"{ version = "0.4.20", default-features = false, features = ["std"], optional = true }"#,
    },
    Dependency {
        name: "clap",
        comment: "The command line: the standard of the field; its builder takes commands that are data.",
        requirement: r#"{ version = "4.6", default-features = false, features = ["error-context", "help", "std", "string", "suggestions", "usage", "wrap_help"], optional = true }"#,
    },
    Dependency {
        name: "clap_complete",
        comment: "Completions for shells, by the authors of clap.",
        requirement: r#"{ version = "4.6", optional = true }"#,
    },
    Dependency {
        name: "clap_mangen",
        comment: "Man pages, by the authors of clap.",
        requirement: r#"{ version = "0.3", optional = true }"#,
    },
    Dependency {
        name: "fastrand",
        comment: "Jitter of retries and boundaries of multipart forms; not for secrets.",
        requirement: r#""2""#,
    },
    Dependency {
        name: "fs4",
        comment: "File locks on every platform; the standard library has them only since Rust 1.89.",
        requirement: r#"{ version = "1.1", optional = true }"#,
    },
    Dependency {
        name: "futures-core",
        comment: "Bodies as streams; the HTTP client depends on it anyway.",
        requirement: r#"{ version = "0.3", default-features = false, features = ["std"] }"#,
    },
    Dependency {
        name: "http-body",
        comment: "Bodies as streams of frames; the HTTP client depends on it anyway.",
        requirement: r#""1""#,
    },
    Dependency {
        name: "h2",
        comment: "Detects HTTP/2 errors of requests that the server has not processed; the HTTP client depends on it anyway.",
        requirement: r#""0.4""#,
    },
    Dependency {
        name: "hex",
        comment: "Signatures of webhooks as text.",
        requirement: r#"{ version = "0.4", optional = true }"#,
    },
    Dependency {
        name: "hmac",
        comment: "Signatures of webhooks, compared in constant time.",
        requirement: r#"{ version = "0.12", optional = true }"#,
    },
    Dependency {
        name: "http",
        comment: "Methods, status codes and headers.",
        requirement: r#""1.5""#,
    },
    Dependency {
        name: "http-auth",
        comment: "HTTP Digest (RFC 7616) and HTTP Basic authentication.",
        requirement: r#""0.1.10""#,
    },
    Dependency {
        name: "httpdate",
        comment: "Dates in `Retry-After` headers.",
        requirement: r#""1""#,
    },
    Dependency {
        name: "jiff",
        comment: "Dates and times, if the settings choose it.",
        requirement: r#"{ version = "1", default-features = false, features = ["std"], optional = true }"#,
    },
    Dependency {
        name: "percent-encoding",
        comment: "Percent-encoding of URLs (RFC 3986).",
        requirement: r#""2.3""#,
    },
    Dependency {
        name: "quick-xml",
        comment: "XML: the maintained parser and writer with the fewest dependencies; it never expands entities.",
        requirement: r#"{ version = "0.41", optional = true }"#,
    },
    Dependency {
        name: "regress",
        comment: "Patterns (ECMA-262) as text; those of types are compiled to automata.",
        requirement: r#"{ version = "0.12", optional = true }"#,
    },
    Dependency {
        name: "reqwest",
        comment: "The HTTP client behind the default transport.",
        requirement: r#"{ version = "0.13", default-features = false, features = ["http2", "system-proxy"] }"#,
    },
    Dependency {
        name: "rust_decimal",
        comment: "Decimal numbers, if the settings choose it.",
        requirement: r#"{ version = "1.18", default-features = false, features = ["std"], optional = true }"#,
    },
    Dependency {
        name: "secrecy",
        comment: "Wipes credentials from memory and omits them from `{:?}`.",
        requirement: r#""0.10""#,
    },
    Dependency {
        name: "serde",
        comment: "Lets any self-describing format read and write the types; its derive macros are not used.",
        requirement: r#"{ version = "1", default-features = false, features = ["std"] }"#,
    },
    Dependency {
        name: "serde_json",
        comment: "JSON. Unknown values are returned unchanged: keys in order, numbers with all digits.",
        requirement: r#"{ version = "1", features = ["float_roundtrip", "preserve_order", "raw_value"] }"#,
    },
    Dependency {
        name: "sha1",
        comment: "The hash functions of signatures of webhooks.",
        requirement: r#"{ version = "0.10", optional = true }"#,
    },
    Dependency {
        name: "sha2",
        comment: "The hash functions of signatures of webhooks.",
        requirement: r#"{ version = "0.10", optional = true }"#,
    },
    Dependency {
        name: "time",
        comment: "Dates and times, if the settings choose it.",
        requirement: r#"{ version = "0.3.35", default-features = false, features = ["formatting", "parsing", "std"], optional = true }"#,
    },
    Dependency {
        name: "tokio",
        comment: "Timers for retries and timeouts, and locks that let concurrent calls share one token.",
        requirement: r#"{ version = "1", default-features = false, features = ["sync", "time"] }"#,
    },
    Dependency {
        name: "tracing",
        comment: "Spans and events for logs and traces.",
        requirement: r#"{ version = "0.1", default-features = false, features = ["std"], optional = true }"#,
    },
    Dependency {
        name: "url",
        comment: "URIs, if the settings choose it.",
        requirement: r#"{ version = "2.3", optional = true }"#,
    },
    Dependency {
        name: "uuid",
        comment: "UUIDs, if the settings choose it.",
        requirement: r#"{ version = "1", default-features = false, features = ["std"], optional = true }"#,
    },
];

impl Dependency {
    /// Whether a feature of its own enables it.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.requirement.contains("optional = true")
    }

    /// Its lines in the manifest.
    #[must_use]
    pub fn manifest(&self) -> String {
        self.lines(self.requirement)
    }

    /// Its lines in the manifest, if the feature `client` enables it.
    #[must_use]
    pub fn optional(&self) -> String {
        let requirement = match self.requirement.strip_suffix(" }") {
            Some(table) => format!("{table}, optional = true }}"),
            None => format!("{{ version = {}, optional = true }}", self.requirement),
        };
        self.lines(&requirement)
    }

    fn lines(&self, requirement: &str) -> String {
        let Self { name, comment, .. } = self;
        format!("# {comment}\n{name} = {requirement}\n")
    }
}
