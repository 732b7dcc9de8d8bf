//! Generated code: the types and operations of one document for each template.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::{fs, io};

use codegen::{FileTree, MARKER, Options, generate, parts};
use workspace_tests::documents::Document;
use workspace_tests::{deep, documents, fixtures};

fn fixture(name: &str) -> io::Result<FileTree> {
    let text = fixtures::read(name)?;
    let generated = generate(&text, &fixtures::options(name)?);
    let findings = || io::Error::other(format!("{:#?}", generated.diagnostics));
    generated.tree.ok_or_else(findings)
}

/// A generated file below its marker.
fn unmarked(content: &str) -> &str {
    content.split_once('\n').map_or(content, |(_, rest)| rest)
}

/// Everything that depends on the document: types and operations, not the runtime.
fn emitted(name: &str) -> io::Result<String> {
    let mut text = String::new();
    for (path, content) in fixture(name)? {
        let own = path.starts_with("src/types/") || path.starts_with("src/api/");
        if own && path != "src/types/mod.rs" {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "\n// {path}\n{}", unmarked(&content));
        }
    }
    Ok(text)
}

/// Snapshots of every template with all its variants. The plans of all fixtures are snapshots of `plan.rs`.
macro_rules! code_snapshots {
    ($($test:ident = $file:literal,)+) => {
        const FILES: &[&str] = &[$($file),+];

        $(#[test]
        fn $test() -> io::Result<()> {
            insta::assert_snapshot!($file, emitted($file)?);
            Ok(())
        })+
    };
}

code_snapshots! {
    additional_properties = "additional-properties.yaml",
    bounds = "bounds.yaml",
    constants = "constants.yaml",
    deprecated = "deprecated.yaml",
    descriptions = "descriptions.yaml",
    enums_mixed = "enums-mixed.yaml",
    forms = "forms.yaml",
    hostile = "hostile.yaml",
    long_running = "long-running.yaml",
    media_ranges = "media-ranges.yaml",
    nullable = "nullable.yaml",
    objects = "objects.yaml",
    outcomes = "outcomes.yaml",
    paging = "paging.yaml",
    parameter_styles = "parameter-styles.yaml",
    patterns = "patterns.yaml",
    private_endpoints = "private-endpoints.yaml",
    redirects = "redirects.yaml",
    secrets = "secrets.yaml",
    servers = "servers.yaml",
    shared_error = "shared-error.yaml",
    streams = "streams.yaml",
    tags = "tags.yaml",
    union_alternatives = "union-alternatives.yaml",
    union_mapping = "union-mapping.yaml",
    union_nested = "union-nested.yaml",
    webhooks = "webhooks.yaml",
    xml = "xml.yaml",
}

/// The files around the types and operations, on one small document, as far as they do not depend on the runtime.
#[test]
fn crate_files() -> io::Result<()> {
    let tree = fixture("union-mapping.yaml")?;
    for path in ["Cargo.toml", "README.md", "src/lib.rs", "src/constants.rs"] {
        let text = tree[path].split("# Features\n").next().unwrap_or_default();
        let text = text.split("[features]\n").next().unwrap_or_default();
        insta::assert_snapshot!(format!("crate {path}"), text);
    }
    Ok(())
}

/// What users read first: a large API without a body, a small one with pages, waits and settings, and one of webhooks only.
#[test]
fn readmes() -> io::Result<()> {
    let names = [
        "long-running.yaml",
        "paging.yaml",
        "shared-error.yaml",
        "tags.yaml",
        "webhooks-only.yaml",
    ];
    for name in names {
        insta::assert_snapshot!(format!("readme {name}"), fixture(name)?["README.md"]);
    }
    Ok(())
}

/// A document with eleven groups, the last of which has the only list.
fn eleven_groups() -> String {
    let mut text = "openapi: 3.0.3\ninfo: { title: Eleven, version: '1' }\npaths:\n".to_owned();
    for tag in 'a'..='k' {
        let schema = match tag {
            'k' => "{ type: array, items: { type: string } }",
            _ => "{ type: object, properties: { id: { type: string } } }",
        };
        let _ = write!(
            text,
            "  /{tag}s:\n    get:\n      operationId: list-{tag}\n      tags: [group {tag}]\n      responses:\n        \
             '200': {{ description: All., content: {{ application/json: {{ schema: {schema} }} }} }}\n"
        );
    }
    text
}

/// The first sections of the README, and the default features of the manifest.
fn first_sections(settings: &str) -> io::Result<String> {
    let options =
        Options::parse(settings).map_err(|error| io::Error::other(format!("{error:?}")))?;
    let generated = generate(&eleven_groups(), &options);
    let findings = || io::Error::other(format!("{:#?}", generated.diagnostics));
    let tree = generated.tree.ok_or_else(findings)?;
    let readme = tree["README.md"].split("## Authentication").next();
    let readme = readme.and_then(|it| it.split("## Operations").next());
    let manifest = tree["Cargo.toml"].split("[features]\n").nth(1);
    let manifest = manifest.and_then(|it| it.split("# The client").next());
    Ok(format!(
        "{}\n{}",
        readme.unwrap_or_default(),
        manifest.unwrap_or_default()
    ))
}

#[test]
fn a_document_with_more_than_ten_groups_says_first_to_choose_features() -> io::Result<()> {
    insta::assert_snapshot!("choice all", first_sections("")?);
    let none = "[features]\ndefault = \"none\"\n[crate]\ninstall = \"registry\"\n";
    insta::assert_snapshot!("choice none", first_sections(none)?);
    let some = "[features]\ndefault = [\"group-b\", \"group-k\"]\n[crate]\n\
                install = { git = \"https://example.com/eleven\", tag = \"v1\" }\n";
    insta::assert_snapshot!("choice some", first_sections(some)?);
    Ok(())
}

