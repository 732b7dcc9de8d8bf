//! The flags of the program, which parameters and properties of the same name must not hide. The generator reads this file too.

/// Their names. Parameters and properties with one of these have their location in front.
pub(crate) const RESERVED: [&str; 15] = [
    "all",
    "api-version",
    "body-template",
    "content-type",
    "dry-run",
    "file",
    "filter",
    "help",
    "output",
    "output-file",
    "retries",
    "timeout",
    "verbose",
    "version",
    "wait",
];
