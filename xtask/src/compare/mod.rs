//! `cargo xtask compare`: compares this generator with others on `PATH`, on one document in one run.
//!
//! It measures generation, and `cargo check` and a release build of the
//! output without its dependencies. Generators take turns, so that other load of the machine
//! affects all of them.

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

/// The costs of a generator and its output.
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

/// Adds a run; the first error replaces all results.
fn note(costs: &mut Result<Vec<Cost>>, run: Result<Cost>) {
    match (costs.as_mut(), run) {
        (Ok(costs), Ok(cost)) => costs.push(cost),
        (Ok(_), Err(error)) => *costs = Err(error),
        (Err(_), _) => {}
    }
}
