//! The parts of the runtime that the crate has, derived from what its items use.

mod of_operations;
mod of_types;
mod roots;
mod shared;

use std::collections::BTreeMap;

use super::condition::Condition;
use super::constants::{Constants, Scheme};
use super::gate::Gate;
use super::group::{Group, Index};
use super::types;
use super::webhooks::{Signature, Webhooks};
use crate::parts::{self, Part};
pub(super) use roots::Roots;
pub use shared::Shared;

/// The parts of a crate by file, each with the features under which it is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection<'a> {
    gates: BTreeMap<&'static str, Gate<'a>>,
    /// The private features for parts that many tags share.
    pub shared: Vec<Shared<'a>>,
}

impl<'a> Selection<'a> {
    /// The condition of a part with the client, if the crate has it.
    #[must_use]
    pub fn condition(&self, file: &str) -> Option<&Condition<'a>> {
        Some(&self.gates.get(file)?.client)
    }

    /// All parts, in the order of their files.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Part, &Gate<'a>)> {
        let parts = self.gates.iter();
        parts.filter_map(|(file, gate)| Some((parts::get(file)?, gate)))
    }

    /// The parts in a folder; the empty name is the root.
    pub fn folder(&self, name: &str) -> impl Iterator<Item = (&'static Part, &Gate<'a>)> {
        self.iter().filter(move |(part, _)| part.folder() == name)
    }

    /// Whether a part that can be compiled without the client names a crate.
    pub(super) fn needs_alone(&self, name: &str) -> bool {
        let mut parts = self.iter();
        parts.any(|(part, gate)| gate.alone.is_some() && part.crates.contains(&name))
    }

    /// The parts that not every crate has.
    pub(super) fn optional(&self) -> impl Iterator<Item = (&'static str, &Condition<'a>)> {
        let core = parts::closure(parts::CORE.iter().copied());
        let parts = self.gates.iter();
        parts
            .filter(move |(file, _)| !core.contains(*file))
            .map(|(file, gate)| (*file, &gate.client))
    }
}

/// The parts that the client and its operations use.
pub(super) fn roots<'a>(
    constants: &Constants<'a>,
    index: &Index<'a>,
    groups: &[Group<'a>],
) -> Roots<'a> {
    let mut roots = Roots::default();
    roots.always(parts::CORE);
    credentials(constants, &mut roots);
    errors(index, &mut roots);
    if !index.gated.is_empty() {
        roots.always(&["client/disabled.rs"]);
    }
    for group in groups {
        for operation in &group.operations {
            of_operations::roots(operation, &group.condition, &mut roots);
        }
    }
    roots
}

/// The parts that the items of a crate use.
pub(super) fn select<'a>(
    mut roots: Roots<'a>,
    modules: &[types::Module<'a>],
    webhooks: Option<&Webhooks<'a>>,
) -> Selection<'a> {
    let types = without_client(modules, webhooks);
    roots.0.extend(types.0.iter().cloned());
    if roots.has("wire/part.rs") {
        roots.always(&["net/body_stream.rs"]);
    }
    let alone = spread(types);
    let mut client = spread(roots);
    // The crate for streams is a dependency of each of them.
    let streams = ["events/stream.rs", "net/byte_stream.rs", "paging/items.rs"];
    if streams.iter().any(|file| client.contains_key(file)) {
        client.insert("blocking/block_iter.rs", Condition::default());
    }
    let gates = client.into_iter().map(|(file, client)| {
        let alone = alone.get(file).cloned();
        (file, Gate { alone, client })
    });
    let mut gates = gates.collect();
    let shared = shared::shorten(&mut gates);
    Selection { gates, shared }
}

/// The parts that types and webhooks use.
fn without_client<'a>(modules: &[types::Module<'a>], webhooks: Option<&Webhooks<'a>>) -> Roots<'a> {
    let mut roots = Roots::default();
    roots.always(parts::TYPES);
    if let Some(webhooks) = webhooks {
        self::webhooks(webhooks, &mut roots);
    }
    for module in modules {
        for declared in &module.types {
            of_types::item(&declared.item, &module.condition, &mut roots);
        }
    }
    roots
}

/// The parts with those that they need.
fn spread(roots: Roots<'_>) -> BTreeMap<&'static str, Condition<'_>> {
    let mut merged: BTreeMap<&'static str, Condition<'_>> = BTreeMap::new();
    for (file, condition) in roots.0 {
        let known = merged.get(file).map(|known| known.or(&condition));
        merged.insert(file, known.unwrap_or(condition));
    }
    parts::spread(merged, Condition::or)
}

/// The credentials that serve the security schemes, and those of environment variables.
fn credentials<'a>(constants: &Constants<'a>, roots: &mut Roots<'a>) {
    for (_, scheme) in &constants.schemes {
        roots.always(match scheme {
            Scheme::Basic => &["auth/basic.rs"],
            Scheme::Digest => &["auth/digest.rs"],
            Scheme::ApiKey(..) => &["auth/api_key.rs"],
            Scheme::Bearer => &["auth/bearer.rs"],
            Scheme::OtherOAuth2(_) | Scheme::OpenIdConnect => {
                &["auth/bearer.rs", "auth/refresh_token.rs"]
            }
            Scheme::ClientCredentials(_, None) => &[
                "auth/bearer.rs",
                "auth/client_credentials.rs",
                "auth/file_cache.rs",
            ],
            Scheme::ClientCredentials(_, Some(_)) => &[
                "auth/bearer.rs",
                "auth/client_credentials.rs",
                "auth/file_cache.rs",
                "auth/refresh_token.rs",
            ],
            Scheme::OtherHttp(_) => &[],
        });
    }
    if constants.schemes.len() > 1 {
        roots.always(&["auth/list.rs"]);
    }
    if let Some(environment) = &constants.environment {
        roots.always(&["auth/environment.rs", "auth/list.rs"]);
        let credentials = environment.credentials.iter();
        credentials.for_each(|it| roots.always(&[it.part.file]));
    }
}

/// The accessors of the shared error.
fn errors<'a>(index: &Index<'a>, roots: &mut Roots<'a>) {
    if let Some(error) = &index.error {
        roots.always(&["error/decoded.rs"]);
        if !error.others.is_empty() {
            roots.always(&["error/refusal.rs"]);
        }
    }
}

/// The events, and the verification of signatures.
fn webhooks<'a>(webhooks: &Webhooks<'a>, roots: &mut Roots<'a>) {
    roots.always(&[
        "webhook/events.rs",
        "webhook/selection.rs",
        "webhook/unknown_event.rs",
    ]);
    for event in &webhooks.events {
        of_types::reference(&event.payload, &Condition::default(), roots);
    }
    if let Some(signature) = &webhooks.signature {
        roots.always(&["auth/secret.rs", "webhook/verifier.rs"]);
        roots.always(match signature {
            Signature::Standard => &["webhook/standard_signature.rs"],
            Signature::Stripe => &["webhook/stripe_signature.rs"],
            Signature::Hmac(_) => &["webhook/plain_signature.rs"],
        });
    }
}

/// Every part of the runtime.
#[cfg(test)]
pub(crate) fn everything() -> Selection<'static> {
    let free = parts::free();
    let gates = parts::all().map(|part| {
        let alone = free.contains(part.file).then(Condition::default);
        let client = Condition::default();
        (part.file, Gate { alone, client })
    });
    Selection {
        gates: gates.collect(),
        shared: Vec::new(),
    }
}
