//! `src/servers.rs`: the base URLs that the document offers, if there is a choice.

use super::docs::{Doc, ServerPhrase};
use super::model::Model;
use crate::ir;
use crate::name::ServerNames;

/// A server.
#[derive(Clone, Debug, PartialEq)]
pub enum Server<'a> {
    /// A constant URL: documentation, name and URL.
    Constant(Doc<'a>, &'a str, &'a str),
    /// A URL with variables.
    Template(Template<'a>),
}

/// A URL with variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Template<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// The type.
    pub ident: &'a str,
    /// The variables.
    pub variables: Vec<Variable<'a>>,
    /// The parts of the URL.
    pub parts: Vec<Part<'a>>,
}

/// A variable of a URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable<'a> {
    /// The documentation of its setter.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Its default.
    pub default: &'a str,
}

/// A part of a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Text.
    Text(&'a str),
    /// The value of the variable of this name.
    Variable(&'a str),
}

/// The servers, if there is more to choose than the base URL that a client has anyway.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<Vec<Server<'a>>> {
    let servers = &model.api.servers;
    let is_choice = servers.len() > 1 || servers.iter().any(|it| !it.variables.is_empty());
    let named = servers.iter().zip(&model.names.servers);
    is_choice.then(|| named.map(|(server, names)| of(server, names)).collect())
}

fn of<'a>(server: &'a ir::Server, names: &'a ServerNames) -> Server<'a> {
    let docs = docs(server);
    if server.variables.is_empty() {
        return Server::Constant(docs, &names.constant, &server.url);
    }
    let variables = server.variables.values().zip(&names.variables);
    let variables = variables.map(|(variable, ident)| Variable {
        docs: variable_docs(variable),
        ident,
        default: &variable.default,
    });
    Server::Template(Template {
        docs,
        ident: &names.ident,
        variables: variables.collect(),
        parts: parts(server, names),
    })
}

fn docs(server: &ir::Server) -> Doc<'_> {
    let is_relative = server.url.starts_with('/');
    Doc::default()
        .markdown(server.description.as_deref())
        .with(ServerPhrase::Url(&server.url))
        .with_all(is_relative.then_some(ServerPhrase::RelativeUrl))
}

fn variable_docs(variable: &ir::ServerVariable) -> Doc<'_> {
    let values = ServerPhrase::VariableValues(&variable.values);
    Doc::default()
        .markdown(variable.description.as_deref())
        .with(ServerPhrase::VariableDefault(&variable.default))
        .with_all((!variable.values.is_empty()).then_some(values))
}

fn parts<'a>(server: &'a ir::Server, names: &'a ServerNames) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut rest = server.url.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        parts.extend((!before.is_empty()).then_some(Part::Text(before)));
        let position = server.variables.get_index_of(name);
        parts.extend(position.map(|position| Part::Variable(&names.variables[position])));
        rest = after;
    }
    parts.extend((!rest.is_empty()).then_some(Part::Text(rest)));
    parts
}
