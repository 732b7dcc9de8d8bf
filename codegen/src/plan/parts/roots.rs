use crate::plan::condition::Condition;

/// The parts that items use themselves.
#[derive(Default)]
pub(super) struct Roots<'a>(pub(super) Vec<(&'static str, Condition<'a>)>);

impl<'a> Roots<'a> {
    /// The parts are used whatever features there are.
    pub(super) fn always(&mut self, files: &[&'static str]) {
        self.under(&Condition::default(), files);
    }

    pub(super) fn has(&self, file: &str) -> bool {
        self.0.iter().any(|(root, _)| *root == file)
    }

    pub(super) fn under(&mut self, condition: &Condition<'a>, files: &[&'static str]) {
        let files = files.iter();
        self.0.extend(files.map(|file| (*file, condition.clone())));
    }
}
