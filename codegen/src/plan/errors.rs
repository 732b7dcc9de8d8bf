//! Where the bodies of errors have a code, a message, and field errors.
//!
//! The settings decide. Without them, they are inferred from the names of properties in the types of all failures.

mod fields;
mod infer;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::model::Model;
use crate::options::{FieldErrorOptions, RetryAfterOptions};

/// The places of values in the bodies of errors, as JSON Pointers (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors<'a> {
    /// The code for programs: the first pointer to a string is used.
    pub code: Vec<Cow<'a, str>>,
    /// The message for people, likewise.
    pub message: Vec<Cow<'a, str>>,
    /// Lists of field errors: the first one that is not empty is used.
    pub fields: Vec<FieldErrorOptions>,
    /// Seconds to wait before the next attempt.
    pub retry_after: Option<&'a RetryAfterOptions>,
    /// A substring of codes that mean that the rate limit was exceeded.
    pub rate_limited: Option<&'a str>,
}

pub(super) fn plan<'a>(model: &Model<'a>) -> Errors<'a> {
    let options = &model.options.error;
    let inferred = infer::infer(&model.api.types, &model.facts.errors);
    let given = |pointers: &'a Option<Vec<String>>, inferred: Vec<String>| match pointers {
        Some(given) => given.iter().map(|it| it.as_str().into()).collect(),
        None => inferred.into_iter().map(Cow::Owned).collect(),
    };
    Errors {
        code: given(&options.code, inferred.code),
        message: given(&options.message, inferred.message),
        fields: match &options.fields {
            Some(given) => given.clone(),
            None => fields::infer(&model.api.types, &model.facts.errors),
        },
        retry_after: options.retry_after_seconds.as_ref(),
        rate_limited: options.rate_limited.as_deref(),
    }
}
