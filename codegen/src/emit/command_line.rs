//! The program of the command line, and the words of its data.

use proc_macro2::TokenStream;
use quote::quote;
use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::docs::words as note;
use super::ident::ident;
use super::markdown;
use crate::plan::command_line::{Notes, Prose, Settings, Shown};

/// `src/bin/NAME.rs`
pub(super) fn binary(library: &str, settings: Settings) -> TokenStream {
    let library = ident(library);
    let environment = match settings {
        Settings::Environment => quote!(.with_environment()),
        Settings::None => quote!(),
    };
    quote! {
        #![doc = " The command line of the API."]
        use std::process::ExitCode;

        fn main() -> ExitCode {
            let client = #library::Client::builder() #environment;
            #library::cli::main(client, include_str!("../cli/api.json"))
        }
    }
}

/// The section of the documentation.
pub(super) fn section(shown: &Shown) -> String {
    let (program, command) = (&shown.program, &shown.command);
    format!(
        "With the feature `cli`, the crate has the program `{program}` with a command for each operation. It sends requests\n\
through the client, with the credentials and the base URL of the environment. It needs no types of operations, and builds faster\n\
without them.\n\n\
```sh\n\
cargo install --path . --no-default-features --features cli,rustls\n\
{program} search WORDS\n\
{program} {command} --help\n\
{program} completions bash > {program}.bash\n\
```\n\n{COMMANDS}"
    )
}

const COMMANDS: &str = "\
The help of a command ends with an example that is complete; with `--dry-run`, it prints a `curl` command without secrets and sends
nothing. Parameters and properties of the body are flags with the names of the document. The body can also come from `--file`, and
`--body-template` prints one to begin with. Everything is validated before anything is sent, and all problems are reported together.

Results are JSON on standard output: `--filter results[].id` selects a part, `--output table` is for people. A failure is one JSON
object on standard error, and the exit status is its class:

| exit status | failure |
|---|---|
| 2 | usage: an argument or the body is invalid, and nothing was sent |
| 3 | credentials are missing or rejected (401, 403) |
| 4 | not found (404, 410) |
| 5 | conflict (409, 412) |
| 6 | rate limited |
| 7 | the server failed (5xx) |
| 8 | transport: no connection, a timeout, or a truncated response |
| 9 | other |
| 130 | interrupted; the message says whether the request had been sent |

`cli::main` runs the same program with another client, such as one with other credentials or interceptors.";

/// As text for a terminal.
impl Serialize for Prose<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&markdown::plain(self.markdown))
    }
}

/// A sentence for each.
impl Serialize for Notes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut notes = serializer.serialize_seq(Some(self.0.len()))?;
        for note in &self.0 {
            notes.serialize_element(&markdown::plain(&self::note(note)))?;
        }
        notes.end()
    }
}
