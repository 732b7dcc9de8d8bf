use crate::parts::{CLI, COMMAND_LINE};
use crate::plan::command_line::CommandLine;
use crate::plan::condition::Condition;

/// The parts that items use themselves.
#[derive(Default)]
pub(in crate::plan) struct Roots<'a>(pub(super) Vec<(&'static str, Condition<'a>)>);

impl<'a> Roots<'a> {
    /// The parts are used whatever features there are.
    pub(super) fn always(&mut self, files: &[&'static str]) {
        self.under(&Condition::default(), files);
    }

    /// The program of the command line is used with its feature, and so is everything that it needs.
    pub(in crate::plan) fn command_line(&mut self, line: Option<&CommandLine<'_>>) {
        if line.is_some() {
            self.under(&Condition(vec![CLI]), COMMAND_LINE);
        }
    }

    pub(super) fn has(&self, file: &str) -> bool {
        self.0.iter().any(|(root, _)| *root == file)
    }

    pub(super) fn under(&mut self, condition: &Condition<'a>, files: &[&'static str]) {
        let files = files.iter();
        self.0.extend(files.map(|file| (*file, condition.clone())));
    }
}
