use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use codegen::Options;
use codegen::diagnostic::Severity;
use codegen::verdict::Surface;

use super::git;
use crate::workspace;

/// The files of this repository, relative to its root.
const DOCUMENT: &str = "spec/atlas-private-endpoints.yaml";
const SETTINGS: &str = "spec/codegen.toml";
const CLIENT: &str = "generated";

/// One side of a comparison.
pub(super) struct Side {
    /// Its name on the command line.
    pub(super) name: String,
    /// The document, unless only the client is known.
    pub(super) input: Option<Input>,
    /// The surface that the client declares.
    pub(super) declared: Option<Surface>,
    /// The folder of the client.
    folder: PathBuf,
}

/// A document with its settings.
pub(super) struct Input {
    name: String,
    document: String,
    overlays: Vec<String>,
    pub(super) options: Options,
}

impl Input {
    /// The document, settings and overlays that `read` returns by path. Overlays are relative to the settings.
    fn read(
        document: &Path,
        config: Option<&Path>,
        read: impl Fn(&Path) -> Result<Option<String>>,
    ) -> Result<Self> {
        let text = |path: &Path| {
            let missing = || anyhow!("{} does not exist", path.display());
            read(path)?.ok_or_else(missing)
        };
        let beside = document.with_file_name("codegen.toml");
        let settings = match config {
            Some(path) => Some(text(path)?),
            None => read(&beside)?,
        };
        let options = settings.map_or(Ok(Options::default()), |text| Options::parse(&text));
        let config = config.unwrap_or(&beside);
        let options = options.map_err(|it| anyhow!("{}: {}", config.display(), it.message))?;
        let overlays = options.document.overlays.iter();
        let overlays = overlays.map(|path| text(&config.with_file_name("").join(path)));
        Ok(Self {
            name: document.display().to_string(),
            document: text(document)?,
            overlays: overlays.collect::<Result<_>>()?,
            options,
        })
    }

    /// The surface of the client of the document with these settings.
    pub(super) fn plan(&self, options: &Options) -> Result<Surface> {
        let input = codegen::Input {
            overlays: self.overlays.iter().map(String::as_str).collect(),
            ..codegen::Input::from(&self.document)
        };
        let (surface, findings) = codegen::surface(input, options);
        surface.ok_or_else(|| {
            let error = findings.iter().find(|it| it.severity == Severity::Error);
            let message = error.map_or("no client can be generated", |it| &it.message);
            anyhow!("{}: {message}", self.name)
        })
    }
}

impl Side {
    /// A document, a `bindings.json`, the folder of a client, or a git revision.
    pub(super) fn read(name: &str, config: Option<&Path>) -> Result<Self> {
        let path = Path::new(name);
        if path.is_dir() {
            return Self::client(name, path);
        }
        if !path.is_file() {
            return Self::at(name);
        }
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        if is_bindings(&text) {
            return Self::of_bindings(name, &text, folder);
        }
        let input = Input::read(path, config, on_disk)?;
        Ok(Self {
            name: name.to_owned(),
            input: Some(input),
            declared: None,
            folder,
        })
    }

    fn client(name: &str, folder: &Path) -> Result<Self> {
        let file = folder.join("bindings.json");
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{name} is not a client with a bindings.json"))?;
        Self::of_bindings(name, &text, folder.to_owned())
    }

    fn of_bindings(name: &str, text: &str, folder: PathBuf) -> Result<Self> {
        let surface = Surface::parse(text).with_context(|| format!("cannot read {name}"))?;
        let Some(surface) = surface else {
            bail!(
                "{name} has no `surface`, because an earlier generator has written it: generate the client again"
            );
        };
        Ok(Self {
            name: name.to_owned(),
            input: None,
            declared: Some(surface),
            folder,
        })
    }

    /// A revision of this repository.
    pub(super) fn at(revision: &str) -> Result<Self> {
        let commit = git::commit(revision)?;
        let read = |path: &Path| git::file(&commit, path);
        let input = Input::read(Path::new(DOCUMENT), None, read)?;
        let bindings = git::file(&commit, &Path::new(CLIENT).join("bindings.json"))?;
        // An earlier generator wrote no surface, so that changes of the generator are unknown.
        let declared = match bindings {
            Some(text) => {
                Surface::parse(&text).with_context(|| format!("bindings of {revision}"))?
            }
            None => None,
        };
        Ok(Self {
            name: revision.to_owned(),
            input: Some(input),
            declared,
            folder: workspace::root().join(CLIENT),
        })
    }

    /// The document and settings of this repository as they are on disk.
    pub(super) fn working_tree() -> Result<Self> {
        let root = workspace::root();
        let (document, settings) = (root.join(DOCUMENT), root.join(SETTINGS));
        let settings = settings.is_file().then_some(settings);
        Ok(Self {
            name: "working tree".to_owned(),
            input: Some(Input::read(&document, settings.as_deref(), on_disk)?),
            declared: None,
            folder: root.join(CLIENT),
        })
    }

    /// The surface that users of the client see.
    pub(super) fn surface(&self) -> Result<Surface> {
        match (&self.declared, &self.input) {
            (Some(declared), _) => Ok(declared.clone()),
            (None, Some(input)) => input.plan(&input.options),
            (None, None) => bail!("{} has neither a document nor a client", self.name),
        }
    }

    /// The changelog of the client.
    pub(super) fn changelog(&self) -> PathBuf {
        self.folder.join("CHANGELOG.md")
    }
}

fn on_disk(path: &Path) -> Result<Option<String>> {
    if !path.is_file() {
        return Ok(None);
    }
    let text = fs::read_to_string(path);
    let text = text.with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Some(text))
}

/// Whether a text is a `bindings.json`, whose first line has the mark of the generator.
fn is_bindings(text: &str) -> bool {
    text.starts_with("{ \"$comment\": \"@generated")
}
