//! The struct of the required values of a type or an operation, if there are too many to be told apart by position.

use std::collections::BTreeSet;

use super::docs::{Doc, MemberPhrase};
use super::lint::Lint;
use super::ty::{Argument, Type};

/// A struct with a field for each required value: a literal of it does not compile until all are set.
#[derive(Clone, Debug, PartialEq)]
pub struct Required<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Lints that the document decides about.
    pub lints: Vec<Lint>,
    /// The fields.
    pub fields: Vec<RequiredField<'a>>,
}

/// A required value.
#[derive(Clone, Debug, PartialEq)]
pub struct RequiredField<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// The value as a function takes it.
    pub argument: Argument<'a>,
    /// The parameter of the struct that is the type of the field, if the value is converted.
    pub parameter: Option<String>,
}

/// A required value before it has a place in the struct.
pub(super) struct RequiredValue<'a> {
    pub(super) name: &'a str,
    pub(super) ident: &'a str,
    pub(super) argument: Argument<'a>,
}

impl<'a> Required<'a> {
    pub(super) fn new(ident: &'a str, docs: Doc<'a>, values: Vec<RequiredValue<'a>>) -> Self {
        let taken = types(&values);
        let parameters = (1..).map(|number| format!("T{number}"));
        let mut parameters = parameters.filter(|name| !taken.contains(name.as_str()));
        let flags = values.iter().map(|it| &it.argument);
        let lint = Lint::many_flags(flags.filter(|it| **it == Argument::Value(Type::Bool)));
        let fields = values.into_iter().map(|value| {
            let parameter = match value.argument {
                Argument::Value(_) | Argument::Reference(_) => None,
                Argument::Text
                | Argument::Integer(_)
                | Argument::Into(_)
                | Argument::IntoEnum(_)
                | Argument::Items(..)
                | Argument::Entries(..) => parameters.next(),
            };
            let shown = parameter.is_some().then(|| value.argument.to_string());
            RequiredField {
                docs: Doc::phrase(MemberPhrase::Required(value.name, shown)),
                ident: value.ident,
                argument: value.argument,
                parameter,
            }
        });
        Self {
            docs,
            ident,
            lints: Vec::from_iter(lint),
            fields: fields.collect(),
        }
    }
}

/// The names of the types that the values mention, which parameters must not hide.
fn types<'a>(values: &[RequiredValue<'a>]) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    for value in values {
        let mut add = |_, name| {
            names.insert(name);
        };
        value.argument.each(&mut |ty| ty.named(&mut add));
        if let Argument::IntoEnum(name) = value.argument {
            names.insert(name);
        }
    }
    names
}
