use crate::wire;

use super::FieldViolation;

/// What is wrong with a request.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct BadRequestDetail {
    /// One entry for each bad field.
    pub fields: Option<Vec<FieldViolation>>,
}

wire::object!(BadRequestDetail { fields: "fields" });
