//! Documents that nobody wrote: mutations of our own fixtures, and documents made up at random.
//!
//! Whatever the text, the generator answers in time, says the same twice, and lets no text become code. A plain run
//! takes a fixed number of cases that are the same every time. `FUZZ_MINUTES=30 cargo test --release -p codegen --test
//! fuzz -- --nocapture` takes other ones for as long as it is told.

mod check;
mod choices;
mod document;
mod mutate;
mod schema;
mod words;

use std::time::{Duration, Instant};

use choices::Choices;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// How many cases a plain run takes.
const CASES: u32 = 48;

#[test]
fn mutated_texts_get_an_answer() -> Result<(), String> {
    let fixtures = mutate::fixtures().map_err(|error| error.to_string())?;
    run("mutated texts", |choices| {
        let text = mutate::text(&fixtures, choices);
        check::text(&text, None)
    })
}

#[test]
fn made_up_documents_get_an_answer() -> Result<(), String> {
    run("made up documents", |choices| {
        let document = document::document(choices);
        check::text(
            &format!("{document:#}"),
            Some(document::operations(&document)),
        )
    })
}

/// Runs a check on choices: as often as a plain run does, or for as long as the environment says.
fn run(name: &str, check: impl Fn(&mut Choices) -> TestCaseResult) -> Result<(), String> {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    let choices = vec(any::<u16>(), 0..600);
    let test = |values: Vec<u16>| check(&mut Choices::new(values));
    let Ok(minutes) = std::env::var("FUZZ_MINUTES") else {
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut runner = TestRunner::new_with_rng(config, rng);
        return runner
            .run(&choices, test)
            .map_err(|error| error.to_string());
    };
    let minutes: u64 = minutes.parse().map_err(|_| "FUZZ_MINUTES is no number")?;
    let begin = Instant::now();
    let mut cases = 0;
    while begin.elapsed() < Duration::from_secs(60 * minutes) {
        let mut runner = TestRunner::new(config.clone());
        runner
            .run(&choices, test)
            .map_err(|error| error.to_string())?;
        cases += CASES;
    }
    println!("{name}: {cases} cases in {minutes} minutes");
    Ok(())
}
