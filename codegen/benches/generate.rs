//! Generation of the curated document, from text to formatted files: the whole, and each stage on what the one
//! before it gives.

use std::collections::BTreeSet;

use codegen::analyze::analyze;
use codegen::diagnostic::Sink;
use codegen::emit::emit;
use codegen::load::{Document, load};
use codegen::lower::lower;
use codegen::name::name;
use codegen::options::VersionOptions;
use codegen::pattern::compile;
use codegen::plan::{Model, plan};
use codegen::render::render;
use codegen::resolve::resolve;
use codegen::specialize::specialize;
use codegen::{Options, Stages, generate};
use divan::{Bencher, black_box};

const TEXT: &str = include_str!("../../spec/atlas-private-endpoints.yaml");

fn main() {
    let files = generate(TEXT, &Options::default()).tree;
    assert!(files.is_some(), "the curated document has a client");
    divan::main();
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    bencher.bench(|| generate(black_box(TEXT), &Options::default()));
}

#[divan::bench]
fn stage_1_load(bencher: Bencher<'_, '_>) {
    bencher.bench(|| load(black_box(TEXT), &Options::default(), &mut Sink::default()));
}

#[divan::bench]
fn stage_2_resolve(bencher: Bencher<'_, '_>) {
    with_document(|document| bencher.bench_local(|| resolve(document, &mut Sink::default())));
}

#[divan::bench]
fn stage_3_lower(bencher: Bencher<'_, '_>) {
    with_document(|document| {
        let resolved = resolve(document, &mut Sink::default());
        bencher.bench_local(|| lower(black_box(&resolved), &mut Sink::default()));
    });
}

/// The part of `lower` that patterns are.
#[divan::bench]
fn stage_3_lower_patterns(bencher: Bencher<'_, '_>) {
    let sources = TEXT.lines().filter_map(|line| {
        let source = line.trim_start().strip_prefix("pattern: ")?;
        Some(source.trim_matches('\''))
    });
    let sources: BTreeSet<_> = sources.collect();
    bencher.bench(|| {
        let automata = sources.iter().map(|source| compile(black_box(source)));
        automata.flatten().count()
    });
}

#[divan::bench]
fn stage_4_specialize(bencher: Bencher<'_, '_>) {
    with_document(|document| {
        let api = lower(
            &resolve(document, &mut Sink::default()),
            &mut Sink::default(),
        );
        bencher
            .with_inputs(|| api.clone())
            .bench_local_values(|api| {
                specialize(api, &VersionOptions::default(), &mut Sink::default())
            });
    });
}

#[divan::bench]
fn stage_5_analyze(bencher: Bencher<'_, '_>) {
    with_model(|model| bencher.bench_local(|| analyze(black_box(model.api), &mut Sink::default())));
}

#[divan::bench]
fn stage_6_name(bencher: Bencher<'_, '_>) {
    with_model(|model| {
        bencher.bench_local(|| name(black_box(model.api), model.facts, &mut Sink::default()));
    });
}

#[divan::bench]
fn stage_7_plan(bencher: Bencher<'_, '_>) {
    with_model(|model| bencher.bench_local(|| plan(black_box(model))));
}

#[divan::bench]
fn stage_8_emit(bencher: Bencher<'_, '_>) {
    with_model(|model| {
        let plan = plan(model);
        bencher.bench_local(|| emit(black_box(&plan)));
    });
}

/// The templates run when their file is formatted.
#[divan::bench]
fn stage_9_render(bencher: Bencher<'_, '_>) {
    with_model(|model| {
        let plan = plan(model);
        bencher
            .with_inputs(|| emit(&plan))
            .bench_local_values(render);
    });
}

/// That there is a document, `main` has seen to.
fn with_document(run: impl FnOnce(&Document)) {
    if let Some(document) = load(TEXT, &Options::default(), &mut Sink::default()) {
        run(&document);
    }
}

fn with_model(run: impl FnOnce(&Model<'_>)) {
    if let Some(stages) = Stages::run(TEXT, &Options::default(), &mut Sink::default()) {
        run(&stages.model());
    }
}
