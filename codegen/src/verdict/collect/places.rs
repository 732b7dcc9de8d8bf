use crate::diagnostic::{Moves, Pointer};
use crate::plan::{Cfg, Condition, Features};

/// The places of the text where parts of the document are written.
pub(super) struct Places<'a>(pub(super) &'a Moves);

impl Places<'_> {
    pub(super) fn at(&self, origin: &Pointer) -> String {
        self.0.written(origin).as_str().to_owned()
    }
}

/// The features of which an item needs any.
pub(super) fn condition(condition: &Condition<'_>) -> Option<String> {
    let features = &condition.0;
    (!features.is_empty()).then(|| features.join(", "))
}

/// The features of all conditions, of each of which the item needs any.
pub(super) fn features_of(cfg: &Cfg<'_>, features: &Features<'_>) -> Option<String> {
    let conditions = cfg.0.iter().filter_map(|it| {
        let tags = features.of(it).collect();
        condition(&Condition(tags))
    });
    let conditions: Vec<_> = conditions.collect();
    (!conditions.is_empty()).then(|| conditions.join(" & "))
}
