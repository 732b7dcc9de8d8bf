//! Strings with a pattern.

use crate::ir::{Scalar, TextRules};
use crate::load::{Schema, keyword};
use crate::lower::context::Context;
use crate::pattern::Length;

pub(super) fn text<'d>(cx: &mut Context<'d, '_>, schema: &Schema<'d>) -> Scalar {
    let mut rules = TextRules {
        pattern: None,
        min_length: schema.min_length(),
        max_length: schema.max_length(),
    };
    let pattern = schema.get(keyword::PATTERN);
    let pattern = pattern.and_then(|it| cx.patterns.check(&it, &mut cx.findings));
    if let Some((pattern, Length { min, max })) = pattern {
        rules.pattern = Some(pattern);
        rules.min_length = rules.min_length.max((min > 0).then_some(min));
        rules.max_length = rules.max_length.into_iter().chain(max).min();
    }
    Scalar::Text(rules, cx.schemas.string_format(schema))
}
