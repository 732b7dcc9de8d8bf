//! Rules for ways to authenticate.

use crate::diagnostic::{Code, Diagnostic, Severity, Sink};
use crate::load::Node;
use crate::load::grammar::{OAuthFlows, SchemeType, SecurityScheme, keyword};

pub(super) fn security_scheme(scheme: &SecurityScheme<'_>, sink: &mut Sink) {
    let Some(kind) = scheme.scheme_type() else {
        return;
    };
    let needed: &[&str] = match kind {
        SchemeType::ApiKey => &[keyword::NAME, keyword::IN],
        SchemeType::Http => &[keyword::SCHEME],
        SchemeType::OAuth2 => &[keyword::FLOWS],
        SchemeType::OpenIdConnect => &[keyword::OPEN_ID_CONNECT_URL],
    };
    let what = format!("a security scheme of type `{kind}`");
    need(scheme, needed, &what, sink);
}

pub(super) fn oauth_flows(flows: &OAuthFlows<'_>, sink: &mut Sink) {
    use keyword as k;

    let kinds: [(_, &[&str]); 4] = [
        (k::IMPLICIT, &[k::AUTHORIZATION_URL]),
        (k::PASSWORD, &[k::TOKEN_URL]),
        (k::CLIENT_CREDENTIALS, &[k::TOKEN_URL]),
        (k::AUTHORIZATION_CODE, &[k::AUTHORIZATION_URL, k::TOKEN_URL]),
    ];
    if kinds.iter().all(|(name, _)| !flows.has(name)) {
        let message = "`flows` is empty, so the client cannot request a token";
        sink.report(
            Diagnostic::warning(Code::SecurityScheme, &flows.at, message)
                .help("declare a flow; until then, callers set a token"),
        );
    }
    for (name, needed) in kinds {
        let Some(flow) = flows.get(name) else {
            continue;
        };
        need(&flow, needed, &format!("the flow `{name}`"), sink);
        for key in [k::AUTHORIZATION_URL, k::TOKEN_URL, k::REFRESH_URL] {
            url(&flow, key, sink);
        }
    }
}

/// A URL has a scheme or a path; anything else is a placeholder.
fn url(node: &Node<'_>, key: &str, sink: &mut Sink) {
    let Some(text) = node.get(key) else { return };
    let is_url = |text: &str| text.contains('/') || text.contains(':') || text.is_empty();
    if text.value.as_str().is_some_and(|text| !is_url(text)) {
        let (severity, use_) = match key {
            keyword::TOKEN_URL => (Severity::Error, ""),
            _ => (Severity::Warning, "; the client does not use it"),
        };
        let message = format!("`{key}` is not a URL{use_}");
        sink.report(
            Diagnostic::new(severity, Code::InvalidValue, &text.at, message)
                .help("write `https://..`"),
        );
    }
}

/// Fields without which a kind of object says nothing.
fn need(node: &Node<'_>, fields: &[&str], what: &str, sink: &mut Sink) {
    for name in fields {
        match node.get(name) {
            None => sink.report(Diagnostic::error(
                Code::MissingField,
                &node.at,
                format!("{what} requires the field `{name}`"),
            )),
            Some(field) if field.value.as_str() == Some("") => sink.report(Diagnostic::error(
                Code::InvalidValue,
                &field.at,
                format!("`{name}` is empty, and {what} requires a value"),
            )),
            Some(_) => {}
        }
    }
}
