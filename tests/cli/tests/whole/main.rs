//! The command line of the whole Atlas Administration API. Its client takes minutes to build, so that the test runs nightly.

mod commands;
mod program;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fs, io, thread};

use commands::{Operation, operations};
use program::Program;
use serde_json::{Value, json};
use workspace_tests::documents;

/// The number of operations of the document.
const OPERATIONS: usize = 540;

#[test]
fn every_operation_is_reachable_and_every_template_is_valid() -> io::Result<()> {
    let Some(document) = documents::large("v30/atlas__full-spec.yaml") else {
        return Ok(());
    };
    let document = fs::read_to_string(document)?;
    let program = Program::build(&document)?;
    let operations = operations(&program.data()?);
    let usual = operations.iter().filter(|it| it.version.is_none()).count();
    assert_eq!(usual, OPERATIONS);
    assert_eq!(document.matches("operationId: ").count(), OPERATIONS);

    let all = on_all_threads(&operations, |operation| check(&program, operation));
    let counts = all.iter().filter_map(|it| it.as_ref().ok());
    let bodies: usize = counts.clone().map(|counts| counts.bodies).sum();
    let examples: usize = counts.map(|counts| usize::from(counts.has_example)).sum();
    let problems: Vec<_> = all.iter().filter_map(|it| it.as_ref().err()).collect();
    println!(
        "{usual} operations, {} with their versions; {bodies} templates; {examples} examples",
        operations.len()
    );
    assert!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// The templates and the example of an operation that passed.
struct Counts {
    bodies: usize,
    has_example: bool,
}

/// Checks the help, the description, the example and the templates of an operation.
fn check(program: &Program, operation: &Operation) -> Result<Counts, String> {
    let help = program.run(&operation.with(&["--help"]), "")?;
    // A long path is on a line of its own.
    let words: Vec<&str> = help.split_whitespace().collect();
    let call = [&*operation.method, &*operation.path];
    if !words.windows(2).any(|it| it == call) {
        return Err(format!("{operation}: the help is that of another"));
    }
    let description = program.run(&operation.describe(), "")?;
    let description: Value = json_of(operation, &description)?;
    if description["id"] != *operation.id {
        return Err(format!("{operation}: the description is that of another"));
    }
    let Some(example) = example(&help) else {
        return Err(format!("{operation}: there is no example"));
    };
    let words: Vec<&str> = example.iter().map(String::as_str).collect();
    let needs_file = words.contains(&"body.json");
    if !needs_file {
        let all = [&words[..], &["--dry-run"]].concat();
        program.run(&operation.with(&all), "")?;
    }
    Ok(Counts {
        bodies: if operation.has_body {
            templates(program, operation, &description, &words)?
        } else {
            0
        },
        has_example: !needs_file,
    })
}

/// Passes every template through a dry run, and returns their number.
fn templates(
    program: &Program,
    operation: &Operation,
    description: &Value,
    example: &[&str],
) -> Result<usize, String> {
    let printed = program.run(&operation.with(&["--body-template"]), "");
    let printed = match printed {
        // A body that is not JSON, nor a form, is a file.
        Err(_) if !operation.is_json => return Ok(0),
        printed => printed?,
    };
    let bodies = serde_json::Deserializer::from_str(&printed).into_iter::<Value>();
    let bodies: Result<Vec<Value>, _> = bodies.collect();
    let bodies = bodies.map_err(|error| format!("{operation}: {error}"))?;
    if bodies.len() < operation.alternatives {
        return Err(format!("{operation}: {} templates", bodies.len()));
    }
    for body in &bodies {
        let mut words = parameters(description, example);
        if let Some((flag, tag)) = operation.tag(body) {
            let at = words.iter().position(|word| *word == flag);
            let value = at.and_then(|at| words.get_mut(at + 1));
            *value.ok_or_else(|| format!("{operation}: there is no {flag}"))? = tag;
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let all = [&words[..], &["--dry-run", "--file", "-"]].concat();
        program.run(&operation.with(&all), &body.to_string())?;
    }
    Ok(bodies.len())
}

/// The flags of an example that are parameters, without those of the body.
fn parameters(description: &Value, example: &[&str]) -> Vec<String> {
    let all = description["parameters"].as_array().into_iter().flatten();
    let flags: Vec<&str> = all.filter_map(|it| it["flag"].as_str()).collect();
    let pairs = example.chunks(2).filter(|pair| flags.contains(&pair[0]));
    pairs.flatten().map(|word| (*word).to_owned()).collect()
}

/// The flags of the example at the end of the help, each on a line of its own.
fn example(help: &str) -> Option<Vec<String>> {
    let (_, example) = help.split_once("\nExample:\n")?;
    let lines = example.trim_end().split(" \\\n").skip(1);
    let words = lines.flat_map(|line| {
        let (flag, value) = line.trim().split_once([' ', '=']).unwrap_or((line, ""));
        let value = value
            .strip_prefix('\'')
            .and_then(|it| it.strip_suffix('\''))
            .unwrap_or(value);
        [flag.to_owned(), value.replace(r"'\''", "'")]
    });
    Some(words.collect())
}

fn json_of(operation: &Operation, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{operation}: {error}"))
}

/// The results for all items, in any order.
fn on_all_threads<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, Into::into);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = work(item);
                    results
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(result);
                }
            });
        }
    });
    results.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn flags_of_examples_are_words() {
    let help = "Usage\n\nExample:\n  atlas a b \\\n    --id x \\\n    --tags '[\"it'\\''s\"]'\n";
    let words = example(help).unwrap_or_default();
    assert_eq!(words, ["--id", "x", "--tags", "[\"it's\"]"]);
    let description = json!({"parameters": [{"flag": "--id"}]});
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(parameters(&description, &words), ["--id", "x"]);
}
