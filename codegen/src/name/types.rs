//! Names of types and their sources.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::slice;

use super::report::report;
use super::reserved::{TYPES, file};
use super::scope::{Claim, Preference, Scope};
use super::words::Words;
use super::{TypeNames, members};
use crate::analyze::{Facts, Home};
use crate::diagnostic::{Code, Sink};
use crate::ir::{NameHint, Owner, Role, Status, TypeDef, TypeTable};

/// Names all types; `idents` holds the names that they share with builders and handles.
pub(super) fn names(
    types: &TypeTable,
    facts: &Facts,
    idents: &mut Scope,
    sink: &mut Sink,
) -> Vec<TypeNames> {
    let claims = claims(types, facts, idents, sink);
    let modules = modules(types, facts, &claims);
    let mut names = Vec::with_capacity(types.len());
    for (ty, claim) in types.iter().zip(&claims) {
        let (members, rest) = members::names(ty, types, &claims, sink);
        let home = facts.types.get(ty.id.index()).map(|facts| &facts.home);
        names.push(TypeNames {
            ident: claim.name.clone(),
            constant: claim.words.snake().to_uppercase(),
            module: home.map(|home| modules[home].clone()).unwrap_or_default(),
            members,
            rest,
            required: None,
        });
    }
    names
}

/// The module of each file: that of a component is named after its type, if it is one.
fn modules<'a>(
    types: &TypeTable,
    facts: &'a Facts,
    claims: &[Claim],
) -> BTreeMap<&'a Home, String> {
    let mut components = BTreeMap::new();
    let mut operations = BTreeMap::new();
    for ((ty, facts), claim) in types.iter().zip(&facts.types).zip(claims) {
        match (&facts.home, &ty.hint) {
            (Home::Component(_), NameHint::Component(_)) => {
                components.insert(&facts.home, claim.words.clone());
            }
            (Home::Component(key), NameHint::Nested { .. }) => {
                let words = || Words::of_component(key);
                components.entry(&facts.home).or_insert_with(words);
            }
            (Home::Operation(name), _) => {
                operations.insert(&facts.home, Words::of(name));
            }
        }
    }
    let mut files = Scope::folded(file, &[]);
    let mut modules = BTreeMap::new();
    for homes in [components, operations] {
        for (home, words) in homes {
            let preference = Preference {
                origin: None,
                text: words.snake(),
                words,
                word: matches!(home, Home::Operation(_)).then(|| "operation".to_owned()),
            };
            modules.insert(home, files.claim(preference).name);
        }
    }
    modules
}

/// The names by id. Given names come first, keys of components before derived names, and types without uses in signatures last, so that
/// numerals fall on the less visible names.
fn claims(types: &TypeTable, facts: &Facts, idents: &mut Scope, sink: &mut Sink) -> Vec<Claim> {
    let is_seen = |ty: &TypeDef| {
        let facts = facts.types.get(ty.id.index());
        facts.is_some_and(|facts| facts.in_request || facts.in_response)
    };
    let mut preferences: Vec<_> = types.iter().map(|ty| (ty, preference(types, ty))).collect();
    preferences.sort_by_cached_key(|(ty, preference)| {
        let is_component = matches!(ty.hint, NameHint::Component(_));
        let is_schema = ty.origin.as_str().starts_with("/components/schemas/");
        let rank = [
            is_seen(ty),
            ty.given.is_some(),
            is_component,
            preference.words.camel() == preference.text,
        ];
        // Remaining collisions are ordered by name and place, not by document order.
        (
            Reverse(rank),
            preference.text.clone(),
            !is_schema,
            ty.origin.clone(),
        )
    });
    let mut claims = BTreeMap::new();
    for (ty, preference) in preferences {
        let claim = idents.claim(preference);
        report(sink, Code::NameCollision, slice::from_ref(&claim));
        claims.insert(ty.id, claim);
    }
    claims.into_values().collect()
}

