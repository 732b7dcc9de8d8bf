//! Lists in pages: which operations return one, and how their next page is requested.

mod bind;
mod body;
mod found;
mod infer;
mod overview;
mod parameter;
mod plain;
mod problem;

pub use bind::{More, Next, Pages, Size, Source, Step};
pub use body::Presence;

pub use overview::Overview;
pub(super) use overview::overview;

use super::model::{Model, NamedOperation};
use body::Body;

/// How the list that an operation returns is divided into pages, if it is.
pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Pages<'a>> {
    let body = Body::of(model, operation)?;
    let pagination = infer::infer(&body)?;
    bind::bind(&body, &pagination, Source::Inferred).ok()
}
