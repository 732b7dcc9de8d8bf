//! Child processes that never outlive the command.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// The polling interval of running processes.
pub(super) const POLL: Duration = Duration::from_millis(20);
/// The time limit for a process to stop.
const GRACE: Duration = Duration::from_secs(5);

/// Whether a signal was received.
pub(crate) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Installs signal handlers, so that child processes are stopped before the command exits.
    pub(crate) fn register() -> io::Result<Self> {
        let flag = Arc::new(AtomicBool::new(false));
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            signal_hook::flag::register(signal, Arc::clone(&flag))?;
        }
        Ok(Self(flag))
    }

    /// Fails if a signal was received.
    pub(crate) fn check(&self) -> Result<()> {
        ensure!(!self.0.load(Ordering::Relaxed), "interrupted by a signal");
        Ok(())
    }
}

/// A running child process with its descendants; stopped when dropped.
///
/// It leads a process group of its own, so that a Ctrl-C in the terminal reaches it only through
/// this command, and so that its own children stop with it.
pub(crate) struct Process {
    name: &'static str,
    child: Child,
}

impl Process {
    /// Starts `command`.
    pub(crate) fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        Ok(Self { name, child })
    }

    /// Runs `command` to completion and returns whether it succeeded.
    pub(crate) fn succeeds(
        name: &'static str,
        command: &mut Command,
        interrupt: &Interrupt,
    ) -> Result<bool> {
        let mut process = Self::start(name, command)?;
        loop {
            interrupt.check()?;
            if let Some(status) = process.exit_status()? {
                return Ok(status.success());
            }
            sleep(POLL);
        }
    }

    /// Runs `command` to completion and fails unless it succeeds.
    pub(crate) fn run(
        name: &'static str,
        command: &mut Command,
        interrupt: &Interrupt,
    ) -> Result<()> {
        ensure!(
            Self::succeeds(name, command, interrupt)?,
            "{name} has failed"
        );
        Ok(())
    }

    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// The exit status, or `None` while the process is running.
    pub(crate) fn exit_status(&mut self) -> Result<Option<ExitStatus>> {
        self.child
            .try_wait()
            .with_context(|| format!("cannot ask for the state of {}", self.name))
    }

    fn stop(&mut self) -> Result<()> {
        let group = Pid::from_child(&self.child);
        kill_process_group(group, Signal::TERM)?;
        let deadline = Instant::now() + GRACE;
        while self.exit_status()?.is_none() {
            if Instant::now() > deadline {
                kill_process_group(group, Signal::KILL)?;
                self.child.wait()?;
            }
            sleep(POLL);
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The id of an exited process may have been reused.
        if let Ok(None) = self.exit_status()
            && let Err(error) = self.stop()
        {
            eprintln!("contract: cannot stop {}: {error:#}", self.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn interrupt(happened: bool) -> Interrupt {
        Interrupt(Arc::new(AtomicBool::new(happened)))
    }

    /// The pipe ends when the last process that holds it has stopped.
    #[test]
    fn a_dropped_process_stops_its_descendants() {
        let (mut output, input) = io::pipe().unwrap();
        let mut command = shell("sleep 600 & echo started; wait");
        let process = Process::start("sh", command.stdout(input)).unwrap();
        drop(command);
        let mut line = [0; 8];
        output.read_exact(&mut line).unwrap();
        drop(process);
        assert_eq!(output.read(&mut line).unwrap(), 0);
    }

    #[test]
    fn a_run_succeeds_only_when_its_process_does() {
        Process::run("sh", &mut shell("exit 0"), &interrupt(false)).unwrap();
        let error = Process::run("sh", &mut shell("exit 3"), &interrupt(false)).unwrap_err();
        assert!(error.to_string().contains("sh has failed"), "{error}");
        assert!(Process::run("sh", &mut shell("exit 0"), &interrupt(true)).is_err());
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = Process::start("nothing", &mut Command::new("./no-such-program"));
        assert!(error.err().unwrap().to_string().contains("nothing"));
    }
}
