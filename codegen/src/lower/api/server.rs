//! Servers.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Server, ServerVariable};
use crate::lower::findings::Findings;
use crate::resolve;

pub(super) fn server(server: &openapiv3::Server) -> Server {
    let variables = server.variables.iter().flatten();
    Server {
        url: server.url.clone(),
        description: server.description.clone(),
        variables: variables
            .map(|(name, variable)| {
                let variable = ServerVariable {
                    default: variable.default.clone(),
                    values: variable.enumeration.clone(),
                    description: variable.description.clone(),
                };
                (name.clone(), variable)
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
