use std::collections::BTreeSet;

use super::{CRATES, Dependency, FEATURES, FOLDERS, Feature, IMPORTED, MANIFEST, all, get};

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
    let default = format!("default = [{:?}]\n", FEATURES[0].name);
    assert_eq!(section("features"), default + &lines);
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