fn preference(types: &TypeTable, ty: &TypeDef) -> Preference {
    let path = Path::of(types, ty);
    let words = path.words();
    let text = match (&ty.given, &ty.hint) {
        (Some(given), _) => given.to_string(),
        (None, NameHint::Component(key)) => key.clone(),
        (None, NameHint::Nested { .. }) => ty.origin.to_string(),
    };
    Preference {
        text,
        origin: Some(ty.origin.clone()),
        word: path.last_resort(&words),
        words,
    }
}

/// The path from a named item to a type.
struct Path<'a> {
    start: Start<'a>,
    roles: Vec<&'a Role>,
}

enum Start<'a> {
    Schema(&'a str),
    Operation(&'a str),
    Component(&'a str),
}

impl<'a> Path<'a> {
    fn of(types: &'a TypeTable, ty: &'a TypeDef) -> Self {
        let mut roles = Vec::new();
        let mut ty = ty;
        // A chain of owners is not longer than the table unless it is a cycle.
        for _ in 0..=types.len() {
            let start = match (&ty.given, &ty.hint) {
                (Some(given), _) => Start::Schema(given.as_str()),
                (None, NameHint::Component(key)) => Start::Schema(key),
                (None, NameHint::Nested { owner, role }) => {
                    roles.insert(0, role);
                    match owner {
                        Owner::Type(id) => {
                            ty = types.get(*id);
                            continue;
                        }
                        Owner::Operation(id) => Start::Operation(id),
                        Owner::Component(key) => Start::Component(key),
                    }
                }
            };
            return Self { start, roles };
        }
        Self {
            start: Start::Component(""),
            roles: Vec::new(),
        }
    }

    fn words(&self) -> Words {
        let (start, mut roles) = match (&self.start, self.roles.as_slice()) {
            (Start::Operation(name), roles) => (Words::of(name), roles),
            (Start::Schema(key), roles)
            | (Start::Component(key), [Role::Parameter(_) | Role::Header(_), roles @ ..]) => {
                (Words::of_component(key), roles)
            }
            (Start::Component(key), [Role::Response(_), roles @ ..]) => {
                (Words::of_component(key).ending_in("response"), roles)
            }
            (Start::Component(key), roles) => (Words::of_component(key), roles),
        };
        let mut words = start;
        while let [role, rest @ ..] = roles {
            words = with_role(words, role);
            roles = rest;
        }
        words
    }

    /// The word to append if the name is taken.
    fn last_resort(&self, words: &Words) -> Option<String> {
        let name = words.camel();
        if TYPES.iter().any(|taken| taken.eq_ignore_ascii_case(&name)) {
            return Some("model".to_owned());
        }
        match self.roles.last() {
            Some(Role::Parameter(_)) => Some("parameter".to_owned()),
            Some(Role::Response(Status::Code(code))) => Some(code.to_string()),
            _ => None,
        }
    }
}

fn with_role(words: Words, role: &Role) -> Words {
    match role {
        Role::Property(name) | Role::Parameter(name) | Role::Header(name) | Role::Variant(name) => {
            words.and(name)
        }
        Role::Item => words.and("item"),
        Role::Event => words.ending_in("event"),
        // They differ by position only.
        Role::Position(role, position) => with_role(words, role).and(&(position + 1).to_string()),
        Role::Value => words.and("value"),
        Role::RequestBody => words.ending_in("request"),
        // The owner has its own name, so its request form needs another.
        Role::Request if words.ends_in("request") => words.and("input"),
        Role::Request => words.and("request"),
        Role::MergePatch if words.ends_in("patch") => words.and("input"),
        Role::MergePatch => words.and("patch"),
        Role::ResponseForm => words.ending_in("response"),
        Role::Response(status) => with_status(words.ending_in("response"), *status),
        Role::InVersion(role, version) => with_role(words, role).and(&version.to_string()),
    }
}

/// The name of a failure contains the status, because there are several.
fn with_status(words: Words, status: Status) -> Words {
    match status {
        _ if status.is_success() => words,
        Status::Code(code) => words.and(&code.to_string()),
        Status::Range(class) => words.and(&format!("{class}xx")),
        Status::Default => words.and("default"),
    }
}
