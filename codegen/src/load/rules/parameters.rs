//! Rules for parameters and headers.

use crate::diagnostic::{Code, Diagnostic, Location, Sink};
use crate::load::Node;
use crate::load::grammar::{Header, Parameter, ParameterLocation, ParameterStyle, keyword};

pub(super) fn parameter(parameter: &Parameter<'_>, sink: &mut Sink) {
    schema_or_content(parameter, sink);
    let location = parameter.location();
    if location == Some(ParameterLocation::Path) && !parameter.required() {
        let name = parameter.name().unwrap_or_default();
        sink.report(
            Diagnostic::warning(
                Code::OptionalPathParameter,
                &parameter.at,
                format!("the path parameter `{name}` must be required; reading it as required"),
            )
            .help("write `required: true`"),
        );
    }
    style(parameter, sink);
    token(parameter, sink);
}

/// Names of headers and cookies are tokens (RFC 9110, section 5.6.2).
fn token(parameter: &Parameter<'_>, sink: &mut Sink) {
    let Some(place @ (ParameterLocation::Header | ParameterLocation::Cookie)) =
        parameter.location()
    else {
        return;
    };
    let name = parameter.name().unwrap_or_default();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(allowed) {
        let message =
            format!("`{name}` is not a valid name of a {place}, so the parameter cannot be sent");
        let help =
            "use letters, digits, `-` and other characters of a token (RFC 9110, section 5.6.2)";
        sink.report(
            Diagnostic::warning(Code::UnsupportedParameter, &parameter.at, message).help(help),
        );
    }
}

fn style(parameter: &Parameter<'_>, sink: &mut Sink) {
    use ParameterStyle as Style;

    let (Some(place), Some(style)) = (parameter.location(), parameter.style()) else {
        return;
    };
    let allowed: &[Style] = match place {
        ParameterLocation::Path => &[Style::Matrix, Style::Label, Style::Simple],
        ParameterLocation::Query => &[
            Style::Form,
            Style::SpaceDelimited,
            Style::PipeDelimited,
            Style::DeepObject,
        ],
        ParameterLocation::Header => &[Style::Simple],
        ParameterLocation::Cookie => &[Style::Form],
    };
    if !allowed.contains(&style) {
        let message = format!("a {place} parameter cannot have the style `{style}`");
        let allowed: Vec<_> = allowed.iter().map(|style| style.as_str()).collect();
        let help = format!("use one of `{}`", allowed.join("`, `"));
        let at = parameter.at.key(keyword::STYLE);
        sink.report(Diagnostic::error(Code::InvalidValue, at, message).help(help));
    }
}

pub(super) fn header(header: &Header<'_>, sink: &mut Sink) {
    schema_or_content(header, sink);
}

/// Rules for parameters and headers.
fn schema_or_content(node: &Node<'_>, sink: &mut Sink) {
    let content = node.get(keyword::CONTENT);
    match (node.has(keyword::SCHEMA), content) {
        (false, None) => sink.report(
            Diagnostic::error(
                Code::MissingField,
                &node.at,
                "neither `schema` nor `content` is set",
            )
            .help("add a `schema`"),
        ),
        (true, Some(_)) => sink.report(Diagnostic::error(
            Code::ExclusiveFields,
            &node.at,
            "`schema` and `content` exclude each other",
        )),
        (false, Some(content)) if content.entries().len() != 1 => {
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
    for key in [keyword::STYLE, keyword::EXPLODE] {
        if let Some(found) = node.get(key).filter(|_| node.has(keyword::CONTENT)) {
            let message = format!("`{key}` is ignored beside `content`");
            let help = "remove it, or use a `schema`";
            let content = Location::Key(node.at.key(keyword::CONTENT));
            sink.report(
                Diagnostic::warning(Code::ExclusiveFields, Location::key(&found.at), message)
                    .help(help)
                    .label(content, "`content` is set here"),
            );
        }
    }
}
