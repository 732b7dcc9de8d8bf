//! Checks the borders between the stages of the generator by the paths in their files.

use super::imports::{self, Mention};
use super::stages::{PARALLEL, STAGES, SYSTEM, Stage, is_for_tests};
use super::{Findings, RustFile};

pub(super) const GENERATOR: &str = "codegen/src/";

pub(super) fn check(file: &RustFile<'_>, findings: &mut Findings) {
    let Some(place) = file.path.strip_prefix(GENERATOR) else {
        return;
    };
    let module = module(place);
    if is_for_tests(&module) {
        return;
    }
    let stage = match module.first() {
        // The root connects the stages, so it may use all of them.
        None => None,
        Some(name) => match STAGES.iter().find(|stage| stage.name == name) {
            Some(stage) => Some(stage),
            None => {
                return findings.add(
                    file.path,
                    1,
                    format!("`{name}` is missing in the table of stages in xtask"),
                );
            }
        },
    };
    for mention in imports::of(&file.syntax, &module) {
        let complaint =
            world(&mention, &module).or_else(|| stage.and_then(|stage| border(stage, &mention)));
        if let Some(message) = complaint {
            findings.add(file.path, mention.line, message);
        }
    }
}

/// `load/locate.rs` is the module `load::locate`.
pub(super) fn module(place: &str) -> Vec<String> {
    place
        .trim_end_matches(".rs")
        .split('/')
        .filter(|segment| !matches!(*segment, "mod" | "lib"))
        .map(str::to_owned)
        .collect()
}

fn world(mention: &Mention, module: &[String]) -> Option<String> {
    match mention
        .segments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()[..]
    {
        ["std", "thread", ..] if module == PARALLEL => None,
        ["std", part, ..] if SYSTEM.contains(&part) => Some(format!(
            "`std::{part}`: the generator converts text to text; only xtask accesses the system"
        )),
        _ => None,
    }
}

fn border(stage: &Stage, mention: &Mention) -> Option<String> {
    let (first, second) = (mention.segments.first()?, mention.segments.get(1));
    match second {
        Some(other) if first == "crate" => {
            let is_stage = STAGES.iter().any(|stage| stage.name == other);
            let is_allowed = other == stage.name || stage.stages.contains(&other.as_str());
            (is_stage && !is_allowed).then(|| format!("`{}` must not use `{other}`", stage.name))
        }
        _ => {
            let is_owned = STAGES
                .iter()
                .any(|stage| stage.crates.contains(&first.as_str()));
            let is_allowed = stage.crates.contains(&first.as_str());
            (is_owned && !is_allowed)
                .then(|| format!("`{}` must not use the crate `{first}`", stage.name))
        }
    }
}
