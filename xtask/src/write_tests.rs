use std::fs;
use std::path::Path;

use codegen::FileTree;
use codegen::MARKER;

use super::{Changes, Kind, compare};
use crate::{exclusive, unified};

fn marked(text: &str) -> String {
    format!("// {MARKER} from A 1; do not edit.\n{text}\n")
}

fn tree(files: &[(&str, &str)]) -> FileTree {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), marked(text)))
        .collect()
}

fn put(root: &Path, path: &str, content: &str) {
    let target = root.join(path);
    fs::create_dir_all(target.parent().unwrap()).unwrap();
    fs::write(target, content).unwrap();
}

fn summary(changes: &Changes<'_>) -> Vec<(Kind, String)> {
    changes
        .files
        .iter()
        .map(|file| (file.kind, file.path.clone()))
        .collect()
}

#[test]
fn a_directory_that_does_not_exist_is_filled() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path().join("new/client");
    let tree = tree(&[("Cargo.toml", "a"), ("src/types/pet.rs", "b")]);

    let changes = compare(&root, &tree).unwrap();
    assert_eq!(changes.count(Kind::Added), 2);
    assert!(changes.occupied.is_empty());
    changes.apply().unwrap();

    assert_eq!(
        fs::read_to_string(root.join("src/types/pet.rs")).unwrap(),
        marked("b")
    );
    let again = compare(&root, &tree).unwrap();
    assert_eq!((again.files.len(), again.unchanged), (0, 2));
}

#[test]
fn only_changed_files_are_written() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    put(root, "same.rs", &marked("same"));
    put(root, "other.rs", &marked("old"));
    let before = fs::metadata(root.join("same.rs"))
        .unwrap()
        .modified()
        .unwrap();

    let tree = tree(&[("same.rs", "same"), ("other.rs", "new")]);
    let changes = compare(root, &tree).unwrap();
    assert_eq!(summary(&changes), [(Kind::Changed, "other.rs".to_owned())]);
    changes.apply().unwrap();

    let after = fs::metadata(root.join("same.rs"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after);
    assert_eq!(
        fs::read_to_string(root.join("other.rs")).unwrap(),
        marked("new")
    );
    let left: Vec<_> = fs::read_dir(root).unwrap().collect();
    assert_eq!(left.len(), 2, "no temporary file is left: {left:?}");
}

#[test]
fn stale_files_go_with_the_directories_they_leave_empty() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    put(root, "src/types/old.rs", &marked("old"));
    put(root, "src/mine.rs", "// by hand\n");

    let tree = FileTree::new();
    let changes = compare(root, &tree).unwrap();
    assert_eq!(
        summary(&changes),
        [(Kind::Stale, "src/types/old.rs".to_owned())]
    );
    changes.apply().unwrap();

    assert!(!root.join("src/types").exists());
    assert!(root.join("src/mine.rs").exists());
}

#[test]
fn build_output_and_other_packages_are_not_searched() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    put(root, "target/package/src/lib.rs", &marked("copy"));
    put(root, ".git/marked.rs", &marked("copy"));
    put(root, "neighbour/Cargo.toml", &marked("another client"));
    put(root, "neighbour/src/lib.rs", &marked("another client"));

    let tree = FileTree::new();
    assert!(compare(root, &tree).unwrap().files.is_empty());
}

#[test]
fn a_file_without_the_marker_occupies_its_path() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    put(root, "src/lib.rs", "// by hand\n");
    put(root, "late.rs", &format!("\n{}", marked("late")));
    put(root, "src/types", "a file where a directory belongs");

    let tree = tree(&[
        ("src/lib.rs", "x"),
        ("late.rs", "x"),
        ("src/types/pet.rs", "x"),
    ]);
    let changes = compare(root, &tree).unwrap();
    assert_eq!(
        changes.occupied,
        ["late.rs", "src/lib.rs", "src/types/pet.rs"]
    );
}

