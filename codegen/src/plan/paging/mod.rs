//! Lists in pages: which operations return one, and how their next page is requested.
//!
//! The settings correct what the document declares. Without either, names and types must agree with a known shape.

mod bind;
pub(super) mod body;
mod check;
mod found;
mod infer;
mod overview;
mod parameter;
mod problem;
#[cfg(test)]
mod tests;

pub use bind::{More, Next, Pages, Size, Source, Step};
pub use body::Presence;
pub(crate) use check::check;
pub use overview::Overview;
pub(super) use overview::overview;

use super::model::{Model, NamedOperation};
use super::settings;
use crate::ir::Pagination;
use crate::options::PaginationOption;
use body::Body;
use problem::Problem;

/// How the list that an operation returns is divided into pages, if it is.
pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Pages<'a>> {
    decide(model, operation).ok()?
}

/// The same, or why the document or the settings do not fit the operation.
fn decide<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
) -> Result<Option<Pages<'a>>, (Source, Problem)> {
    let body = Body::of(model, operation);
    let (pagination, source) = match settings::of(&model.options.pagination, operation.def) {
        Some(PaginationOption::Off) => return Ok(None),
        Some(PaginationOption::Pages(options)) => {
            let base = body.as_ref().and_then(|body| without_settings(body).0);
            (Some(options.correct(base)), Source::Settings)
        }
        None => match &body {
            Some(body) => without_settings(body),
            None => (declared(operation), Source::Declared),
        },
    };
    let Some(pagination) = pagination else {
        return Ok(None);
    };
    let body = body.ok_or((source, Problem::NoBody))?;
    let bound = bind::bind(&body, &pagination, source);
    bound.map(Some).map_err(|problem| (source, problem))
}

/// The pages that the document declares, or else implies.
fn without_settings(body: &Body<'_>) -> (Option<Pagination>, Source) {
    match &body.operation.def.pages {
        Some(_) => (declared(body.operation), Source::Declared),
        None => (infer::infer(body), Source::Inferred),
    }
}

fn declared(operation: NamedOperation<'_>) -> Option<Pagination> {
    operation.def.pages.as_ref()?.pagination.clone()
}
