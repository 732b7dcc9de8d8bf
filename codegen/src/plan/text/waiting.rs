use std::fmt::{self, Display, Formatter};

use super::super::waiting::{
    Argument, Deletable, Goal, Place, Polled, Source, Start, Value, Waiter, Waiting, Work,
    WorkSource,
};
use crate::ir::WorkOutcome;

impl Display for Waiting<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(waiter) = &self.waiter {
            writeln!(f, "    waiter {waiter}")?;
        }
        if let Some(start) = &self.start {
            writeln!(f, "    waits {start}")?;
        }
        if let Some(work) = &self.work {
            writeln!(f, "    waits for work {work}")?;
        }
        Ok(())
    }
}

impl Display for Waiter<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)?;
        match &self.polled {
            Polled::Body(_) => {}
            Polled::Pages(item) => write!(f, " of all {item}")?,
        }
        if let Some(items) = self.items {
            write!(f, " in {items:?}")?;
        }
        if !self.state.is_empty() {
            write!(f, " at {}", Places(&self.state))?;
        }
        let states = [("success", self.success), ("failure", self.failure)];
        for (name, states) in states.iter().filter(|(_, states)| !states.is_empty()) {
            write!(f, ", {name} {}", states.join(" "))?;
        }
        if !self.reason.is_empty() {
            write!(f, ", reason {}", Places(&self.reason))?;
        }
        match self.deletable {
            Deletable::No => {}
            Deletable::Yes([]) => f.write_str(", deleted 404")?,
            Deletable::Yes(states) => write!(f, ", deleted 404 {}", states.join(" "))?,
        }
        write!(f, ", every {} s up to {} s", self.interval, self.at_most)
    }
}

impl Display for Start<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.goal {
            Goal::Done => f.write_str("for success")?,
            Goal::Deleted => f.write_str("for deletion")?,
        }
        write!(f, " by {}", self.poll.id)?;
        let mut arguments = self.arguments.iter();
        arguments.try_for_each(|argument| write!(f, ", {argument}"))?;
        match self.source {
            Source::Settings => f.write_str(" (settings)"),
            Source::Inferred => f.write_str(" (inferred)"),
        }
    }
}

impl Display for Work<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let outcome = match self.outcome {
            WorkOutcome::Usual => "usual",
            WorkOutcome::Original => "original",
            WorkOutcome::Location => "location",
            WorkOutcome::Status => "status",
        };
        write!(f, "with {outcome} result {}", self.result)?;
        match self.source {
            WorkSource::Declared => f.write_str(" (declared)"),
            WorkSource::Inferred(header) => write!(f, " (inferred from {header})"),
        }
    }
}

impl Display for Argument<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Parameter(name) if *name == self.parameter => f.write_str(name),
            Value::Parameter(name) => write!(f, "{} = {name}", self.parameter),
            Value::Response(places) => write!(f, "{} = {}", self.parameter, Places(places)),
        }
    }
}

struct Places<'p, 'a>(&'p [Place<'a>]);

impl Display for Places<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let places = self.0.iter().map(|place| match place.variant {
            None => place.pointer.clone(),
            Some((property, value)) => format!("{} if {property} = {value}", place.pointer),
        });
        f.write_str(&places.collect::<Vec<_>>().join(" or "))
    }
}
