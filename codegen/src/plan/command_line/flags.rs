//! Parameters as flags.

// The list of the program itself.
#[path = "../../../runtime/src/cli/reserved.rs"]
mod reserved;

use std::collections::BTreeSet;

use serde::Serialize;

use super::prose::{Notes, Prose};
use super::reference::{Json, Reference};
use crate::ir::{Location, Parameter, Reserved, Style};
use crate::options::CliOptions;
use crate::plan::model::{Model, NamedOperation, NamedParameter};
use reserved::RESERVED;

/// How a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// Its location.
    #[serde(rename = "in")]
    pub location: &'static str,
    /// Its style.
    pub style: &'static str,
    /// Whether an array or object becomes several parameters.
    #[serde(skip_serializing_if = "is_false")]
    pub explode: bool,
    /// Whether reserved characters are sent unchanged.
    #[serde(skip_serializing_if = "is_false")]
    pub reserved: bool,
}

impl Sent {
    fn parameter(def: &Parameter) -> Self {
        Self {
            location: location(def.location),
            ..Self::field(def.style, def.explode, def.reserved)
        }
    }

    /// How a property of a form is sent: like a query parameter.
    pub(super) fn field(style: Style, explode: bool, reserved: Reserved) -> Self {
        Self {
            location: location(Location::Query),
            style: self::style(style),
            explode,
            reserved: reserved == Reserved::Allowed,
        }
    }
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flag<'a> {
    /// Its name in the document.
    pub name: &'a str,
    /// The flag.
    pub flag: String,
    /// Other names of the flag.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<&'a str>,
    /// How it is sent.
    #[serde(flatten)]
    pub sent: Sent,
    /// Whether it is required.
    #[serde(skip_serializing_if = "is_false")]
    pub required: bool,
    /// The type of its value.
    #[serde(rename = "type")]
    pub ty: Reference<'a>,
    /// The only value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<Json>,
    /// The default of the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Json>,
    /// The text that is sent if it is required and not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implied: Option<&'a str>,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
    /// Its rules.
    #[serde(skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes<'a>,
    /// Whether it is deprecated.
    #[serde(skip_serializing_if = "is_false")]
    pub deprecated: bool,
}

/// The flags of an operation.
pub(super) fn plan<'a>(
    model: &Model<'a>,
    options: &'a CliOptions,
    operation: NamedOperation<'a>,
) -> Vec<Flag<'a>> {
    let parameters = || {
        operation
            .def
            .parameter_ids()
            .map(|id| operation.parameter(id))
    };
    let names: BTreeSet<&str> = parameters().map(|it| it.def.name.as_str()).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let flags = parameters().map(|parameter| {
        let mut flag = flag(model, parameter);
        let aliases = options.parameter_aliases.get(&parameter.def.name);
        let aliases = aliases.into_iter().flatten().map(String::as_str);
        let is_free = |alias: &&str| !names.contains(alias) && !RESERVED.contains(alias);
        let aliases = aliases.filter(is_free);
        flag.aliases = aliases
            .filter(|it| taken.insert((*it).to_owned()))
            .collect();
        flag
    });
    flags.collect()
}

fn flag<'a>(model: &Model<'a>, parameter: NamedParameter<'a>) -> Flag<'a> {
    let def = parameter.def;
    Flag {
        name: &def.name,
        flag: name(parameter),
        aliases: Vec::new(),
        sent: Sent::parameter(def),
        required: def.required,
        ty: Reference::of(model, &def.ty),
        constant: def.constant.as_ref().map(Json::of),
        default: def.default.as_ref().map(Json::of),
        implied: parameter.facts.implied.as_deref(),
        about: Prose::description(&def.docs),
        notes: Notes::of(&def.docs),
        deprecated: def.deprecated,
    }
}

/// The name of the document, with the location in front if it could mean something else.
fn name(parameter: NamedParameter<'_>) -> String {
    let Parameter {
        name, location: at, ..
    } = parameter.def;
    let flag: String = name
        .chars()
        .map(|it| {
            if it == '=' || it.is_whitespace() || it.is_control() {
                '-'
            } else {
                it
            }
        })
        .collect();
    let is_plain = !RESERVED.contains(&&*flag) && !flag.starts_with('-') && !flag.is_empty();
    if is_plain && !parameter.facts.shares_name {
        flag
    } else {
        format!("{}.{flag}", location(*at))
    }
}

fn location(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn style(style: Style) -> &'static str {
    match style {
        Style::Simple => "simple",
        Style::Label => "label",
        Style::Matrix => "matrix",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
        Style::Json => "json",
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}
