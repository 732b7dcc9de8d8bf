//! Rules of OpenAPI 3.0.3 that say more about an object than which fields it has.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::json_type::JsonType;
use super::{Node, enum_values, media_type};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::pattern::flaw;

/// The first place of a name that is repeated; a name that is new is remembered.
fn first<N: Ord>(seen: &mut BTreeMap<N, Pointer>, name: N, node: &Node<'_>) -> Option<Pointer> {
    match seen.entry(name) {
        Entry::Occupied(first) => Some(first.get().clone()),
        Entry::Vacant(entry) => {
            entry.insert(node.at.clone());
            None
        }
    }
}

pub(super) fn is_status(key: &str) -> bool {
    let bytes = key.as_bytes();
    bytes.len() == 3
        && (b'1'..=b'5').contains(&bytes[0])
        && (bytes[1..].iter().all(u8::is_ascii_digit)
            || bytes[1..]
                .iter()
                .all(|byte| byte.eq_ignore_ascii_case(&b'x')))
}

/// Names of bodies that are no media types.
pub(super) fn media_types(node: &Node<'_>, sink: &mut Sink) {
    for (key, media) in node.entries() {
        if !media_type::is_sendable(key) && !media_type::is_extension(key) {
            let message = format!("`{key}` is not a media type; it is read as `*/*`");
            let help = "write a media type such as `application/json`";
            let location = Location::key(&media.at);
            sink.report(Diagnostic::warning(Code::InvalidKey, location, message).help(help));
        }
    }
}

/// Names of headers have no case.
pub(super) fn headers(node: &Node<'_>, sink: &mut Sink) {
    let mut seen = BTreeMap::new();
    for (name, header) in node.members("headers") {
        let first = first(&mut seen, name.to_ascii_lowercase(), &header);
        if let Some(first) = first {
            let message = format!("the header `{name}` is duplicated; names are case-insensitive");
            sink.report(
                Diagnostic::error(Code::DuplicateParameter, Location::key(&header.at), message)
                    .help("remove one of them")
                    .label(Location::Key(first), "first declared here"),
            );
        }
    }
}

