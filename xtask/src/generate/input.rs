//! The input of a run: the document and its settings.

use std::ffi::OsStr;
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
    /// The path of the document relative to each overlay.
    document_paths: Vec<String>,
    pub(super) config: Option<Source>,
    pub(super) options: Options,
    /// The errors of the settings.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Input {
    pub(super) fn read(arguments: &Arguments) -> Result<Self> {
        let spec = arguments.spec();
        let document = match &spec {
            Some(path) => file(path)?,
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
        let texts = overlays.iter().map(|path| file(path));
        let texts = texts.collect::<Result<_>>()?;
        let paths = spec.iter().flat_map(|spec| {
            let overlays = overlays.iter();
            overlays.map_while(|overlay| relative(spec, overlay).ok())
        });
        Ok(Self {
            document,
            overlays: texts,
            document_paths: paths.collect(),
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
            document_paths: self.document_paths.clone(),
        }
    }

    /// The document and its overlays.
    pub(super) fn sources(&self) -> Vec<&Source> {
        std::iter::once(&self.document)
            .chain(&self.overlays)
            .collect()
    }
}

/// The path of a file as another file refers to it, with slashes.
fn relative(file: &Path, from: &Path) -> io::Result<String> {
    // Of the file itself, a symbolic link is not followed: its name is the one that is written.
    let folder = |path: &Path| {
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        folder.unwrap_or(Path::new(".")).canonicalize()
    };
    let (to, from) = (folder(file)?, folder(from)?);
    let (to, from): (Vec<_>, Vec<_>) = (to.components().collect(), from.components().collect());
    let common = to.iter().zip(&from).take_while(|(to, from)| to == from);
    let common = common.count();
    let up = from[common..].iter().map(|_| OsStr::new(".."));
    let down = to[common..].iter().map(|it| it.as_os_str());
    let segments = up.chain(down).chain(file.file_name());
    let segments: Vec<_> = segments.map(OsStr::to_string_lossy).collect();
    Ok(segments.join("/"))
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
