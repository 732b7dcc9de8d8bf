//! `cargo xtask codegen`: generates a crate on disk.

mod arguments;
mod inferred;
mod input;
mod part;
mod skipped;

use std::io::{self, Write};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use codegen::Generated;
use codegen::diagnostic::Diagnostic;

pub(crate) use self::arguments::Arguments;
use self::arguments::Stage;
use self::input::Input;
use crate::report::{Format, Report};
use crate::words::counted;
use crate::write::{self, Changes, Kind};
use crate::{Outcome, exclusive, unified, workspace};

/// Generates and writes the differences, or with `--check` prints them.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let begin = Instant::now();
    let input = Input::read(arguments)?;
    if let Some(stage) = arguments.emit {
        return print(arguments, &input, stage);
    }
    let generated = codegen::generate(input.texts(), &input.options);
    let refused = report(arguments, &input, &generated.diagnostics)?;
    let Some(tree) = generated.tree.as_ref().filter(|_| !refused) else {
        return Ok(nothing(arguments, &input, &generated));
    };
    let out = arguments.out();
    let _exclusive = (!arguments.check)
        .then(|| exclusive::lock(&out))
        .transpose()?;
    let changes = write::compare(&out, tree)?;
    // JSON is printed to standard output, messages to standard error.
    let mut out: Box<dyn Write> = match arguments.message_format {
        Format::Human => Box::new(io::stdout()),
        Format::Json => Box::new(io::stderr()),
    };
    if arguments.check {
        return check(&mut out, arguments, &changes);
    }
    if !changes.occupied.is_empty() {
        bail!(occupied(arguments, &changes));
    }
    changes.apply()?;
    summarize(&mut out, arguments, &generated, &changes, begin.elapsed())?;
    Ok(Outcome::Clean)
}

/// Prints the result of a stage.
fn print(arguments: &Arguments, input: &Input, stage: Stage) -> Result<Outcome> {
    let (text, generated) = codegen::print(input.texts(), &input.options, stage.into());
    let refused = report(arguments, input, &generated.diagnostics)?;
    let Some(text) = text.filter(|_| !refused) else {
        return Ok(nothing(arguments, input, &generated));
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn nothing(arguments: &Arguments, input: &Input, generated: &Generated) -> Outcome {
    eprintln!("error: nothing is generated from {}", input.document.name);
    // With the option, or without operations that it concerns, the reason is another.
    let flaws = generated.flaws.as_ref();
    if let Some(flaws) = flaws.filter(|_| !input.options.document.skip_flawed) {
        eprint!("{}", skipped::offer(flaws, arguments.all));
    }
    Outcome::Findings
}

/// Prints all findings and returns whether they prevent generation.
fn report(arguments: &Arguments, input: &Input, findings: &[Diagnostic]) -> Result<bool> {
    let reports = [
        input
            .config
            .as_ref()
            .map(|config| Report::new(vec![config], &input.diagnostics)),
        Some(Report::new(input.sources(), findings)),
    ];
    let mut refused = false;
    for report in reports.into_iter().flatten() {
        report.print(arguments.message_format, arguments.all)?;
        let (errors, warnings) = report.counts();
        refused |= errors > 0 || (arguments.strict() && warnings > 0);
    }
    Ok(refused)
}

fn check(out: &mut dyn Write, arguments: &Arguments, changes: &Changes<'_>) -> Result<Outcome> {
    let directory = workspace::display(&arguments.out());
    if changes.files.is_empty() {
        writeln!(
            out,
            "{directory} is up to date: {} files",
            changes.unchanged
        )?;
        return Ok(Outcome::Clean);
    }
    for change in &changes.files {
        write!(out, "{}", unified::unified(change))?;
    }
    writeln!(
        out,
        "\n{directory} is out of date: {} to add, {} to change, {} to delete; this repairs it:\n\n    {}",
        counted(changes.count(Kind::Added), "file"),
        changes.count(Kind::Changed),
        changes.count(Kind::Stale),
        arguments.repair()
    )?;
    Ok(Outcome::Findings)
}

fn occupied(arguments: &Arguments, changes: &Changes<'_>) -> String {
    format!(
        "nothing is written to {}: these files were not generated; move them away first\n    {}",
        workspace::display(&arguments.out()),
        changes.occupied.join("\n    ")
    )
}

fn summarize(
    out: &mut dyn Write,
    arguments: &Arguments,
    generated: &Generated,
    changes: &Changes<'_>,
    time: Duration,
) -> io::Result<()> {
    writeln!(
        out,
        "{}: {}, {}; {} added, {} changed, {} deleted, {} unchanged; {:.2} s",
        workspace::display(&arguments.out()),
        counted(generated.summary.operations, "operation"),
        counted(generated.summary.types, "type"),
        counted(changes.count(Kind::Added), "file"),
        changes.count(Kind::Changed),
        changes.count(Kind::Stale),
        changes.unchanged,
        time.as_secs_f64()
    )?;
    let summary = &generated.summary;
    let pages = inferred::pages(&summary.inferred_pages, arguments.all);
    let waits = inferred::waits(&summary.inferred_waits, arguments.all);
    let streams = inferred::streams(&summary.inferred_streams, arguments.all);
    let webhooks = inferred::webhooks(summary.inferred_webhooks.as_deref());
    write!(out, "{pages}{waits}{streams}{webhooks}")?;
    let flaws = generated.flaws.iter();
    let texts = flaws.map(|flaws| skipped::list(flaws, arguments.all));
    texts.into_iter().try_for_each(|text| write!(out, "{text}"))
}
