//! Random decisions, one after the other; when they run out, the first possibility is taken.

pub(crate) struct Choices {
    values: std::vec::IntoIter<u16>,
}

impl Choices {
    pub(crate) fn new(values: Vec<u16>) -> Self {
        Self {
            values: values.into_iter(),
        }
    }

    /// A number below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let value = self.values.next().unwrap_or_default();
        usize::from(value) % count.max(1)
    }

    pub(crate) fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// Whether something happens that does so once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// Whether there are decisions left: what is made up ends with them.
    pub(crate) fn are_left(&self) -> bool {
        self.values.len() > 0
    }
}