/// Tags that are declared again, and those that no operation can name. Neither takes anything from the client.
pub(super) fn tags(node: &Node<'_>, sink: &mut Sink) {
    let mut seen = BTreeMap::new();
    for tag in node.list("tags") {
        let Some(name) = tag.str("name") else {
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

pub(super) fn server(node: &Node<'_>, sink: &mut Sink) {
    let Some(url) = node.str("url") else { return };
    let is_relative = !url.starts_with('{') && !url.contains("://");
    if is_relative {
        let message = format!("the server URL `{url}` is relative, so callers must set a base URL");
        let help = "write an absolute URL";
        sink.report(Diagnostic::warning(Code::RelativeServer, &node.at, message).help(help));
    }
    for part in url.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !node.get("variables").is_some_and(|all| all.has(name)) {
            let message = format!("the server URL contains the undeclared variable `{name}`");
            sink.report(
                Diagnostic::error(Code::UndeclaredServerVariable, &node.at, message)
                    .help("declare it under `variables`"),
            );
        }
    }
}

pub(super) fn server_variable(node: &Node<'_>, sink: &mut Sink) {
    let values = node.strings("enum");
    let default = node.str("default").unwrap_or_default();
    if node.has("enum") && !values.contains(&default) {
        let message = format!("the default `{default}` is not one of the values of the variable");
        sink.report(Diagnostic::error(Code::InvalidValue, &node.at, message));
    }
    repeated(node, "enum", sink);
}

pub(super) fn schema(node: &Node<'_>, sink: &mut Sink) {
    repeated(node, "required", sink);
    enum_values::check(node, sink);
    pattern(node, sink);
    misplaced(node, sink);
    if node.flag("readOnly") && node.flag("writeOnly") {
        sink.report(Diagnostic::error(
            Code::ExclusiveFields,
            &node.at,
            "`readOnly` and `writeOnly` exclude each other",
        ));
    }
}

/// Rules for values of another type: JSON Schema lets them hold for every value, and a reader expects them not to.
fn misplaced(node: &Node<'_>, sink: &mut Sink) {
    const RULES: [(JsonType, &[&str]); 4] = [
        (JsonType::Array, &["minItems", "maxItems", "uniqueItems"]),
        (JsonType::Object, &["minProperties", "maxProperties"]),
        (JsonType::String, &["minLength", "maxLength"]),
        (JsonType::Number, &["minimum", "maximum", "multipleOf"]),
    ];
    let Some(kind) = node.json_type() else { return };
    let own = match kind {
        JsonType::Integer => JsonType::Number,
        kind => kind,
    };
    let others = RULES.iter().filter(|(other, _)| *other != own);
    for key in others
        .flat_map(|(_, keys)| keys.iter())
        .filter(|key| node.has(key))
    {
        let message = format!("`{key}` has no effect on a value of type `{kind}`");
        let location = Location::Key(node.at.key(key));
        let code = Code::UnsupportedKeyword;
        sink.report(Diagnostic::warning(code, location, message).help("remove it"));
    }
}

/// Patterns that no type reaches are read, too; what the client makes of one is up to later stages.
fn pattern(node: &Node<'_>, sink: &mut Sink) {
    let Some((offset, message)) = node.str("pattern").and_then(flaw) else {
        return;
    };
    let text = format!("`pattern` is not a regular expression of ECMA-262: {message}");
    let help = format!("check byte {offset} of the pattern");
    sink.report(Diagnostic::error(Code::InvalidPattern, node.at.key("pattern"), text).help(help));
}

/// Strings of a list that is a set.
fn repeated(node: &Node<'_>, key: &str, sink: &mut Sink) {
    let mut seen = BTreeMap::new();
    for item in node.list(key) {
        let Some(text) = item.value.as_str() else {
            continue;
        };
        if let Some(first) = first(&mut seen, text, &item) {
            let message = format!("`{text}` is listed twice in `{key}`");
            sink.report(
                Diagnostic::warning(Code::DuplicateItem, &item.at, message)
                    .help("remove one of them")
                    .label(first, "first listed here"),
            );
        }
    }
}

pub(super) fn parameter(node: &Node<'_>, sink: &mut Sink) {
    schema_or_content(node, sink);
    if node.str("in") == Some("path") && !node.flag("required") {
        let name = node.str("name").unwrap_or_default();
        sink.report(
            Diagnostic::error(
                Code::OptionalPathParameter,
                &node.at,
                format!("the path parameter `{name}` must be required"),
            )
            .help("write `required: true`"),
        );
    }
    style(node, sink);
    token(node, sink);
}

/// Names of headers and cookies are tokens (RFC 9110, section 5.6.2).
fn token(node: &Node<'_>, sink: &mut Sink) {
    let Some(place @ ("header" | "cookie")) = node.str("in") else {
        return;
    };
    let name = node.str("name").unwrap_or_default();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(allowed) {
        let message =
            format!("`{name}` is not a valid name of a {place}, so the parameter cannot be sent");
        let help =
            "use letters, digits, `-` and other characters of a token (RFC 9110, section 5.6.2)";
        sink.report(Diagnostic::warning(Code::UnsupportedParameter, &node.at, message).help(help));
    }
}

fn style(node: &Node<'_>, sink: &mut Sink) {
    let (Some(place), Some(style)) = (node.str("in"), node.get("style")) else {
        return;
    };
    let allowed: &[&str] = match place {
        "path" => &["matrix", "label", "simple"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form"],
    };
    let text = style.value.as_str().unwrap_or_default();
    if !allowed.contains(&text) {
        let message = format!("a {place} parameter cannot have the style `{text}`");
        let help = format!("use one of `{}`", allowed.join("`, `"));
        sink.report(Diagnostic::error(Code::InvalidValue, &style.at, message).help(help));
    }
}

pub(super) fn schema_or_content(node: &Node<'_>, sink: &mut Sink) {
    let contents = node.members("content");
    match (node.has("schema"), node.has("content")) {
        (false, false) => sink.report(
            Diagnostic::error(
                Code::MissingField,
                &node.at,
                "neither `schema` nor `content` is set",
            )
            .help("add a `schema`"),
        ),
        (true, true) => sink.report(Diagnostic::error(
            Code::ExclusiveFields,
            &node.at,
            "`schema` and `content` exclude each other",
        )),
        (false, true) if contents.len() != 1 => {
            sink.report(Diagnostic::error(
                Code::ParameterContent,
                &node.at,
                "the `content` of a parameter or header must have exactly one media type",
            ));
        }
        _ => {}
    }
    style_beside_content(node, sink);
}

/// How a schema is written says nothing about a media type, which has rules of its own.
fn style_beside_content(node: &Node<'_>, sink: &mut Sink) {
    for key in ["style", "explode"] {
        if let Some(found) = node.get(key).filter(|_| node.has("content")) {
            let message = format!("`{key}` is not allowed beside `content`");
            let help = "remove it, or use a `schema`";
            let content = Location::Key(node.at.key("content"));
            sink.report(
                Diagnostic::error(Code::ExclusiveFields, Location::key(&found.at), message)
                    .help(help)
                    .label(content, "`content` is set here"),
            );
        }
    }
}

pub(super) fn responses(node: &Node<'_>, sink: &mut Sink) {
    if !node.entries().iter().any(|(key, _)| !key.starts_with("x-")) {
        let message = "`responses` is empty; every success is treated as a response without a body";
        sink.report(
            Diagnostic::warning(Code::MissingResponse, &node.at, message)
                .help("declare at least one response"),
        );
    }
}

pub(super) fn component_keys(node: &Node<'_>, sink: &mut Sink) {
    let sections = node.entries().into_iter();
    // A section that is a reference has no keys to look at.
    let sections = sections.filter(|(key, node)| !key.starts_with("x-") && !node.has("$ref"));
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

pub(super) fn security_scheme(node: &Node<'_>, sink: &mut Sink) {
    let kind = node.str("type").unwrap_or_default();
    let needed: &[&str] = match kind {
        "apiKey" => &["name", "in"],
        "http" => &["scheme"],
        "oauth2" => &["flows"],
        "openIdConnect" => &["openIdConnectUrl"],
        _ => &[],
    };
    need(
        node,
        needed,
        &format!("a security scheme of type `{kind}`"),
        sink,
    );
}

pub(super) fn oauth_flows(node: &Node<'_>, sink: &mut Sink) {
    for (name, flow) in node.entries() {
        let needed: &[&str] = match name {
            "implicit" => &["authorizationUrl"],
            "password" | "clientCredentials" => &["tokenUrl"],
            "authorizationCode" => &["authorizationUrl", "tokenUrl"],
            _ => &[],
        };
        need(&flow, needed, &format!("the flow `{name}`"), sink);
        for key in ["authorizationUrl", "tokenUrl", "refreshUrl"] {
            url(&flow, key, sink);
        }
    }
}

/// A URL has a scheme or a path; anything else is a placeholder.
fn url(node: &Node<'_>, key: &str, sink: &mut Sink) {
    let Some(text) = node.get(key) else { return };
    let is_url = |text: &str| text.contains('/') || text.contains(':') || text.is_empty();
    if text.value.as_str().is_some_and(|text| !is_url(text)) {
        let message = format!("`{key}` is not a URL");
        sink.report(
            Diagnostic::error(Code::InvalidValue, &text.at, message).help("write `https://..`"),
        );
    }
}

fn need(node: &Node<'_>, fields: &[&str], what: &str, sink: &mut Sink) {
    for name in fields {
        if node.str(name).is_none_or(str::is_empty) && node.members(name).is_empty() {
            sink.report(Diagnostic::error(
                Code::MissingField,
                &node.at,
                format!("{what} requires the field `{name}`"),
            ));
        }
    }
}
