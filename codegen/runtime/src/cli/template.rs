//! Bodies that pass validation, as templates.

use serde_json::Value;

use super::failure::Failure;
use super::fields::media;
use super::output::{line, pretty};
use super::sample::{Extent, alternative, sample, tagged};
use super::schema::Form;
use super::selected::Selected;
use super::table::Table;

/// Prints a body for each alternative.
///
/// # Errors
///
/// If the body has no template.
pub(crate) fn print(table: &Table, selected: &Selected) -> Result<(), Failure> {
    let bodies = templates(table, selected);
    if bodies.is_empty() {
        return Err(Failure::usage("the body has no template"));
    }
    bodies.iter().try_for_each(|body| line(&pretty(body)))
}

/// A body for each alternative.
pub(crate) fn templates(table: &Table, selected: &Selected) -> Vec<Value> {
    let Some(ty) = media(selected.value).and_then(|it| it.get("type")) else {
        return Vec::new();
    };
    let schema = table.schema(ty);
    let bodies: Vec<_> = match schema.form {
        Form::Tagged(property, variants) => variants
            .iter()
            .filter_map(|it| tagged(table, property, it, Extent::Whole, 0))
            .collect(),
        Form::Untagged(variants) => variants
            .iter()
            .filter_map(|it| alternative(table, it, Extent::Whole, 0))
            .collect(),
        _ => sample(table, schema, Extent::Whole).into_iter().collect(),
    };
    bodies
}
