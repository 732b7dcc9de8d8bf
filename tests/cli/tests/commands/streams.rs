//! Arguments that are not text, and output that nobody reads.

use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::process::{Command, Stdio};

/// A reader that closes its end has seen enough: there is no message, and no failure.
#[test]
fn output_that_is_closed_is_no_failure() -> io::Result<()> {
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

/// The exit status says enough if nobody reads the message.
#[test]
fn messages_that_nobody_reads_are_no_panic() -> io::Result<()> {
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
