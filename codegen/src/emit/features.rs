//! Features of the crate: those of every client, and one for each group of operations where there are several.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::NamedOperation;
use super::{Model, markdown, runtime};
use crate::analyze::Availability;
use crate::name::TagNames;

/// A condition of compilation, for an attribute; nothing where there is no condition.
pub(super) struct Condition(Option<TokenStream>);

impl Condition {
    /// Of what is there only with these groups.
    pub(super) fn of(model: &Model<'_>, availability: &Availability) -> Self {
        let groups = match availability {
            Availability::Always => None,
            Availability::With(groups) => Some(groups),
        };
        let names = groups.into_iter().flatten();
        let names = names.filter_map(|group| model.names.tags.get(*group));
        Self::any(names.filter_map(|names| names.feature.as_deref()))
    }

    /// Of what belongs to one group.
    pub(super) fn group(names: &TagNames) -> Self {
        Self::any(names.feature.as_deref().into_iter())
    }

    fn any<'n>(features: impl Iterator<Item = &'n str>) -> Self {
        let features: Vec<_> = features.map(|name| quote!(feature = #name)).collect();
        Self(match features.as_slice() {
            [] => None,
            [only] => Some(only.clone()),
            several => Some(quote!(any(#(#several),*))),
        })
    }

    /// On an item.
    pub(super) fn outer(&self) -> TokenStream {
        let condition = self.0.iter();
        quote!(#(#[cfg(#condition)])*)
    }

    /// At the top of a file.
    pub(super) fn inner(&self) -> TokenStream {
        let condition = self.0.iter();
        quote!(#(#![cfg(#condition)])*)
    }
}

/// The feature of an operation's group.
pub(super) fn of<'a>(model: &Model<'a>, operation: NamedOperation<'_>) -> Option<&'a str> {
    model
        .names
        .tags
        .get(operation.facts.group)?
        .feature
        .as_deref()
}

/// All features of groups, in the order of the groups.
fn groups<'a>(model: &Model<'a>) -> impl Iterator<Item = (&'a str, &'a TagNames)> {
    let names = model.names.tags.iter();
    names.filter_map(|names| Some((names.feature.as_deref()?, names)))
}

/// The section of the manifest.
pub(super) fn manifest(model: &Model<'_>) -> String {
    let section = runtime::section("features");
    let groups: Vec<_> = groups(model).map(|(feature, _)| feature).collect();
    if groups.is_empty() {
        return section;
    }
    let all = ["rustls"].into_iter().chain(groups.iter().copied());
    let all: Vec<_> = all.map(|feature| format!("    {feature:?},")).collect();
    let default = format!("default = [\n{}\n]", all.join("\n"));
    let lines = groups.iter().map(|feature| format!("{feature} = []\n"));
    let lines: Vec<_> = lines.collect();
    format!(
        "{}{NOTE}{}",
        section.replacen("default = [\"rustls\"]", &default, 1),
        lines.concat()
    )
}

const NOTE: &str = "# The groups of operations, each with the types that nothing else needs.\n";

/// The same for people: name and meaning, as the manifest of the runtime has them, then the groups.
pub(super) fn overview(model: &Model<'_>) -> String {
    let mut rows = Vec::new();
    let mut meaning = Vec::new();
    for line in runtime::section("features").lines().skip(1) {
        if let Some(comment) = line.strip_prefix("# ") {
            meaning.push(comment);
        } else if let Some((name, _)) = line.split_once(" = ") {
            if !meaning.is_empty() {
                rows.push(format!("* `{name}`: {}", meaning.join(" ")));
            }
            meaning.clear();
        }
    }
    let groups: Vec<_> = groups(model)
        .map(|(feature, names)| {
            let accessor = markdown::code(&format!("{}()", names.module));
            format!("* `{feature}`: {accessor}")
        })
        .collect();
    if !groups.is_empty() {
        rows.push(format!("\n{GROUPS}\n"));
        rows.extend(groups);
    }
    rows.join("\n")
}

const GROUPS: &str = "\
Each group of operations is a feature, with the types that nothing else needs. All of them are on by default; a program
that turns the default off and names the groups that it calls compiles less.";
