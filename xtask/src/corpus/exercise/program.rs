//! The program that calls each operation of a client once.

use std::collections::BTreeSet;
use std::fmt::Write;

use codegen::Stages;
use codegen::plan::{Content, Group};

use super::call::{Body, Call, Writer};
use super::response::{self, Answer};
use super::source::Source;
use crate::expression::Types;

/// The program of a client.
#[derive(Default)]
pub(super) struct Program {
    pub(super) text: String,
    /// The number of operations that it calls.
    pub(super) calls: usize,
    /// The features of these operations, which need not be default features.
    pub(super) features: BTreeSet<String>,
    /// The operations that it cannot call, with the reasons.
    pub(super) omitted: Vec<(String, String)>,
}

/// Writes the program, which calls each operation once with the samples of each document. The label of a document precedes
/// the ids of its calls.
pub(super) fn write(stages: &Stages, sources: &[(&str, &Source)]) -> Program {
    let plan = stages.plan();
    let name = plan.package.name.as_deref().unwrap_or_default();
    let library = name.replace('-', "_");
    let types = Types::new(library, plan.types().map(|it| &it.item));
    let groups = plan.files.iter().filter_map(|file| match &file.content {
        Content::Group(group) => Some(group),
        _ => None,
    });
    let mut program = Program::default();
    let mut calls = String::new();
    let operations =
        groups.flat_map(|group| (0..group.operations.len()).map(move |at| (group, at)));
    let all = operations.flat_map(|it| sources.iter().map(move |source| (it, source)));
    for ((group, at), (label, source)) in all {
        let function = format!("call_{}", program.calls);
        let id = format!("{label}{}", group.operations[at].id);
        match self::function(&types, source, group, at, &function) {
            Ok(text) => {
                program.text += &text;
                program.calls += 1;
                let features = group.condition.0.iter();
                program.features.extend(features.map(|it| (*it).to_owned()));
                // Writing to a string never fails.
                let _ = writeln!(
                    calls,
                    "    print({id:?}, Box::pin({function}(base)).await);"
                );
            }
            Err(reason) => program.omitted.push((id, reason)),
        }
    }
    if program.calls == 0 {
        "fn main() {}\n".clone_into(&mut program.text);
        return program;
    }
    program.text = format!(
        "//! Calls each operation once, and prints its result as a line of JSON.\n\nuse exercise::*;\n\n\
         #[tokio::main(flavor = \"current_thread\")]\nasync fn main() {{\n    let argument = std::env::args().nth(1);\n    \
         let base = argument.as_deref();\n{calls}}}\n{}",
        program.text
    );
    program
}

fn function(
    types: &Types<'_>,
    source: &Source,
    group: &Group<'_>,
    at: usize,
    name: &str,
) -> Result<String, String> {
    let library = types.library();
    let operation = &group.operations[at];
    let writer = Writer {
        types,
        source,
        operation,
        accessor: group.module,
    };
    let call = writer.call()?;
    let answer = response::answer(source, library, operation)?;
    let (method, builder) = (operation.method.as_str(), operation.builder);
    let mut text = format!("\nasync fn {name}(base: Option<&str>) -> Checked {{\n");
    // Writing to a string never fails.
    let _ = write!(
        text,
        "    let memory = {library}::testing::InMemory::new();\n    \
         memory.on::<{library}::api::{builder}>().reply({library}::testing::{});\n    \
         let builder = {library}::Client::builder().retry({library}::Retry::off());\n    \
         let client = match base {{\n        Some(base) => builder.base_url(base),\n        \
         None => builder.base_url(\"http://localhost\").transport(memory.clone()),\n    }};\n    \
         let client = client.build().map_err(text)?;\n    \
         let call = {};\n    let result = call.send_with_meta().await;\n    \
         if base.is_some() {{\n        return judged(result.err().map(|it| (it.status(), it.body().cloned(), it.to_string())));\n    }}\n    \
         let response = result.map_err(text)?;\n    let request = only(memory.requests())?;\n    \
         {}\n    same_status(response.status(), {})?;\n    {}\n    Ok(())\n}}\n",
        reply(&answer),
        call.code,
        checks(&call, method),
        answer.status,
        answer.checks,
    );
    Ok(text)
}

fn reply(answer: &Answer) -> String {
    let Answer {
        status,
        media_type,
        body,
        ..
    } = answer;
    let header = media_type.as_ref().map(|media_type| {
        format!(
            ".header(http::header::CONTENT_TYPE, http::HeaderValue::from_static({media_type:?}))"
        )
    });
    format!(
        "Answer::new({status}, {body:?}){}",
        header.unwrap_or_default()
    )
}

/// The statements that compare the request.
fn checks(call: &Call, method: &str) -> String {
    let code = format!(
        "sent(&request, {method:?}, {:?}, &{:?}, &{:?})?;",
        call.path, call.query, call.headers
    );
    let body = match &call.body {
        Body::Nothing => String::new(),
        Body::Json(value) => format!(" sent_json(&request, {:?})?;", value.to_string()),
        Body::Form(fields) => format!(" sent_form(&request, &{fields:?})?;"),
        Body::Other => " sent_body(&request)?;".to_owned(),
    };
    code + &body
}