#[test]
fn a_default_feature_that_does_not_exist_is_rejected() -> io::Result<()> {
    let options = Options::parse("[features]\ndefault = [\"group-b\", \"grup-k\"]\n");
    let options = options.map_err(|error| io::Error::other(format!("{error:?}")))?;
    let generated = generate(&eleven_groups(), &options);
    assert!(generated.tree.is_none());
    let found = generated.diagnostics.iter();
    let found: Vec<_> = found
        .filter(|it| it.code == codegen::diagnostic::Code::Config)
        .map(|it| (it.message.as_str(), it.help.as_deref()))
        .collect();
    assert_eq!(
        found,
        [(
            "`[features]` names `grup-k`, which is not the feature of a tag",
            Some("did you mean `group-k`?")
        )]
    );
    Ok(())
}

#[test]
fn the_same_document_gives_the_same_bytes() -> io::Result<()> {
    for name in FILES {
        assert_eq!(fixture(name)?, fixture(name)?, "{name}");
    }
    Ok(())
}

#[test]
fn every_file_bears_the_marker_but_licences() -> io::Result<()> {
    for (path, content) in fixture("objects.yaml")? {
        let marked = content.lines().take(1).any(|line| line.contains(MARKER));
        assert_eq!(marked, !path.starts_with("LICENSE"), "{path}");
    }
    Ok(())
}

/// The files of the runtime in a client.
fn parts_of(tree: &FileTree) -> impl Iterator<Item = &'static str> {
    let is_there = |file: &&str| tree.contains_key(&format!("src/{file}"));
    parts::all().map(|part| part.file).filter(is_there)
}

/// Each part of the runtime is compiled with the client of a fixture, or with that of this repository.
#[test]
fn every_part_of_the_runtime_is_in_a_client() -> io::Result<()> {
    let mut missing: BTreeSet<_> = parts::all().map(|part| part.file).collect();
    for Document { file, text } in documents::fixtures("good")? {
        let tree = generate(&text, &fixtures::options(&file)?).tree;
        for file in parts_of(&tree.unwrap_or_default()) {
            missing.remove(file);
        }
    }
    let spec = documents::curated();
    let settings = fs::read_to_string(spec.with_file_name("codegen.toml"))?;
    let options =
        Options::parse(&settings).map_err(|error| io::Error::other(format!("{error:?}")))?;
    let curated = generate(&fs::read_to_string(spec)?, &options);
    let deep = generate(&deep::document(), &Options::default());
    for tree in [curated.tree, deep.tree].into_iter().flatten() {
        for file in parts_of(&tree) {
            missing.remove(file);
        }
    }
    assert_eq!(missing, BTreeSet::new());
    Ok(())
}

/// A client without streams, forms and cookies has no code for them.
#[test]
fn clients_have_only_the_parts_that_their_documents_use() -> io::Result<()> {
    let tree = fixture("union-mapping.yaml")?;
    let found: BTreeSet<_> = parts_of(&tree).collect();
    let unused = [
        "auth/digest.rs",
        "call/cookie.rs",
        "call/form.rs",
        "call/multipart.rs",
        "call/stream.rs",
        "net/body_stream.rs",
        "net/byte_stream.rs",
        "wire/decimal.rs",
        "wire/part.rs",
        "wire/untagged.rs",
    ];
    for file in unused {
        assert!(!found.contains(file), "{file}");
    }
    assert!(found.contains("wire/tagged_union.rs"));
    // Without the settings that declare its waiters, a client has none of their code.
    let document = fixtures::read("private-endpoints.yaml")?;
    let tree = generate(&document, &Options::default()).tree;
    let tree = tree.unwrap_or_default();
    let mut found = parts_of(&tree);
    assert!(!found.any(|file| file.starts_with("waiting/") || file == "call/polling.rs"));
    assert!(tree.values().all(|text| !text.contains("WaitError")));
    Ok(())
}

/// A server that only sends requests has no client to send any to it.
#[test]
fn a_document_with_only_webhooks_has_no_client() -> io::Result<()> {
    let tree = fixture("webhooks-only.yaml")?;
    let folders = tree.keys().filter_map(|path| {
        let (folder, _) = path.strip_prefix("src/")?.split_once('/')?;
        Some(folder)
    });
    let folders: BTreeSet<_> = folders.collect();
    assert_eq!(
        folders,
        BTreeSet::from(["auth", "types", "webhook", "wire"])
    );
    let manifest = &tree["Cargo.toml"];
    for absent in ["client", "tokio", "reqwest", "rustls", "test-util"] {
        assert!(!manifest.contains(absent), "{absent}");
    }
    for absent in ["`client`", "TOKEN", "Authentication"] {
        assert!(!tree["README.md"].contains(absent), "{absent}");
    }
    Ok(())
}

#[test]
fn the_runtime_is_copied_byte_for_byte() -> io::Result<()> {
    let runtime = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../codegen/runtime");
    let tree = fixture("objects.yaml")?;
    let emitted = ["src/lib.rs", "src/constants.rs", "src/wire/kinds.rs"];
    let own = ["src/types/", "src/api/"];
    let copied = |path: &&String| {
        let emitted = emitted.contains(&path.as_str()) || path.ends_with("/mod.rs");
        path.starts_with("src/") && !emitted && !own.iter().any(|own| path.starts_with(own))
    };
    for path in tree.keys().filter(copied) {
        let original = fs::read_to_string(runtime.join(path))?;
        assert_eq!(unmarked(&tree[path]), original, "{path}");
    }
    Ok(())
}
