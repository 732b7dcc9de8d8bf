//! The maintainers' commands.

#[cfg(unix)]
mod contract;

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let command = arguments.next();
    let rest: Vec<OsString> = arguments.collect();
    let result = match command.as_deref().and_then(|name| name.to_str()) {
        #[cfg(unix)]
        Some("contract") => contract::run(&rest),
        _ => {
            eprintln!("usage: cargo xtask contract [ARGUMENTS OF CARGO TEST]");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