#[test]
fn a_text_that_never_bears_the_marker_is_ours_in_a_generated_crate() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    let licence = |year: &str| -> FileTree { [("LICENSE".to_owned(), year.to_owned())].into() };
    put(root, "LICENSE", "2025");

    let (same, next) = (licence("2025"), licence("2026"));
    assert_eq!(compare(root, &same).unwrap().unchanged, 1);
    assert_eq!(compare(root, &next).unwrap().occupied, ["LICENSE"]);

    put(root, "Cargo.toml", &marked("[package]"));
    let changes = compare(root, &next).unwrap();
    assert!(changes.occupied.is_empty());
    assert_eq!(changes.count(Kind::Changed), 1);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let directory = tempfile::tempdir().unwrap();
    let elsewhere = directory.path().join("elsewhere");
    let root = directory.path().join("root");
    put(&elsewhere, "lib.rs", &marked("old"));
    fs::create_dir_all(&root).unwrap();
    std::os::unix::fs::symlink(&elsewhere, root.join("src")).unwrap();

    let tree = tree(&[("src/lib.rs", "new")]);
    assert_eq!(compare(&root, &tree).unwrap().occupied, ["src/lib.rs"]);
}

#[cfg(unix)]
#[test]
fn written_files_have_ordinary_permissions() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    let tree = tree(&[("src/lib.rs", "x")]);
    compare(root, &tree).unwrap().apply().unwrap();
    put(root, "ordinary", "x");

    let mode = |path: &str| fs::metadata(root.join(path)).unwrap().permissions().mode();
    assert_eq!(mode("src/lib.rs"), mode("ordinary"));
}

#[test]
fn a_change_prints_as_a_unified_diff() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    put(root, "a.rs", &marked("old"));
    put(root, "gone.rs", &marked("gone"));

    let tree = tree(&[("a.rs", "new")]);
    let changes = compare(root, &tree).unwrap();
    let texts: Vec<_> = changes.files.iter().map(unified::unified).collect();
    let marker = format!(" // {MARKER} from A 1; do not edit.");
    assert_eq!(
        texts[0],
        format!("--- a/a.rs\n+++ b/a.rs\n@@ -1,2 +1,2 @@\n{marker}\n-old\n+new\n")
    );
    assert!(
        texts[1].starts_with("--- a/gone.rs\n+++ /dev/null\n"),
        "{}",
        texts[1]
    );
}

#[test]
fn files_that_quote_the_marker_are_not_ours() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    let line = marked("");
    put(root, "src/quote.rs", &format!("//! Says `{line}`\n"));
    put(root, "src/second.rs", &format!("// By hand.\n{line}"));
    put(
        root,
        "src/other.rs",
        &format!("// {MARKER}: not this one\n"),
    );
    put(root, "docs/copy.rs", &line);
    put(
        root,
        "notes.md",
        &format!("{MARKER} from A 1; do not edit.\n"),
    );
    put(root, "src/stale.rs", &line);

    let tree = FileTree::new();
    let changes = compare(root, &tree).unwrap();
    assert_eq!(
        summary(&changes),
        [(Kind::Stale, "src/stale.rs".to_owned())]
    );
}

#[test]
fn temporary_files_of_a_killed_run_are_deleted() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    put(root, "src/.codegen-x1", &marked("half"));
    put(root, "src/.codegen.rs", &marked("stale"));

    let tree = FileTree::new();
    let changes = compare(root, &tree).unwrap();
    assert_eq!(changes.count(Kind::Stale), 1);
    assert!(root.join("src/.codegen-x1").exists());

    let _exclusive = exclusive::lock(root).unwrap();
    assert!(!root.join("src/.codegen-x1").exists());
    assert!(root.join("src/.codegen.rs").exists());
}

#[test]
fn runs_at_the_same_time_wait_for_each_other() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    let trees = ["a", "b"].map(|name| {
        let files = (0..20).map(|number| (format!("src/{name}{number:02}.rs"), marked(name)));
        files.collect::<FileTree>()
    });
    std::thread::scope(|scope| {
        for tree in &trees {
            scope.spawn(move || {
                for _ in 0..10 {
                    let _exclusive = exclusive::lock(root).unwrap();
                    compare(root, tree).unwrap().apply().unwrap();
                }
            });
        }
    });
    let left = crate::disk::package_files(root).unwrap();
    let is_one_of_them = |tree: &FileTree| tree.keys().eq(left.keys());
    assert!(trees.iter().any(is_one_of_them), "{left:?}");
}
