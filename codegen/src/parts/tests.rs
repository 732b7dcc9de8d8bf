use std::collections::{BTreeMap, BTreeSet};

use super::{
    COMMAND_LINE, CORE, CRATES, Dependency, FEATURES, FOLDERS, Feature, IMPORTED, MANIFEST, Part,
    TYPES, all, closure, free, get,
};

/// The lines of a section of the manifest.
fn section(name: &str) -> String {
    let start = format!("\n[{name}]\n");
    let (_, rest) = MANIFEST.split_once(&start).unwrap();
    let end = rest.find("\n[").map_or(rest.len(), |end| end + 1);
    rest[..end].trim_end().to_owned() + "\n"
}

#[test]
fn the_manifest_of_the_runtime_has_all_dependencies() {
    let lines: String = CRATES.iter().map(Dependency::manifest).collect();
    assert_eq!(section("dependencies"), lines);
}

#[test]
fn the_manifest_of_the_runtime_has_all_features() {
    let lines: String = FEATURES.iter().map(Feature::manifest).collect();
    let section = section("features");
    // The runtime has more default features than clients.
    let (default, rest) = section.split_once("\"]\n").unwrap();
    assert_eq!(rest, lines);
    for feature in FEATURES.iter().filter(|it| it.is_default) {
        assert!(default.contains(&format!("{:?}", feature.name)));
    }
}

#[test]
fn tables_name_parts_crates_features_and_folders_that_exist() {
    for part in all() {
        for file in part.needs {
            assert!(get(file).is_some(), "{}: {file}", part.file);
        }
        for name in part.crates {
            let is_known = CRATES.iter().any(|it| it.name == *name);
            assert!(is_known, "{}: {name}", part.file);
        }
        if let Some(name) = part.feature {
            let is_known = FEATURES.iter().any(|it| it.name == name);
            assert!(is_known, "{}: {name}", part.file);
        }
        let folder = part.folder();
        let is_known = folder.is_empty() || FOLDERS.iter().any(|it| it.name == folder);
        assert!(is_known, "{}", part.file);
    }
    let files: BTreeSet<_> = all().map(|part| part.file).collect();
    assert_eq!(files.len(), all().count(), "a file is listed twice");
}

#[test]
fn imported_names_are_exports_of_parts() {
    let exports: BTreeSet<_> = all()
        .flat_map(|it| it.root.iter().chain(it.internal))
        .collect();
    let of_http = ["HeaderValue", "Method"];
    for name in IMPORTED {
        assert!(exports.contains(name) || of_http.contains(name), "{name}");
    }
}

/// The names that a file declares for other files of the crate, unless it uses them itself.
fn declared(text: &str) -> impl Iterator<Item = &str> {
    let words: Vec<_> = words(text).collect();
    let keywords = ["fn", "const", "static", "struct", "enum", "trait", "type"];
    let lines = text.lines().filter_map(move |line| {
        let (_, item) = line.trim().split_once("pub(")?;
        let mut item = item.split([' ', '(', ')', '<', ':', ';']);
        item.find(|word| keywords.contains(word))?;
        item.find(|word| *word != "fn")
    });
    lines.filter(move |name| words.iter().filter(|word| *word == name).count() == 1)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim().starts_with("//"));
    code.flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '_')))
}

/// Parts that the plan never chooses without others that use the same files.
const ACCOMPANIED: [&str; 9] = [
    "auth/environment_client.rs",
    "auth/environment_digest.rs",
    "auth/file_cache.rs",
    "auth/token_request.rs",
    "auth/token_slot.rs",
    "error/reply_to.rs",
    "webhook/verifier.rs",
    "wire/part.rs",
    "wire/read_buffered.rs",
];

/// Parts of the folders of types that only calls use.
const CLIENT_ONLY: [&str; 4] = [
    "wire/violation.rs",
    "wire/xml_form.rs",
    "wire/xml_read.rs",
    "wire/xml_write.rs",
];

/// Where a part is, something uses each of its items: `rustc` denies dead code in clients. Templates use the items of
/// the parts that the plan chooses.
#[test]
fn no_choice_of_parts_has_dead_code() {
    let used: BTreeMap<_, BTreeSet<_>> = all()
        .map(|part| (part.file, words(part.text).collect()))
        .collect();
    let declared: BTreeMap<_, Vec<_>> = all()
        .map(|part| (part.file, declared(part.text).collect()))
        .collect();
    let mut dead = BTreeSet::new();
    // Without an operation, the client has the parts of every client only.
    let choices = all().filter(|part| !ACCOMPANIED.contains(&part.file));
    // Kinds of pages and sequences come with the methods that return them, and a call that starts work with a poll.
    let methods = |part: &Part| match part.folder() {
        "cli" => COMMAND_LINE,
        "events" => &["events/evented.rs"],
        "paging" => &["paging/paged.rs"],
        "waiting" => &["paging/paged.rs", "waiting/by_call.rs", "waiting/polled.rs"],
        _ => &[],
    };
    let choices = choices.map(|part| {
        let others = ["call/built.rs", "call/request_builder.rs"].into_iter();
        let others = others.chain(methods(part).iter().copied());
        others.chain([part.file]).collect()
    });
    let choices = choices.chain([Vec::new()]).map(|it| (CORE, it));
    // Without the client, there are the parts of types and webhooks.
    let free = free().into_iter();
    let free = free.filter(|file| !CLIENT_ONLY.contains(file) && !ACCOMPANIED.contains(file));
    let free = free.map(|file| (TYPES, vec![file]));
    for (core, chosen) in choices.chain(free) {
        let parts = closure(core.iter().chain(&chosen).copied());
        let chosen = chosen.last().copied().unwrap_or_default();
        for part in parts.iter().copied().filter(|part| *part != chosen) {
            let others = || parts.iter().filter(|other| **other != part);
            let is_dead = |name: &&&str| !others().any(|other| used[other].contains(**name));
            let unused = declared[part].iter().find(is_dead);
            dead.extend(unused.map(|name| (part, *name, chosen)));
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}
