//! Strings and integers with rules.

use super::super::docs::{Doc, TypePhrase};
use super::super::model::NamedType;
use super::super::rich::Rich;
use super::super::ty::Type;
use super::docs;
use super::patterns::Names;
use crate::analyze::Secrecy;
use crate::ir::{self, IntegerBounds, TextRules};

/// A string with rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Text<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Whether its values are printed.
    pub secrecy: Secrecy,
    /// The pattern that the document gives.
    pub pattern: Option<&'a str>,
    /// The static with the automaton that checks it.
    pub automaton: Option<&'a str>,
    /// Least number of code points.
    pub min_length: Option<u64>,
    /// Greatest number of code points.
    pub max_length: Option<u64>,
    /// Its format, if that has a value.
    pub rich: Option<&'static Rich>,
}

/// An integer with rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Integer<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Its width.
    pub width: ir::Integer,
    /// Its rules.
    pub bounds: IntegerBounds,
}

impl Integer<'_> {
    /// The type of the integer.
    #[must_use]
    pub fn repr(&self) -> Type<'static> {
        Type::Integer(self.width)
    }
}

pub(super) fn text<'a>(
    names: &Names<'a>,
    ty: NamedType<'a>,
    rules: &'a TextRules,
    rich: Option<&'static Rich>,
) -> Text<'a> {
    let (min_length, max_length) = (rules.min_length, rules.max_length);
    let has_length = min_length.is_some() || max_length.is_some();
    let pattern = rules.pattern.as_ref();
    Text {
        docs: docs::of(ty)
            .with_all(pattern.map(TypePhrase::Pattern))
            .with_all(has_length.then_some(TypePhrase::Length(min_length, max_length))),
        ident: ty.ident(),
        secrecy: ty.facts.secrecy,
        pattern: pattern.map(|pattern| pattern.source.as_str()),
        automaton: pattern.and_then(|pattern| names.find(pattern)),
        min_length,
        max_length,
        rich,
    }
}

pub(super) fn integer(ty: NamedType<'_>, bounds: IntegerBounds, width: ir::Integer) -> Integer<'_> {
    let (minimum, maximum) = (bounds.minimum, bounds.maximum);
    let has_range = minimum.is_some() || maximum.is_some();
    Integer {
        docs: docs::of(ty)
            .with_all(has_range.then_some(TypePhrase::Range(minimum, maximum)))
            .with_all(bounds.multiple_of.map(TypePhrase::MultipleOf)),
        ident: ty.ident(),
        width,
        bounds,
    }
}
