//! `cargo xtask scales`: the time and the memory that generation takes for documents of several sizes.

mod documents;

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use wait4::Wait4;

use self::documents::{KINDS, Kind};
use crate::grid::Grid;
use crate::words::thousands;
use crate::{Outcome, workspace};

/// The options of the measurement.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Measure only what has this in its name
    #[arg(default_value = "")]
    only: String,
    /// Sizes, as multiples of the smallest
    #[arg(long, value_delimiter = ',', default_values_t = [1, 2, 4])]
    factors: Vec<usize>,
    /// Write only the document of this size. A process counts the memory of the one that starts it, so another
    /// one creates the documents.
    #[arg(long, hide = true)]
    write: Option<usize>,
    /// Print the table as Markdown
    #[arg(long)]
    markdown: bool,
}

/// The document, in the folder of the measurement.
const SPEC: &str = "openapi.json";

/// The costs of a run.
struct Cost {
    user: Duration,
    /// Bytes.
    peak: u64,
}

/// Generates every kind of document in every size, and prints a table.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let folder = workspace::target().join("scales");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    if let Some(size) = arguments.write {
        let kind = KINDS.iter().find(|it| it.name == arguments.only);
        let document = kind.map(|kind| (kind.document)(size));
        fs::write(folder.join(SPEC), document.unwrap_or_default().to_string())?;
        return Ok(Outcome::Clean);
    }
    let mut head = vec![String::new(), "size".to_owned()];
    for factor in &arguments.factors {
        head.extend([format!("{factor}x, s of user time"), "peak MB".to_owned()]);
    }
    let mut grid = Grid::new(head);
    for kind in KINDS.iter().filter(|it| it.name.contains(&arguments.only)) {
        let mut row = vec![kind.name.to_owned(), thousands(kind.size)];
        for factor in &arguments.factors {
            let cost = generate(kind, kind.size * factor, &folder)?;
            row.push(format!("{:.2}", cost.user.as_secs_f64()));
            row.push((cost.peak / 1_000_000).to_string());
        }
        grid.push(row);
    }
    write!(io::stdout(), "{}", grid.format(arguments.markdown))?;
    Ok(Outcome::Clean)
}

fn generate(kind: &Kind, size: usize, folder: &Path) -> Result<Cost> {
    let (spec, out) = (folder.join(SPEC), folder.join("client"));
    let mut create = Command::new(env::current_exe()?);
    create.args(["scales", kind.name, "--write", &size.to_string()]);
    if !create.status()?.success() {
        bail!("cannot create the document of {size} {}", kind.name);
    }
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let mut command = Command::new(env::current_exe()?);
    command.args(["codegen", "--name", "scales-client", "--spec"]);
    command.arg(&spec).arg("--out").arg(&out);
    let log = fs::File::create(folder.join("log"))?;
    let mut child = command.stdout(Stdio::null()).stderr(log).spawn()?;
    let used = child.wait4()?;
    if !used.status.success() {
        bail!(
            "{} of {size}: see {}",
            kind.name,
            folder.join("log").display()
        );
    }
    Ok(Cost {
        user: used.rusage.utime,
        peak: used.rusage.maxrss,
    })
}

#[cfg(test)]
mod tests {
    use codegen::diagnostic::Severity;
    use codegen::{Options, generate};

    use super::KINDS;

    #[test]
    fn every_kind_of_document_has_a_client() {
        for kind in &KINDS {
            let document = (kind.document)(20).to_string();
            let generated = generate(document.as_str(), &Options::default());
            let errors = generated.diagnostics.iter();
            let errors: Vec<_> = errors.filter(|it| it.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", kind.name);
            let sizes = [generated.summary.operations, generated.summary.types];
            assert!(sizes[0] >= 1, "{}: {sizes:?}", kind.name);
        }
    }
}
