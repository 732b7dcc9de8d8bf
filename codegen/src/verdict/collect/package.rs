//! The crate itself: its manifest, its constants, and the items of the runtime that it exports.

use super::super::spell;
use super::super::surface::{Fact, Item, Kind};
use super::places::features_of;
use crate::parts::Visibility;
use crate::plan::webhooks::Webhooks;
use crate::plan::{Cfg, Constants, Crate, Export, Features, Folder, Index, Root, Server};

pub(super) fn package(plan: &Crate<'_>) -> Item {
    let package = plan.package;
    Item::new(Kind::Crate, "crate", "", "").with_some(Fact::Package, package.name.as_deref())
}

pub(super) fn features(features: &Features<'_>) -> Vec<Item> {
    let default = features.default.join(", ");
    let groups = features.groups.iter().map(|group| {
        let item = Item::new(Kind::Feature, group.feature, "", "");
        item.with(Fact::Enables, group.enables.join(", "))
    });
    let common = features.common.iter();
    let common = common.map(|it| Item::new(Kind::Feature, it.name, "", ""));
    let default = Item::new(Kind::Feature, "default", "", "").with(Fact::Enables, default);
    std::iter::once(default)
        .chain(common)
        .chain(groups)
        .collect()
}

pub(super) fn constants(constants: &Constants<'_>) -> Vec<Item> {
    let servers = constants.servers.first();
    let environment = constants.environment.as_ref();
    let envelope = constants.envelope.as_ref();
    let item = Item::new(Kind::Crate, "constants", "", "")
        .with_some(Fact::Url, servers)
        .with_some(Fact::Environment, environment.map(ToString::to_string))
        .with_some(
            Fact::Envelope,
            envelope.map(|it| format!("{:?}", it.options)),
        )
        .with(Fact::Errors, format!("{:?}", constants.errors));
    let schemes = constants.schemes.iter().map(|(name, scheme)| {
        let pointer = format!("/components/securitySchemes/{name}");
        let item = Item::new(Kind::Scheme, *name, pointer, "");
        item.with(Fact::Value, format!("{scheme:?}"))
    });
    std::iter::once(item).chain(schemes).collect()
}

/// The function that returns the shared error.
pub(super) fn index(index: &Index<'_>) -> Option<Item> {
    let error = index.error.as_ref()?;
    let signature = format!("fn api_error(&self) -> Option<&{}>", error.ident);
    let item = Item::new(Kind::Method, "Error::api_error", "", signature);
    Some(item.with(Fact::Result, error.ident))
}

pub(super) fn exports(root: &Root<'_>, features: &Features<'_>) -> Vec<Item> {
    let public = root.modules.iter();
    let public = public.filter(|it| it.visibility == Visibility::Public);
    let modules = public.map(|it| named(it.name.to_owned(), &it.cfg, features));
    let exports = root
        .exports
        .iter()
        .flat_map(|it| exported("", it, features));
    modules.chain(exports).collect()
}

/// The items that a public folder exports.
pub(super) fn folder(name: &str, folder: &Folder<'_>, features: &Features<'_>) -> Vec<Item> {
    let prefix = format!("{name}::");
    let exports = folder.exports.iter();
    let exports = exports.flat_map(|it| exported(&prefix, it, features));
    exports.collect()
}

fn exported(prefix: &str, export: &Export<'_>, features: &Features<'_>) -> Vec<Item> {
    if export.visibility != Visibility::Public {
        return Vec::new();
    }
    let names = export.names.iter();
    let items = names.map(|name| named(format!("{prefix}{name}"), &export.cfg, features));
    items.collect()
}

fn named(name: String, cfg: &Cfg<'_>, features: &Features<'_>) -> Item {
    let item = Item::new(Kind::Export, name, "", "");
    item.with_some(Fact::When, features_of(cfg, features))
}

pub(super) fn servers(servers: &[Server<'_>]) -> Vec<Item> {
    let servers = servers.iter().map(|server| match server {
        Server::Constant(_, name, url) => {
            let signature = format!("const {name}: &str");
            Item::new(Kind::Server, format!("servers::{name}"), "", signature).with(Fact::Url, *url)
        }
        Server::Template(template) => {
            let signature = format!("struct {}", template.ident);
            let name = format!("servers::{}", template.ident);
            let mut item = Item::new(Kind::Server, name, "", signature)
                .with(Fact::Url, format!("{:?}", template.parts));
            item.members
                .extend(template.variables.iter().map(|variable| {
                    let member = Item::new(Kind::Setter, variable.ident, "", "impl Into<String>");
                    member.with(Fact::Implied, variable.default)
                }));
            item
        }
    });
    servers.collect()
}

pub(super) fn webhooks(webhooks: &Webhooks<'_>) -> Item {
    let selection = format!("{:?} {:?}", webhooks.selection, webhooks.signature);
    let mut item = Item::new(Kind::Outcomes, "webhooks::Event", "/webhooks", "enum Event")
        .with(Fact::Webhooks, selection);
    item.members.extend(webhooks.events.iter().map(|event| {
        let payload = spell::ty(&event.payload);
        Item::new(Kind::Variant, event.ident, "", payload)
            .with(Fact::Value, format!("{:?}", event.names))
    }));
    if webhooks.signature.is_some() {
        let signature = "fn verifier(secrets) -> Verifier";
        let verifier = Item::new(Kind::Method, "verifier", "/webhooks", signature);
        item.members.push(verifier);
    }
    item
}
