//! Rules of OpenAPI 3.0.3 that say more about an object than which fields it has.

mod parameters;
mod repeated;
mod schemas;
mod security;

use std::collections::BTreeMap;

use self::parameters::{header, parameter};
use self::repeated::{first, repeated};
use self::schemas::schema;
use self::security::{oauth_flows, security_scheme};
use super::grammar::{
    Bodies, Components, Header, OAuthFlows, Object, OpenApi, Parameter, Read, Response, Responses,
    Schema, SecurityScheme, Server, ServerVariable, Table, View, keyword,
};
use super::{Node, media_type};
use crate::diagnostic::{Code, Diagnostic, Location, Sink};

/// Holds an object against the rules for its kind.
pub(super) fn check(node: &Node<'_>, object: &Object, sink: &mut Sink) {
    let rule = RULES.iter().find(|(kind, _)| object.is(kind()));
    if let Some((_, rule)) = rule {
        rule(node, sink);
    }
}

type Rule = fn(&Node<'_>, &mut Sink);

/// A rule for the objects that a view is for.
macro_rules! rule {
    ($view:ident $rule:ident) => {
        ($view::table, |node, sink| {
            if let Some(view) = $view::read(node.clone()) {
                $rule(&view, sink);
            }
        })
    };
}

const RULES: [(Table, Rule); 11] = [
    rule!(OpenApi document),
    rule!(ServerVariable server_variable),
    rule!(Parameter parameter),
    rule!(Header header),
    rule!(Bodies bodies),
    rule!(Responses responses),
    rule!(Response response),
    rule!(Components components),
    rule!(SecurityScheme security_scheme),
    rule!(OAuthFlows oauth_flows),
    rule!(Schema schema),
];

/// Names of bodies that are no media types.
fn bodies(bodies: &Bodies<'_>, sink: &mut Sink) {
    for (key, media) in bodies.media_types() {
        if !media_type::is_sendable(key) {
            let message = format!("`{key}` is not a media type; it is read as `*/*`");
            let help = "write a media type such as `application/json`";
            let location = Location::key(&media.at);
            sink.report(Diagnostic::warning(Code::InvalidKey, location, message).help(help));
        }
    }
}

/// Names of headers have no case.
fn response(response: &Response<'_>, sink: &mut Sink) {
    let mut seen = BTreeMap::new();
    for (name, header) in response.headers() {
        let first = first(&mut seen, name.to_ascii_lowercase(), &header);
        if let Some(first) = first {
            let message = format!(
                "the header `{name}` is duplicated, because names are case-insensitive; the first is used"
            );
            sink.report(
                Diagnostic::warning(Code::DuplicateParameter, Location::key(&header.at), message)
                    .help("remove one of them")
                    .label(Location::Key(first), "first declared here"),
            );
        }
    }
}

/// The servers of paths and operations have no rules: a client can do without them.
fn document(document: &OpenApi<'_>, sink: &mut Sink) {
    tags(document, sink);
    for own in document.servers() {
        server(&own, sink);
    }
}

/// Tags that are declared again. That takes nothing from the client.
fn tags(document: &OpenApi<'_>, sink: &mut Sink) {
    let mut seen = BTreeMap::new();
    for tag in document.tags() {
        let Some(name) = tag.name() else {
            continue;
        };
        if let Some(first) = first(&mut seen, name, &tag) {
            let message =
                format!("the tag `{name}` is declared twice; the first declaration is used");
            sink.report(
                Diagnostic::warning(Code::DuplicateItem, &tag.at, message)
                    .help("remove one of them")
                    .label(first, "first declared here"),
            );
        }
    }
}

fn server(server: &Server<'_>, sink: &mut Sink) {
    let Some(url) = server.url() else { return };
    let is_relative = !url.starts_with('{') && !url.contains("://");
    if is_relative {
        let message = format!("the server URL `{url}` is relative, so callers must set a base URL");
        let help = "write an absolute URL";
        sink.report(Diagnostic::warning(Code::RelativeServer, &server.at, message).help(help));
    }
    let variables = server.get(keyword::VARIABLES);
    for part in url.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !variables.as_ref().is_some_and(|all| all.has(name)) {
            let message = format!("the server URL contains the undeclared variable `{name}`");
            sink.report(
                Diagnostic::error(Code::UndeclaredServerVariable, &server.at, message)
                    .help("declare it under `variables`"),
            );
        }
    }
}

fn server_variable(variable: &ServerVariable<'_>, sink: &mut Sink) {
    let default = variable.default_value().unwrap_or_default();
    if variable.has(keyword::ENUM) && !variable.enum_values().contains(&default) {
        let message = format!("the default `{default}` is not one of the values of the variable");
        let help = "list the default in `enum`, or choose another";
        sink.report(Diagnostic::warning(Code::InvalidValue, &variable.at, message).help(help));
    }
    repeated(variable, keyword::ENUM, sink);
}

fn responses(responses: &Responses<'_>, sink: &mut Sink) {
    let mut entries = responses.entries().into_iter();
    if entries.all(|(key, _)| key.starts_with("x-")) {
        let message = "`responses` is empty; every success is treated as a response without a body";
        sink.report(
            Diagnostic::warning(Code::MissingResponse, &responses.at, message)
                .help("declare at least one response"),
        );
    }
}

fn components(components: &Components<'_>, sink: &mut Sink) {
    let sections = components.entries().into_iter();
    // A section that is a reference has no keys to look at.
    let sections =
        sections.filter(|(key, node)| !key.starts_with("x-") && node.reference().is_none());
    for (_, section) in sections {
        for (key, entry) in section.entries() {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
            if key.is_empty() || !key.bytes().all(plain) {
                let message = format!("`{key}` is not a valid name of a component");
                let help = "use letters, digits, `.`, `-` and `_`";
                let location = Location::key(&entry.at);
                sink.report(Diagnostic::warning(Code::InvalidKey, location, message).help(help));
            }
        }
    }
}
