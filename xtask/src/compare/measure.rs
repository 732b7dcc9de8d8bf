//! Measures time and memory of a program.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wait4::Wait4;

/// Time and memory of a program and its child processes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cost {
    /// Wall time.
    pub(super) wall: Duration,
    /// CPU time.
    pub(super) cpu: Duration,
    /// The memory of the largest process, in bytes.
    pub(super) peak: u64,
}

/// Runs a program, which must succeed.
pub(super) fn measure(command: &mut Command) -> Result<Cost> {
    let name = command.get_program().to_string_lossy().into_owned();
    let log = tempfile::NamedTempFile::new().context("cannot make a temporary file")?;
    let begin = Instant::now();
    let used = command
        .stdin(Stdio::null())
        .stdout(log.reopen()?)
        .stderr(log.reopen()?)
        .spawn()
        .and_then(|mut child| child.wait4())
        .with_context(|| format!("cannot run {name}"))?;
    let wall = begin.elapsed();
    if !used.status.success() {
        bail!("{name}: {}\n{}", used.status, end_of(log.path())?);
    }
    Ok(Cost {
        wall,
        cpu: used.rusage.utime + used.rusage.stime,
        peak: used.rusage.maxrss,
    })
}

/// The last lines of a program's output.
fn end_of(log: &std::path::Path) -> Result<String> {
    const LINES: usize = 12;
    let text = std::io::read_to_string(File::open(log)?)?;
    let lines: Vec<_> = text.lines().collect();
    Ok(lines[lines.len().saturating_sub(LINES)..].join("\n"))
}

/// The median of each figure.
pub(super) fn median(costs: &[Cost]) -> Result<Cost> {
    Ok(Cost {
        wall: middle(costs, |it| it.wall)?,
        cpu: middle(costs, |it| it.cpu)?,
        peak: middle(costs, |it| it.peak)?,
    })
}

fn middle<T: Ord>(costs: &[Cost], figure: impl Fn(&Cost) -> T) -> Result<T> {
    let mut figures: Vec<_> = costs.iter().map(figure).collect();
    figures.sort_unstable();
    let middle = figures.len() / 2;
    figures.into_iter().nth(middle).context("nothing was run")
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use super::{Cost, measure, median};

    fn cost(seconds: u64, peak: u64) -> Cost {
        let time = Duration::from_secs(seconds);
        Cost {
            wall: time,
            cpu: time,
            peak,
        }
    }

    #[test]
    fn each_figure_has_its_own_median() {
        let costs = [cost(3, 10), cost(1, 30), cost(2, 20)];
        assert_eq!(median(&costs).unwrap(), cost(2, 20));
        assert!(median(&[]).is_err());
    }

    #[test]
    fn a_program_has_a_cost() {
        let mut command = Command::new(env!("CARGO"));
        assert!(measure(command.arg("--version")).unwrap().peak > 1 << 20);
    }

    #[test]
    fn a_failing_program_reports_its_output() {
        let mut command = Command::new(env!("CARGO"));
        let error = measure(command.arg("no-such-command")).unwrap_err();
        assert!(error.to_string().contains("no such command"), "{error}");
    }
}
