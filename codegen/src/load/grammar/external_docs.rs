use super::{Kind, Object, field, object};

pub(super) static EXTERNAL_DOCS: Object = object(
    "External Documentation Object",
    &[
        field("url", Kind::Text).required(),
        field("description", Kind::Text),
    ],
);
