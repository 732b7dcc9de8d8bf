//! Arguments that are not UTF-8, and closed output.

use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::process::{Command, Stdio};

/// `| head -1` closes the output, which is not reported and does not count as a failure.
#[test]
fn a_closed_output_does_not_fail() -> io::Result<()> {
    for words in [&["--help"][..], &["completions", "zsh"], &["search", "a"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_atlas"))
            .args(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        drop(child.stdout.take());
        let mut messages = String::new();
        if let Some(mut stderr) = child.stderr.take() {
            stderr.read_to_string(&mut messages)?;
        }
        assert_eq!(messages, "");
        assert!(child.wait()?.success());
    }
    Ok(())
}

/// If standard error is closed, only the exit status reports the failure.
#[test]
fn a_closed_standard_error_does_not_panic() -> io::Result<()> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_atlas"))
        .arg("nothing")
        .stderr(Stdio::piped())
        .spawn()?;
    drop(child.stderr.take());
    assert_eq!(child.wait()?.code(), Some(2));
    Ok(())
}

#[cfg(unix)]
#[test]
fn arguments_are_utf8() -> io::Result<()> {
    use std::os::unix::ffi::OsStrExt as _;

    let argument = OsStr::from_bytes(b"--file=\xff");
    let output = Command::new(env!("CARGO_BIN_EXE_atlas"))
        .args([OsStr::new("search"), argument])
        .output()?;
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(message.contains(r"is not UTF-8"), "{message}");
    Ok(())
}
