//! The table of figures.

use std::time::Duration;

use super::Measured;
use crate::grid::Grid;

/// A figure of every generator: its name, format and value.
type Row = (&'static str, fn(f64) -> String, fn(&Measured) -> f64);

const ROWS: [Row; 13] = [
    ("generation, s", seconds, |it| of(it.generation.wall)),
    ("generation, s of CPU", seconds, |it| of(it.generation.cpu)),
    ("generation, peak MB", megabytes, |it| {
        bytes(it.generation.peak)
    }),
    ("lines", count, |it| number(it.lines.all())),
    ("lines of code", count, |it| number(it.lines.code)),
    ("lines of comments", count, |it| number(it.lines.comments)),
    ("check, s", seconds, |it| of(it.built.check.wall)),
    ("check, s of CPU", seconds, |it| of(it.built.check.cpu)),
    ("check, peak MB", megabytes, |it| bytes(it.built.check.peak)),
    ("release build, s", seconds, |it| of(it.built.release.wall)),
    ("release build, s of CPU", seconds, |it| {
        of(it.built.release.cpu)
    }),
    ("release build, peak MB", megabytes, |it| {
        bytes(it.built.release.peak)
    }),
    ("rlib, MB", megabytes, |it| bytes(it.built.rlib)),
];

/// All figures; those of other generators with their ratio to ours.
pub(super) fn table(measured: &[Measured], markdown: bool) -> String {
    let mut head = vec![String::new()];
    for it in measured {
        head.push(it.generator.name().to_owned());
    }
    let mut grid = Grid::new(head);
    for (name, print, figure) in ROWS {
        let figures: Vec<_> = measured.iter().map(figure).collect();
        let first = figures.first().copied().unwrap_or_default();
        let mut row = vec![name.to_owned()];
        for (index, figure) in figures.into_iter().enumerate() {
            row.push(match index {
                0 => print(figure),
                _ => format!("{} ({:.1} x)", print(figure), figure / first),
            });
        }
        grid.push(row);
    }
    if markdown {
        grid.markdown()
    } else {
        grid.text()
    }
}

fn of(time: Duration) -> f64 {
    time.as_secs_f64()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "figures are rounded when they are printed"
)]
fn bytes(count: u64) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "figures are rounded when they are printed"
)]
fn number(count: usize) -> f64 {
    count as f64
}

fn seconds(figure: f64) -> String {
    format!("{figure:.2}")
}

fn megabytes(figure: f64) -> String {
    format!("{:.0}", figure / 1e6)
}

fn count(figure: f64) -> String {
    format!("{figure:.0}")
}
