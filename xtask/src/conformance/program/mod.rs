//! The program that runs the scenarios: one function for each.

mod call;
mod check;
mod target;

use std::fmt::Write;

use codegen::Stages;
use codegen::plan::{Content, Crate, Scheme};

use self::call::Call;
use self::target::{Target, find};
use super::scenario::{Scenario, Step, Texts};
use crate::expression::Types;

/// The scenarios of a client as a module.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) text: String,
    /// The scenarios, and the last line of the function of each.
    pub(super) functions: Vec<(String, usize)>,
    /// The scenarios that the API of the client cannot express, with the reasons.
    pub(super) inexpressible: Vec<(String, String)>,
}

/// A client with its plan.
pub(super) struct Planned<'a> {
    pub(super) plan: Crate<'a>,
    library: String,
}

impl<'a> Planned<'a> {
    pub(super) fn new(stages: &'a Stages) -> Self {
        let plan = stages.plan();
        let library = plan
            .package
            .name
            .as_deref()
            .unwrap_or_default()
            .replace('-', "_");
        Self { plan, library }
    }

    /// Whether the client has operations for all requests of a scenario.
    pub(super) fn has(&self, scenario: &Scenario) -> bool {
        scenario
            .steps
            .iter()
            .all(|step| find(&self.plan, step).is_some())
    }

    /// Whether the document has API keys.
    fn has_keys(&self) -> bool {
        let mut constants = self
            .plan
            .files
            .iter()
            .filter_map(|file| match &file.content {
                Content::Constants(constants) => Some(constants),
                _ => None,
            });
        constants.any(|it| {
            let mut schemes = it.schemes.iter();
            schemes.any(|(_, scheme)| matches!(scheme, Scheme::ApiKey(..)))
        })
    }

    /// The function of each scenario.
    pub(super) fn module<'s>(&self, scenarios: impl Iterator<Item = &'s Scenario>) -> Module {
        let types = Types::new(self.library.clone(), self.plan.types().map(|it| &it.item));
        let mut module = Module {
            text: "use crate::support::*;\n".to_owned(),
            ..Module::default()
        };
        for scenario in scenarios {
            match self.function(&types, scenario) {
                Ok(text) => {
                    module.text += &text;
                    let lines = module.text.lines().count();
                    module.functions.push((scenario.name.clone(), lines));
                }
                Err(reason) => module.inexpressible.push((scenario.name.clone(), reason)),
            }
        }
        module
    }

    fn function(&self, types: &Types<'a>, scenario: &Scenario) -> Result<String, String> {
        let name = function_name(&scenario.name);
        let mut text = format!("\npub async fn {name}(base: &str) -> Checked {{\n");
        for step in &scenario.steps {
            let target = find(&self.plan, step).ok_or("no operation for a request")?;
            self.step(types, &target, step, &mut text)?;
        }
        text += "    Ok(())\n}\n";
        Ok(text)
    }

    fn step(
        &self,
        types: &Types<'a>,
        target: &Target<'_, 'a>,
        step: &Step,
        text: &mut String,
    ) -> Result<(), String> {
        let library = &self.library;
        let call = Call {
            types,
            target,
            step,
        }
        .builder()?;
        let accept = other_accept(target, step);
        let checks = check::statements(types, target.operation, accept, &step.response)?;
        let credentials = credentials(library, self.has_keys(), step);
        let server = &target.server;
        // Writing to a string never fails.
        let _ = write!(
            text,
            "    {{\n        let client = {library}::Client::builder().base_url(format!(\"{{base}}{server}\"))\
             .retry({library}::Retry::off()){credentials}.build().map_err(text)?;\n        \
             let call = {call};\n        {checks}\n    }}\n"
        );
        Ok(())
    }
}

/// The name of the function of a scenario.
pub(super) fn function_name(scenario: &str) -> String {
    scenario.to_ascii_lowercase()
}

/// The media type that a request accepts, if it is not the default of the operation.
fn other_accept<'s>(target: &Target<'_, '_>, step: &'s Step) -> Option<&'s str> {
    let Some(Texts::One(wanted)) = step.headers.get("accept") else {
        return None;
    };
    let default = target.operation.accept.as_deref().unwrap_or_default();
    let first = default.split([',', ';']).next().unwrap_or_default().trim();
    (first != wanted).then_some(wanted)
}

/// The credentials of a request, by what the client has.
fn credentials(library: &str, has_keys: bool, step: &Step) -> String {
    let header = |name: &str| {
        let mut headers = step.headers.iter();
        headers.find_map(|(it, texts)| match texts {
            Texts::One(text) if it.eq_ignore_ascii_case(name) => Some(text.as_str()),
            _ => None,
        })
    };
    if let Some(key) = header("x-ms-api-key") {
        return format!(".credentials({library}::ApiKey::new({key:?}))");
    }
    let Some(value) = header("authorization") else {
        return String::new();
    };
    match value.split_once(' ') {
        Some(("Bearer", token)) => format!(".credentials({library}::BearerToken::new({token:?}))"),
        _ if !has_keys => format!(
            ".default_header(http::header::AUTHORIZATION, http::HeaderValue::from_static({value:?}))"
        ),
        _ => format!(".credentials({library}::ApiKey::new({value:?}))"),
    }
}
