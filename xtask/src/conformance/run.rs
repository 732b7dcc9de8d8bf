//! Runs the program against the server.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::suite::Suite;
use crate::contract::{Interrupt, Process};
use crate::workspace;

/// The time limit for the server to start.
const START: Duration = Duration::from_secs(60);

/// The result of a scenario: the package, the name, and the error.
pub(super) type Line = (String, String, Option<String>);

/// Runs all scenarios.
pub(super) fn run(suite: &Suite, program: &Path, output: &Path) -> Result<Vec<Line>> {
    let interrupt = Interrupt::register().context("cannot listen to signals")?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port();
    let _server = start(suite, port, output, &interrupt)?;
    let lines = Command::new(program)
        .arg(format!("http://localhost:{port}"))
        .output()?;
    ensure!(
        lines.status.success(),
        "the program has failed: {}",
        String::from_utf8_lossy(&lines.stderr)
    );
    let lines = String::from_utf8(lines.stdout)?;
    lines
        .lines()
        .map(|line| serde_json::from_str(line).context("cannot read the output of the program"))
        .collect()
}

fn start(suite: &Suite, port: u16, output: &Path, interrupt: &Interrupt) -> Result<Process> {
    let log = File::create(output.join("server.log"))?;
    let mut command = Command::new("node");
    command
        // A body of XML that differs makes its report fail, which would end the server.
        .arg("--unhandled-rejections=warn")
        .arg(suite.server())
        .arg("serve")
        .arg(suite.specs())
        .args(["--port", &port.to_string(), "--coverageFile"])
        .arg(output.join("coverage.json"))
        // The server reads the commit of the repository around it.
        .current_dir(workspace::root())
        .stdout(log.try_clone()?)
        .stderr(log);
    let mut server = Process::start("spector", &mut command)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        interrupt.check()?;
        if server.exit_status()?.is_some() || start.elapsed() > START {
            bail!(
                "the server does not listen; see {}",
                output.join("server.log").display()
            );
        }
        sleep(Duration::from_millis(100));
    }
    Ok(server)
}
