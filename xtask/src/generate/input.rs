//! The input of a run: the document and its settings.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result};
use codegen::Options;
use codegen::diagnostic::Diagnostic;

use super::Arguments;
use crate::report::Source;
use crate::workspace;

/// The input of a run.
pub(super) struct Input {
    pub(super) document: Source,
    overlays: Vec<Source>,
    pub(super) config: Option<Source>,
    pub(super) options: Options,
    /// The errors of the settings.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Input {
    pub(super) fn read(arguments: &Arguments) -> Result<Self> {
        let document = match arguments.spec() {
            Some(path) => file(&path)?,
            None => stdin()?,
        };
        let config = arguments.config().map(|path| file(&path)).transpose()?;
        let (mut options, diagnostics) = match config.as_ref().map(|it| Options::parse(&it.text)) {
            None => (Options::default(), Vec::new()),
            Some(Ok(options)) => (options, Vec::new()),
            // The document is read anyway, so that all findings are reported together.
            Some(Err(diagnostic)) => (Options::default(), vec![diagnostic]),
        };
        arguments.apply(&mut options);
        let overlays = arguments.overlays(&options);
        let overlays = overlays.iter().map(|path| file(path));
        Ok(Self {
            document,
            overlays: overlays.collect::<Result<_>>()?,
            config,
            options,
            diagnostics,
        })
    }

    /// The texts for the generator.
    pub(super) fn texts(&self) -> codegen::Input<'_> {
        codegen::Input {
            document: &self.document.text,
            overlays: self.overlays.iter().map(|it| it.text.as_str()).collect(),
        }
    }

    /// The document and its overlays.
    pub(super) fn sources(&self) -> Vec<&Source> {
        std::iter::once(&self.document)
            .chain(&self.overlays)
            .collect()
    }
}

fn file(path: &Path) -> Result<Source> {
    let name = workspace::display(path);
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    Ok(Source { name, text })
}

fn stdin() -> Result<Source> {
    let mut text = String::new();
    io::stdin()
        .read_to_string(&mut text)
        .context("cannot read standard input")?;
    Ok(Source {
        name: "<stdin>".to_owned(),
        text,
    })
}
