use crate::wire;

/// What is wrong with one field.
#[derive(Clone)]
#[non_exhaustive]
pub struct FieldViolation {
    /// What is wrong.
    pub description: String,
    /// The field.
    pub field: String,
}

wire::object!(FieldViolation {
    description: "description" required,
    field: "field" required,
});
