//! Starts the servers and chooses their ports.

use std::fs::{self, File, Permissions};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::Folders;
use super::install::Apache;
use super::process::{Interrupt, POLL, Process};

/// The time limit for a server to start.
const START: Duration = Duration::from_secs(60);
/// The lifetime of Apache's nonces and of tokens that must expire during a test: long
/// enough for a request on a busy machine, short enough to wait for in a test.
const LIFETIME: Duration = Duration::from_secs(2);

/// The ports of all servers.
struct Ports {
    prism: u16,
    oauth: u16,
    apache: u16,
}

impl Ports {
    /// Requests unused ports from the kernel. All are held until all are known, so they
    /// differ.
    fn free() -> io::Result<Self> {
        let bind = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listeners = [bind()?, bind()?, bind()?];
        let [prism, oauth, apache] = listeners.each_ref().map(TcpListener::local_addr);
        Ok(Self {
            prism: prism?.port(),
            oauth: oauth?.port(),
            apache: apache?.port(),
        })
    }
}

/// All running servers; stopped when dropped.
pub(super) struct Servers {
    processes: Vec<Process>,
    ports: Ports,
    /// Files that Apache reads after dropping root privileges, which may be required to read the
    /// workspace.
    _readable: TempDir,
}

impl Servers {
    /// Starts every server and waits until all listen.
    pub(super) fn start(folders: &Folders, apache: &Apache, interrupt: &Interrupt) -> Result<Self> {
        let ports = Ports::free().context("cannot find free ports")?;
        let readable = readable_directory(&folders.sources)?;
        let start = [
            (
                "prism",
                ports.prism,
                prism(folders, &folders.document(), ports.prism),
            ),
            ("oauth", ports.oauth, oauth(folders, &ports)?),
            (
                "apache",
                ports.apache,
                httpd(folders, &ports, apache, readable.path()),
            ),
        ];
        let mut processes = Vec::new();
        for (name, port, mut command) in start {
            let log = folders.logs().join(format!("{name}.log"));
            let output = File::create(&log)?;
            command.stdout(output.try_clone()?).stderr(output);
            let mut process = Process::start(name, &mut command)?;
            wait_until_listening(&mut process, port, interrupt)
                .with_context(|| format!("{name} does not listen: {}", last_lines(&log)))?;
            processes.push(process);
        }
        Ok(Self {
            processes,
            ports,
            _readable: readable,
        })
    }

    /// Fails if a server has exited.
    pub(super) fn check(&mut self) -> Result<()> {
        for process in &mut self.processes {
            if let Some(status) = process.exit_status()? {
                bail!("{} has stopped: {status}", process.name());
            }
        }
        Ok(())
    }

    /// The environment variables for the tests.
    pub(super) fn environment(&self) -> [(&'static str, String); 4] {
        let url = |port: u16| format!("http://{}", SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        [
            ("CONTRACT_PRISM_URL", url(self.ports.prism)),
            ("CONTRACT_OAUTH_URL", url(self.ports.oauth)),
            ("CONTRACT_APACHE_URL", url(self.ports.apache)),
            ("CONTRACT_LIFETIME_SECONDS", LIFETIME.as_secs().to_string()),
        ]
    }
}

/// A server that validates every request against a document, and answers with an example.
pub(crate) struct Validator {
    pub(crate) url: String,
    _process: Process,
}

impl Validator {
    /// Starts a server for `document`, which writes to `log`.
    pub(super) fn start(
        folders: &Folders,
        document: &Path,
        log: &Path,
        interrupt: &Interrupt,
    ) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut command = prism(folders, document, port);
        let output = File::create(log)?;
        command.stdout(output.try_clone()?).stderr(output);
        let mut process = Process::start("prism", &mut command)?;
        wait_until_listening(&mut process, port, interrupt)
            .with_context(|| format!("prism does not listen: {}", last_lines(log)))?;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }
}

fn prism(folders: &Folders, document: &Path, port: u16) -> Command {
    let mut command = Command::new("node");
    command
        .arg("node_modules/@stoplight/prism-cli/dist/index.js")
        // An invalid request is an error, not only a line in the log.
        .args(["mock", "--errors", "--host", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .arg(document)
        .current_dir(folders.node());
    command
}

fn oauth(folders: &Folders, ports: &Ports) -> Result<Command> {
    // Node looks for packages beside the script.
    let script = folders.node().join("oauth.mjs");
    fs::copy(folders.sources.join("oauth.mjs"), &script)?;
    let mut command = Command::new("node");
    command
        .arg(script)
        .arg(ports.oauth.to_string())
        .arg(ports.prism.to_string())
        .arg(LIFETIME.as_secs().to_string());
    Ok(command)
}

fn httpd(folders: &Folders, ports: &Ports, apache: &Apache, readable: &Path) -> Command {
    let mut command = Command::new(apache.binary());
    command
        .args(["-D", "FOREGROUND", "-f"])
        .arg(folders.sources.join("apache.conf"))
        .env("CONTRACT_APACHE_PORT", ports.apache.to_string())
        .env("CONTRACT_PRISM_PORT", ports.prism.to_string())
        .env("CONTRACT_NONCE_SECONDS", LIFETIME.as_secs().to_string())
        .env("CONTRACT_DIRECTORY", folders.logs())
        .env("CONTRACT_MODULES", apache.modules())
        .env("CONTRACT_USERS", readable.join("users.htdigest"));
    if let Some(libraries) = apache.libraries() {
        command.env("LD_LIBRARY_PATH", libraries);
    }
    command
}

fn readable_directory(sources: &Path) -> Result<TempDir> {
    let directory = tempfile::tempdir().context("cannot create a temporary directory")?;
    fs::set_permissions(directory.path(), Permissions::from_mode(0o755))?;
    let users = directory.path().join("users.htdigest");
    fs::copy(sources.join("users.htdigest"), &users)?;
    fs::set_permissions(users, Permissions::from_mode(0o644))?;
    Ok(directory)
}

fn wait_until_listening(process: &mut Process, port: u16, interrupt: &Interrupt) -> Result<()> {
    let deadline = Instant::now() + START;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        interrupt.check()?;
        if let Some(status) = process.exit_status()? {
            bail!("it has stopped: {status}");
        }
        if Instant::now() > deadline {
            bail!("it takes more than {} s", START.as_secs());
        }
        sleep(POLL);
    }
    Ok(())
}

fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let tail = lines.len().saturating_sub(10);
    format!("{}\n{}", log.display(), lines[tail..].join("\n"))
}
