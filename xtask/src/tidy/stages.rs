//! What each stage of the generator may know: the table that `codegen/README.md` explains.

/// A module at the root of the generator.
pub(super) struct Stage {
    pub(super) name: &'static str,
    /// Other root modules that it may use.
    pub(super) stages: &'static [&'static str],
    /// Crates that it may use, of those that any stage has for itself.
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

/// A crate that appears here belongs to the stages that list it; all other crates are free.
pub(super) const STAGES: &[Stage] = &[
    stage("diagnostic", &[], &[]),
    stage("pattern", &[], &[]),
    stage("keyword", &[], &[]),
    stage("symbol", &[], &[]),
    // The files of the runtime as data.
    stage("parts", &[], &[]),
    stage(
        "options",
        &["diagnostic", "ir", "keyword", "parts"],
        &["toml"],
    ),
    stage(
        "load",
        &["diagnostic", "options", "pattern"],
        &["openapiv3", "serde_yaml", "saphyr_parser"],
    ),
    // Methods and path templates are bound in the words of the IR.
    stage(
        "resolve",
        &["diagnostic", "load", "ir"],
        &["openapiv3", "serde_yaml"],
    ),
    stage("ir", &["diagnostic", "pattern"], &[]),
    stage(
        "lower",
        &["diagnostic", "load", "resolve", "ir", "pattern", "symbol"],
        &["openapiv3", "serde_yaml"],
    ),
    // What a type is used for is found by one piece of code, here and in the facts.
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
    stage("bindings", &["diagnostic", "output", "plan"], &[]),
    stage(
        "render",
        &["output"],
        &["prettyplease", "proc_macro2", "quote", "syn"],
    ),
    // Joins the stages up to the plan, as the root does with the others.
    stage(
        "stages",
        &[
            "diagnostic",
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
];

/// Tests know what they need to; these modules are for tests alone.
pub(super) fn is_for_tests(module: &[String]) -> bool {
    module.first().is_some_and(|name| name == "sample") || module.iter().any(|name| name == "tests")
}

/// The generator is text in, text out: it has no disk, network, clock, threads or environment.
/// [`PARALLEL`] alone has threads: what it computes does not depend on them.
pub(super) const WORLD: &[&str] = &["env", "fs", "net", "process", "thread", "time"];

/// The module of the generator that computes on all processors.
pub(super) const PARALLEL: &[&str] = &["render", "parallel"];
