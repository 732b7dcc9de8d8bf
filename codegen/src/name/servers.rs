//! Names of servers and of the variables in their URLs.

use super::ServerNames;
use super::reserved::{MEMBERS, TYPES, setter};
use super::scope::{Preference, Scope};
use super::words::Words;
use crate::ir::Server;

/// The maximum number of words of a name; a longer description is a sentence.
const WORDS: usize = 4;

/// Names all servers, which have a separate module.
pub(super) fn names(servers: &[Server]) -> Vec<ServerNames> {
    let mut idents = Scope::folded(Words::camel, &TYPES);
    let names = servers.iter().map(|server| {
        let description = server.description.as_deref().unwrap_or_default();
        let is_name = (1..=WORDS).contains(&description.split_whitespace().count());
        let text = if is_name { description } else { "server" };
        let claim = idents.claim(Preference::plain(text).or("server"));
        ServerNames {
            constant: claim.words.screaming(),
            ident: claim.name,
            variables: variables(server),
        }
    });
    names.collect()
}

fn variables(server: &Server) -> Vec<String> {
    let mut scope = Scope::new(|words| setter(words.snake(), MEMBERS));
    let preferences = server.variables.keys().map(|name| Preference::plain(name));
    let claims = scope.claim_all(preferences.collect());
    claims.into_iter().map(|claim| claim.name).collect()
}
