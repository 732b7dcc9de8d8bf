//! What the crate documentation and the README have in common.

use super::model::NamedOperation;
use super::{Model, credentials, markdown, operation, tag};
use crate::ir::{Check, Scalar, Shape};

/// Whether names are links: they are in rustdoc, and lead nowhere in a README.
#[derive(Clone, Copy)]
pub(super) enum Links {
    Rustdoc,
    Plain,
}

impl Links {
    /// Text in which names of the crate are links, or are not.
    pub(super) fn text(self, text: &str) -> String {
        match self {
            Self::Rustdoc => text.to_owned(),
            Self::Plain => text.replace("[`", "`").replace("`]", "`"),
        }
    }
}

/// A table of all operations.
pub(super) fn operations(model: &Model<'_>, links: Links) -> String {
    let mut rows = vec![
        "| Call | Request | |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    for (_, names, operations) in tag::used(model) {
        rows.extend(
            operations
                .into_iter()
                .map(|operation| operation_row(&names.ident, &names.module, operation, links)),
        );
    }
    rows.join("\n")
}

fn operation_row(
    handle: &str,
    accessor: &str,
    operation: NamedOperation<'_>,
    links: Links,
) -> String {
    let method = &operation.names.method;
    let call = markdown::code(&format!("{accessor}().{method}(..)"));
    let call = match links {
        // A link to a raw identifier goes without its mark.
        Links::Rustdoc => {
            let target = method.trim_start_matches("r#");
            format!("[{call}](api::{handle}::{target})")
        }
        Links::Plain => call,
    };
    let request = operation::request_line(operation);
    let summary = operation.def.docs.summary.as_deref();
    let summary = markdown::cell(summary.unwrap_or_default());
    let deprecated = if operation.def.deprecated {
        " **Deprecated.**"
    } else {
        ""
    };
    format!("| {call} | {request} | {summary}{deprecated} |")
}

/// Where credentials come from, when the environment may have them.
pub(super) fn credentials(model: &Model<'_>) -> Option<String> {
    let schemes = model.api.security_schemes.values();
    let variables = credentials::variables(model, schemes.map(|scheme| &scheme.kind));
    let prefix = &model.options.environment.as_ref()?.prefix;
    (!variables.is_empty()).then(|| {
        format!(
            "`Client::from_env` reads {}. `{prefix}_BASE_URL` moves the client to another host. \
             `Client::builder` takes credentials from elsewhere.",
            variables.join(", or ")
        )
    })
}

/// What the crate knows less about than the document; empty when there is nothing.
pub(super) fn gaps(model: &Model<'_>) -> String {
    let types = model.types().filter_map(|ty| {
        let name = &ty.names.ident;
        let gap = match &ty.def.shape {
            Shape::Union(_) => {
                let mut variants = ty.facts.variants.iter();
                variants.find(|variant| !variant.is_told_apart)?;
                "a value that more than one variant may be stays JSON".to_owned()
            }
            Shape::Scalar(Scalar::Text(rules, _)) => match &rules.pattern.as_ref()?.check {
                Check::Unchecked(reason) => {
                    format!("its pattern is not checked: {}", markdown::inline(reason))
                }
                Check::Automaton(_) => return None,
            },
            _ => return None,
        };
        Some(format!("* `types::{name}`: {gap}"))
    });
    types.collect::<Vec<_>>().join("\n")
}
