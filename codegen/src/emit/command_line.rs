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
through the client, with the credentials and the base URL of the environment.\n\n\
```sh\n\
cargo run --features cli -- {command} --help\n\
cargo run --features cli -- search WORDS\n\
cargo run --features cli -- completions bash > {program}.bash\n\
```\n\n{COMMANDS}"
    )
}

const COMMANDS: &str = "\
Parameters and properties of the body are flags with the names of the document; the body can also come from `--file`. Everything is
validated before anything is sent, and all problems are reported together. `--body-template` prints a body, and `--dry-run` a `curl`
command without secrets. Results are JSON on standard output. A failure is one JSON object on standard error, and the exit status is
its class: 2 usage, 3 credentials, 4 not found, 5 conflict, 6 rate limited, 7 server, 8 transport, 9 other, 130 interrupted.

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
