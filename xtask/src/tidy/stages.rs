//! The allowed dependencies of each stage of the generator; `codegen/README.md` explains the table.

/// A module at the root of the generator.
pub(super) struct Stage {
    pub(super) name: &'static str,
    /// Other root modules that it may use.
    pub(super) stages: &'static [&'static str],
    /// Crates that it may use, of those that are restricted to some stages.
    pub(super) crates: &'static [&'static str],
}

const fn stage(
    name: &'static str,
    stages: &'static [&'static str],
    crates: &'static [&'static str],
) -> Stage {
    Stage {
        name,
        stages,
        crates,
    }
}

/// A crate in this table is restricted to the stages that list it; other crates are unrestricted.
pub(super) const STAGES: &[Stage] = &[
    stage("diagnostic", &[], &[]),
    stage("pattern", &[], &[]),
    stage("keyword", &[], &[]),
    stage("symbol", &[], &[]),
    stage("input", &[], &[]),
    // The files of the runtime as data.
    stage("parts", &[], &[]),
    stage(
        "options",
        &["diagnostic", "ir", "keyword", "parts"],
        &["toml"],
    ),
    stage(
        "load",
        &["diagnostic", "input", "options", "pattern"],
        &[
            "openapiv3",
            "serde_json_path",
            "serde_yaml",
            "saphyr_parser",
        ],
    ),
    // Methods and path templates use enums of the IR.
    stage("resolve", &["diagnostic", "load", "ir"], &["serde_yaml"]),
    stage("ir", &["diagnostic", "pattern"], &[]),
    stage(
        "lower",
        &["diagnostic", "load", "resolve", "ir", "pattern", "symbol"],
        &["serde_yaml"],
    ),
    // Directions of types are computed by the code that computes the facts.
    stage(
        "specialize",
        &["diagnostic", "ir", "analyze", "options"],
        &[],
    ),
    stage("analyze", &["diagnostic", "ir"], &[]),
    stage(
        "name",
        &["diagnostic", "ir", "keyword", "symbol", "analyze", "parts"],
        &["heck"],
    ),
    stage("output", &[], &["proc_macro2"]),
    stage(
        "plan",
        &[
            "diagnostic",
            "ir",
            "analyze",
            "name",
            "options",
            "output",
            "parts",
            "pattern",
        ],
        &[],
    ),
    // Enums of earlier stages appear in the plan as they are.
    stage(
        "emit",
        &[
            "ir", "analyze", "options", "output", "parts", "pattern", "plan",
        ],
        &["proc_macro2", "quote", "pulldown_cmark", "toml"],
    ),
    stage(
        "bindings",
        &["diagnostic", "output", "plan", "verdict"],
        &[],
    ),
    // Compares two plans; enums of earlier stages appear in the plan as they are.
    stage(
        "verdict",
        &["diagnostic", "ir", "analyze", "parts", "pattern", "plan"],
        &[],
    ),
    stage(
        "render",
        &["output"],
        &["prettyplease", "proc_macro2", "quote", "syn"],
    ),
    // Connects the stages up to the plan; the root connects the others.
    stage(
        "stages",
        &[
            "diagnostic",
            "input",
            "options",
            "load",
            "resolve",
            "ir",
            "lower",
            "specialize",
            "analyze",
            "name",
            "plan",
        ],
        &[],
    ),
    // Runs the stages again without the flawed parts of a document.
    stage(
        "flaws",
        &["diagnostic", "input", "options", "load", "plan", "stages"],
        &[],
    ),
];

/// Whether a module is for tests only, which are unrestricted.
pub(super) fn is_for_tests(module: &[String]) -> bool {
    module.first().is_some_and(|name| name == "sample") || module.iter().any(|name| name == "tests")
}

/// Modules of the standard library that the generator must not use: it converts text to text.
/// Only [`PARALLEL`] has threads; its results do not depend on them.
pub(super) const SYSTEM: &[&str] = &["env", "fs", "net", "process", "thread", "time"];

/// The module of the generator that computes on all processors.
pub(super) const PARALLEL: &[&str] = &["render", "parallel"];
