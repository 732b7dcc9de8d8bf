use std::fmt::{self, Display, Formatter};

use super::super::example::{Call, CallArguments, Code, Example, Printed, ScriptedError, Setup};
use super::value::{Fields, list};

impl Display for Example<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let frame = &self.frame;
        if !frame.features.is_empty() {
            writeln!(f, "      if {}", frame.features.join(" + "))?;
        }
        match &self.code {
            Code::Call(call) => write!(f, "{call}"),
            Code::FirstCall(setup, call) => write!(f, "      client {setup}\n{call}"),
            Code::Errors(printed) => {
                writeln!(f, "      errors of {:?}, {printed:?}", frame.parameter)
            }
            Code::Blocking(printed) => {
                writeln!(f, "      blocking {:?}, {printed:?}", frame.parameter)
            }
            Code::Retries(printed) => {
                writeln!(f, "      retries of {:?}, {printed:?}", frame.parameter)
            }
            Code::OtherRequest(path, accept) => writeln!(f, "      GET {path} accept {accept:?}"),
            Code::Test(script) => {
                write!(f, "{}", script.call)?;
                writeln!(f, "      compare {:?}", script.compared)?;
                writeln!(f, "      answer {}", script.answer)?;
                match &script.error {
                    ScriptedError::Shared(error) => writeln!(f, "      error {error}"),
                    ScriptedError::Status => Ok(()),
                }
            }
        }
    }
}

impl Display for Call<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some((local, value)) = &self.body {
            writeln!(f, "      let {local} = {value}")?;
        }
        let (tag, method) = (self.tag, self.method);
        let arguments = match &self.arguments {
            CallArguments::Positional(values) => list(values.iter()),
            CallArguments::Named(required, fields) => format!("{required} {}", Fields(fields)),
        };
        let printed = match self.printed {
            Printed::Yes => " printed",
            Printed::No => "",
            Printed::Each => " each printed",
            Printed::AfterWait => " printed after a wait",
            Printed::Waits => " with a wait",
            Printed::Events => " events printed",
        };
        writeln!(f, "      client.{tag}().{method}({arguments}){printed}")
    }
}

impl Display for Setup<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "with {:?}", self.authentication)?;
        match &self.base_url {
            Some(url) => write!(f, " at {url}"),
            None => Ok(()),
        }
    }
}
