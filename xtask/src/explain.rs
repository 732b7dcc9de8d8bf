//! `cargo xtask explain`.

use anyhow::{Result, bail};
use codegen::diagnostic::Code;

use crate::Outcome;

/// Prints what `code` means, or every code with its meaning.
pub(crate) fn run(code: Option<&str>) -> Result<Outcome> {
    let Some(code) = code else {
        for code in Code::ALL {
            println!("{code}:{}", code.explanation());
        }
        return Ok(Outcome::Clean);
    };
    match Code::ALL.iter().find(|known| known.as_str() == code) {
        Some(known) => println!("{}", known.explanation().trim()),
        None => bail!("there is no code `{code}`; `cargo xtask explain` lists them"),
    }
    Ok(Outcome::Clean)
}
