//! Completions and man pages.

use std::fs;
use std::io;
use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::commands::whole;
use super::failure::{Class, Failure};
use super::output::write;
use super::table::{Table, text};

/// The commands of the program itself.
pub(crate) fn commands() -> [Command; 2] {
    [
        Command::new("completions")
            .about("Prints the completions for a shell, to be loaded by it")
            .arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(["bash", "fish", "powershell", "zsh"]),
            ),
        Command::new("man")
            .about("Writes a man page for each command into a directory")
            .arg(Arg::new("directory").value_name("DIRECTORY").required(true)),
    ]
}

/// Prints the completions for a shell.
///
/// # Errors
///
/// If standard output fails.
pub(crate) fn completions(table: &Table, matches: &ArgMatches) -> Result<(), Failure> {
    let shell = matches
        .get_one::<String>("shell")
        .map_or("", String::as_str);
    let Ok(shell) = shell.parse::<Shell>() else {
        return Err(Failure::usage("the shell is unknown"));
    };
    let name = text(table.head(), "program").unwrap_or_default();
    write(script(table, shell, name).as_bytes())
}

/// The script of a shell. That of bash is generated for a name without hyphens, with which the labels of its cases do not
/// match, and then registered for the program.
fn script(table: &Table, shell: Shell, name: &str) -> String {
    let generated = match shell {
        Shell::Bash => name.replace('-', "_"),
        _ => name.to_owned(),
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole(table), &*generated, &mut script);
    let script = String::from_utf8_lossy(&script);
    let registered = |name: &str| ["-o default ", name, "\n"].concat();
    script.replace(&registered(&generated), &registered(name))
}

/// Writes the man pages.
///
/// # Errors
///
/// If a file cannot be written.
pub(crate) fn man(table: &Table, matches: &ArgMatches) -> Result<(), Failure> {
    let directory = matches
        .get_one::<String>("directory")
        .map_or("", String::as_str);
    let mut program = whole(table);
    program.build();
    let directory = Path::new(directory);
    let name = text(table.head(), "program").unwrap_or_default();
    let written = fs::create_dir_all(directory).and_then(|()| pages(&program, name, directory));
    written.map_err(|error| Failure::new(Class::Other, format!("the man pages: {error}")))
}

fn pages(command: &Command, name: &str, directory: &Path) -> io::Result<()> {
    let mut page = Vec::new();
    Man::new(command.clone()).title(name).render(&mut page)?;
    fs::write(directory.join(format!("{name}.1")), page)?;
    for inner in command.get_subcommands() {
        pages(inner, &format!("{name}-{}", inner.get_name()), directory)?;
    }
    Ok(())
}
