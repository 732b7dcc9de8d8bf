//! Responses on standard output, which is the same on a terminal and in a pipe.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, IsTerminal, Write};

use bytes::Bytes;
use clap::ArgMatches;
use serde_json::Value;

use super::failure::{Class, Failure, Problem, problem};
use super::filter::filter;
use super::grid::grid;
use super::own;
use super::table::texts;

/// The form of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Json,
    Raw,
    Table,
}

/// How and where a response is printed.
pub(crate) struct Output {
    format: Format,
    filter: Option<String>,
    /// The keys that lead to the items of a list, which a table consists of.
    items: Vec<&'static str>,
    /// The rows of a table, whose columns depend on all of them.
    rows: Vec<Value>,
    file: Option<File>,
}

impl Output {
    /// The output that the flags describe.
    pub(crate) fn of(
        command: &'static Value,
        matches: &ArgMatches,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let get = |flag: &str| matches.get_one::<String>(&own::id(flag));
        let format = match get("output").map(String::as_str) {
            None | Some("json") => Format::Json,
            Some("raw") => Format::Raw,
            Some("table") => Format::Table,
            Some(_) => {
                problems.push(problem("--output", "is not `json`, `raw` or `table`"));
                Format::Json
            }
        };
        let filter = get("filter").cloned();
        if filter.is_some() && format == Format::Raw {
            problems.push(problem("--filter", "does not apply to --output raw"));
        }
        let pages = command.get("pages").unwrap_or(&Value::Null);
        Self {
            format,
            filter,
            items: texts(pages, "items").collect(),
            rows: Vec::new(),
            file: None,
        }
    }

    /// Creates the file, if there is one. It is not created before the request is valid.
    ///
    /// # Errors
    ///
    /// If it cannot be created.
    pub(crate) fn open(&mut self, matches: &ArgMatches) -> Result<(), Failure> {
        if let Some(path) = matches.get_one::<String>(&own::id("output-file")) {
            let file = File::create(path);
            let failed =
                |error| Failure::usage(format!("--output-file cannot be created: {error}"));
            self.file = Some(file.map_err(failed)?);
        }
        Ok(())
    }

    /// Prints the body of a response. A body that is not JSON is printed as it is; not on a terminal if it is not text.
    ///
    /// # Errors
    ///
    /// If the output fails.
    pub(crate) fn print(&mut self, body: &Bytes) -> Result<(), Failure> {
        let json = match self.format {
            Format::Json | Format::Table => serde_json::from_slice::<Value>(body).ok(),
            Format::Raw => None,
        };
        if let Some(value) = json {
            let is_list = self.format == Format::Table && self.filter.is_none();
            let mut keys = self.items.iter().filter(|_| is_list);
            let items = keys.try_fold(&value, |value, key| value.get(*key));
            return self.value(items.unwrap_or(&value), &pretty);
        }
        let is_text = std::str::from_utf8(body).is_ok();
        if !is_text && self.file.is_none() && io::stdout().is_terminal() {
            let message = "the response is not text; use --output-file FILE or a pipe";
            return Err(Failure::new(Class::Other, message));
        }
        self.write(body)
    }

    /// Prints one of several values, on one line. A table is printed by [`finish`](Self::finish).
    ///
    /// # Errors
    ///
    /// If the output fails.
    pub(crate) fn item(&mut self, value: &Value) -> Result<(), Failure> {
        if self.format == Format::Table {
            self.rows.push(self.filtered(value).into_owned());
            return Ok(());
        }
        self.value(value, &Value::to_string)
    }

    /// Prints the rows of a table after the last item.
    ///
    /// # Errors
    ///
    /// If the output fails.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        self.write(grid(&Value::Array(rows)).as_bytes())
    }

    fn filtered<'v>(&self, value: &'v Value) -> Cow<'v, Value> {
        match &self.filter {
            Some(path) => Cow::Owned(filter(value, path)),
            None => Cow::Borrowed(value),
        }
    }

    fn value(&mut self, value: &Value, text: &dyn Fn(&Value) -> String) -> Result<(), Failure> {
        let value = self.filtered(value);
        let text = match self.format {
            Format::Table => grid(&value),
            Format::Json | Format::Raw => text(&value) + "\n",
        };
        self.write(text.as_bytes())
    }

    /// Writes bytes as they are.
    ///
    /// # Errors
    ///
    /// If the output fails.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match &mut self.file {
            None => write(bytes),
            Some(file) => {
                let failed = |error| Failure::new(Class::Other, format!("--output-file: {error}"));
                file.write_all(bytes).map_err(failed)
            }
        }
    }
}

/// JSON with two spaces for each level. A value always serializes.
pub(crate) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Prints a line.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    write(&[text.as_bytes(), b"\n"].concat())
}

/// Prints bytes. A reader that closes its end has seen enough.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = output.write_all(bytes).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            Err(Failure::new(Class::Closed, "standard output is closed"))
        }
        Err(error) => {
            let message = format!("standard output: {error}");
            Err(Failure::new(Class::Other, message))
        }
        Ok(()) => Ok(()),
    }
}
