//! `cargo xtask compare`: this generator beside others that are on `PATH`, on one document in one run.
//!
//! What is compared is what a maintainer and a user wait for: generation, `cargo check` and a release build of the
//! output alone, whose dependencies have been built before. Generators take turns, so that what else the machine does
//! falls on all of them.

mod arguments;
mod build;
mod generator;
mod lines;
mod measure;
mod table;

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result};

pub(crate) use self::arguments::Arguments;
use self::build::Built;
use self::generator::Generator;
use self::lines::Lines;
use self::measure::{Cost, median};
use crate::{Outcome, workspace};

/// What a generator and its output cost.
struct Measured {
    generator: Generator,
    generation: Cost,
    lines: Lines,
    built: Built,
}

/// Measures all generators and prints a table with ratios.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let folder = workspace::target().join("compare");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let spec = fs::canonicalize(&arguments.spec)
        .with_context(|| format!("cannot read {}", arguments.spec.display()))?;
    generator::build_ours()?;
    let mut runs = Vec::new();
    for generator in Generator::ALL {
        match generator.version() {
            Ok(version) => {
                println!("compare: {version}");
                runs.push((generator, Ok(Vec::new())));
            }
            Err(error) => println!("compare: {}: {error:#}", generator.name()),
        }
    }
    for _ in 0..arguments.runs.get() {
        for (generator, costs) in &mut runs {
            note(costs, generator.generate(&spec, &folder));
        }
    }
    let mut measured = Vec::new();
    for (generator, costs) in runs {
        let measurement = costs.and_then(|costs| {
            println!("compare: building the output of {}", generator.name());
            let output = generator.output(&folder);
            Ok(Measured {
                generator,
                generation: median(&costs)?,
                lines: lines::count(&output)?,
                built: build::measure_crate(generator, &output)?,
            })
        });
        match measurement {
            Ok(measurement) => measured.push(measurement),
            Err(error) => println!("compare: {} fails: {error:#}", generator.name()),
        }
    }
    write!(
        io::stdout(),
        "\n{}",
        table::table(&measured, arguments.markdown)
    )?;
    Ok(Outcome::Clean)
}

/// Adds a run, or the first error in place of all.
fn note(costs: &mut Result<Vec<Cost>>, run: Result<Cost>) {
    match (costs.as_mut(), run) {
        (Ok(costs), Ok(cost)) => costs.push(cost),
        (Ok(_), Err(error)) => *costs = Err(error),
        (Err(_), _) => {}
    }
}
