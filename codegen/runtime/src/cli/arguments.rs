//! The arguments of a command. All problems of them are reported together, of which clap reports the first one only.

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Command};

use super::failure::{Problem, problem};

/// The arguments of a command.
#[derive(Default)]
pub(crate) struct Arguments {
    /// Those that the command has, each with its value in one word.
    pub(crate) valid: Vec<String>,
    /// The problems of the others.
    pub(crate) problems: Vec<Problem>,
}

/// Sorts the words behind the name of a command.
pub(crate) fn arguments(command: &Command, words: &[&str]) -> Arguments {
    let is_help = |it: &&&str| matches!(**it, "-h" | "--help");
    if let Some(help) = words.iter().find(is_help) {
        return Arguments {
            valid: vec![(*help).to_owned()],
            problems: Vec::new(),
        };
    }
    let mut sorted = Sorted {
        command,
        found: Arguments::default(),
        once: Vec::new(),
    };
    let mut rest = words;
    while let Some((word, others)) = rest.split_first() {
        rest = sorted.word(word, others);
    }
    sorted.found
}

struct Sorted<'a> {
    command: &'a Command,
    found: Arguments,
    /// The flags so far that a command has once.
    once: Vec<String>,
}

impl Sorted<'_> {
    /// Sorts a word, and returns those behind it and its value.
    fn word<'w>(&mut self, word: &str, rest: &'w [&'w str]) -> &'w [&'w str] {
        let Some(flag) = word.strip_prefix("--").filter(|it| !it.is_empty()) else {
            self.report(word, "is not expected; flags begin with `--`");
            return rest;
        };
        let (name, value) = match flag.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (flag, None),
        };
        let place = ["--", name].concat();
        let Some(arg) = find(self.command, name) else {
            let message = match suggestion(self.command, &place) {
                Some(other) => format!("is unknown; did you mean `{other}`?"),
                None => "is unknown".to_owned(),
            };
            self.report(&place, &message);
            let has_value = value.is_none() && rest.first().is_some_and(|it| !it.starts_with('-'));
            return rest.get(usize::from(has_value)..).unwrap_or_default();
        };
        let next = rest.first().filter(|next| self.is_value(arg, next));
        let is_taken = value.is_none() && next.is_some() && arg.get_action().takes_values();
        match value.or(next.copied().filter(|_| is_taken)) {
            Some(_) if !arg.get_action().takes_values() => self.report(&place, "takes no value"),
            None if arg.get_action().takes_values() && !is_optional(arg) => {
                self.report(&place, "needs a value");
            }
            value => self.add(arg, &place, value),
        }
        rest.get(usize::from(is_taken)..).unwrap_or_default()
    }

    fn add(&mut self, arg: &Arg, place: &str, value: Option<&str>) {
        if !matches!(arg.get_action(), ArgAction::Append) {
            let id = arg.get_id().as_str();
            if self.once.iter().any(|known| known == id) {
                return self.report(place, "is given several times");
            }
            self.once.push(id.to_owned());
        }
        self.found.valid.push(match value {
            Some(value) => [place, "=", value].concat(),
            None => place.to_owned(),
        });
    }

    /// Whether a word is the value of the flag before it. A value may begin with a hyphen, as negative numbers do.
    fn is_value(&self, arg: &Arg, word: &str) -> bool {
        let Some(rest) = word.strip_prefix("--") else {
            return !(is_optional(arg) && word.starts_with('-'));
        };
        let (name, _) = rest.split_once('=').unwrap_or((rest, ""));
        !is_optional(arg) && find(self.command, name).is_none()
    }

    fn report(&mut self, place: &str, message: &str) {
        self.found.problems.push(problem(place, message));
    }
}

/// The argument with this flag.
fn find<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    let mut arguments = command.get_arguments();
    arguments.find(|it| {
        let aliases = it.get_all_aliases().unwrap_or_default();
        it.get_long() == Some(name) || aliases.contains(&name)
    })
}

/// Whether the flag may be without a value.
fn is_optional(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|it| it.min_values() == 0)
}

/// The flag that is most similar to an unknown one.
fn suggestion(command: &Command, flag: &str) -> Option<String> {
    let parsed = command.clone().try_get_matches_from(["", flag]);
    match parsed.err()?.get(ContextKind::SuggestedArg)? {
        ContextValue::String(other) => Some(other.clone()),
        _ => None,
    }
}
