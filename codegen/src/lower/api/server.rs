//! Servers.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Server, ServerVariable};
use crate::load;
use crate::lower::findings::Findings;
use crate::resolve;

pub(super) fn server(server: &load::Server<'_>) -> Server {
    let variables = server.variables().into_iter();
    let owned = |text: &str| text.to_owned();
    Server {
        url: server.url().unwrap_or_default().to_owned(),
        description: server.description().map(owned),
        variables: variables
            .map(|(name, variable)| {
                let values = variable.enum_values();
                let variable = ServerVariable {
                    default: variable.default_value().unwrap_or_default().to_owned(),
                    values: values.into_iter().map(owned).collect(),
                    description: variable.description().map(owned),
                };
                (name.to_owned(), variable)
            })
            .collect(),
    }
}

/// The servers of an operation: with a host, or relative to the base URL of the client.
pub(super) fn of_operation(
    operation: &resolve::Operation<'_>,
    findings: &mut Findings<'_>,
) -> Vec<Server> {
    let own = operation.servers.iter().map(server);
    let (usable, others): (Vec<_>, Vec<_>) = own.partition(|server| {
        let url = server.default_url();
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        (is_web || is_relative(&url)) && !url.contains('{')
    });
    if !others.is_empty() {
        let message = "the server URL of the operation is ignored: it is not an `http` or `https` URL, or contains \
                       an undeclared variable";
        let help = "write an `https` URL, and declare its variables";
        let at = &operation.node.at;
        findings.report(Diagnostic::warning(Code::UnsupportedKeyword, at, message).help(help));
    }
    usable
}

/// Whether a URL has no scheme (RFC 3986, section 4.2).
fn is_relative(url: &str) -> bool {
    let first = url.split(['/', '?', '#']).next().unwrap_or_default();
    !first.contains(':')
}
