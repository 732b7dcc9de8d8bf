//! Runs commands, and writes down what a user sees.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Variables of credentials that a test has.
pub(crate) const TOKEN_OF_DIGEST: [(&str, &str); 2] = [
    ("MONGODB_ATLAS_PUBLIC_KEY", "public"),
    ("MONGODB_ATLAS_PRIVATE_KEY", "private-secret"),
];

/// Commands and their output.
#[derive(Debug, Default)]
pub(crate) struct Session {
    transcript: String,
    url: Option<String>,
    variables: Vec<(String, String)>,
    directory: Option<PathBuf>,
    /// The program. Default: that of the client of this repository.
    program: Option<PathBuf>,
    /// The environment variable with the base URL.
    base_url: Option<&'static str>,
}

impl Session {
    /// A session without credentials and without a server.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A session with credentials and a server.
    pub(crate) fn with_server(url: &str) -> Self {
        let mut session = Self::new().with_credentials();
        session.url = Some(url.to_owned());
        session
    }

    /// A session of another program.
    pub(crate) fn of(program: &Path, base_url: &'static str, url: &str) -> Self {
        Self {
            program: Some(program.to_owned()),
            base_url: Some(base_url),
            url: Some(url.to_owned()),
            ..Self::default()
        }
    }

    pub(crate) fn with_credentials(mut self) -> Self {
        let variables = TOKEN_OF_DIGEST.map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.variables.extend(variables);
        self
    }

    pub(crate) fn in_directory(mut self, directory: impl Into<PathBuf>) -> Self {
        self.directory = Some(directory.into());
        self
    }

    /// Runs a command line, whose words are separated by spaces.
    pub(crate) fn run(&mut self, line: &str) -> &mut Self {
        self.run_with(line, "")
    }

    /// The same with text on standard input.
    pub(crate) fn run_with(&mut self, line: &str, input: &str) -> &mut Self {
        let words: Vec<&str> = line.split(' ').filter(|it| !it.is_empty()).collect();
        let (stdout, stderr, status) = self.output(&words, input);
        let shown = if input.is_empty() {
            String::new()
        } else {
            format!(" <<< '{input}'")
        };
        let name = self.program.as_deref().and_then(Path::file_name);
        let name = name.map_or("atlas".into(), OsStr::to_string_lossy);
        let _ = writeln!(self.transcript, "$ {name} {line}{shown}");
        self.transcript.push_str(&stdout);
        for line in stderr.lines() {
            let _ = writeln!(self.transcript, "! {line}");
        }
        let _ = writeln!(self.transcript, "=> {status}\n");
        self
    }

    fn start(&self, words: &[impl AsRef<OsStr>], input: &str) -> io::Result<Output> {
        let own = Path::new(env!("CARGO_BIN_EXE_atlas"));
        let mut command = Command::new(self.program.as_deref().unwrap_or(own));
        command.args(words).env_clear();
        command.envs(self.variables.iter().cloned());
        if let Some(url) = &self.url {
            command.env(self.base_url.unwrap_or("MONGODB_ATLAS_BASE_URL"), url);
        }
        if let Some(directory) = &self.directory {
            command.current_dir(directory);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes())?;
        }
        child.wait_with_output()
    }

    /// Standard output, standard error and the exit status of a command; -1 if it does not run.
    pub(crate) fn output(&self, words: &[impl AsRef<OsStr>], input: &str) -> (String, String, i32) {
        let output = match self.start(words, input) {
            Ok(output) => output,
            Err(error) => return (String::new(), error.to_string(), -1),
        };
        let text = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            match &self.url {
                Some(url) => text.replace(url, "http://server"),
                None => text,
            }
        };
        (
            text(&output.stdout),
            text(&output.stderr),
            output.status.code().unwrap_or(-1),
        )
    }

    /// Everything that was printed.
    pub(crate) fn transcript(&self) -> &str {
        &self.transcript
    }
}
