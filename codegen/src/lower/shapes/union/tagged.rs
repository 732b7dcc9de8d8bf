//! Unions with a discriminator.

use std::collections::BTreeSet;

use super::variant::{Candidate, UnionSource, variant};
use crate::diagnostic::{Code, Diagnostic, Pointer, did_you_mean};
use crate::ir::{Discriminator, NameHint, Owner, Role, TaggedVariant, TypeId, TypeRef, Variants};
use crate::load::{Schema, keyword};
use crate::lower::context::Context;
use crate::lower::findings::Findings;
use crate::lower::schemas::{Composed, Mapped, Schemas, component_key, union_keyword};

pub(super) fn variants<'d>(
    cx: &mut Context<'d, '_>,
    source: &UnionSource<'_, 'd>,
    property: &str,
) -> Variants {
    let candidates = candidates(cx, source.union, property);
    let discriminator = Discriminator {
        property: property.to_owned(),
        values: tag_type(cx, source, property, &candidates),
    };
    let variants = candidates.iter().map(|(tag, candidate)| {
        expect_property(cx, source, property, (tag, candidate));
        TaggedVariant {
            tag: tag.clone(),
            nested: Vec::new(),
            is_mapped: candidate.is_mapped,
            variant: variant(cx, source, candidate, tag),
        }
    });
    let variants = variants.collect();
    Variants::Tagged(discriminator, variants)
}

/// The variants of a union with a discriminator, by tag.
fn candidates<'d>(
    cx: &mut Context<'d, '_>,
    union: &Schema<'d>,
    property: &str,
) -> Vec<(String, Candidate<'d>)> {
    let mut candidates = mapped(cx, union);
    let schemas = &cx.schemas;
    let members = match union_keyword(union) {
        Some(_) => schemas.alternatives(union),
        None if candidates.is_empty() => schemas.implied(union).to_vec(),
        None => Vec::new(),
    };
    let mapped = candidates.iter();
    let mapped: BTreeSet<Pointer> = mapped.map(|(_, it)| it.member.at.clone()).collect();
    for member in members {
        let Some(schema) = schemas.follow(&member) else {
            continue;
        };
        if mapped.contains(&schema.at) {
            continue;
        }
        let Some(tag) = implicit_tag(schemas, &schema, property) else {
            unselected(&member, property, &mut cx.findings);
            continue;
        };
        let at = member.at.clone();
        let candidate = Candidate {
            member,
            at,
            is_mapped: false,
        };
        match candidates.iter().find(|(other, _)| *other == tag) {
            None => candidates.push((tag, candidate)),
            Some((_, first)) if is_same(schemas, &candidate, first) => {}
            Some((_, first)) => {
                let selector = format!("{property}: {tag}");
                repeated(&selector, &candidate, first, &mut cx.findings);
            }
        }
    }
    candidates
}

/// The targets of the mapping, by tag.
fn mapped<'d>(cx: &mut Context<'d, '_>, union: &Schema<'d>) -> Vec<(String, Candidate<'d>)> {
    let mut candidates = Vec::new();
    for entry in cx.schemas.mapping(union) {
        match &entry.target {
            Some(member) => {
                let (member, at) = (member.clone(), entry.entry.at);
                let candidate = Candidate {
                    member,
                    at,
                    is_mapped: true,
                };
                candidates.push((entry.value.to_owned(), candidate));
            }
            None if is_member(union, entry.entry.value) => {}
            None => unmapped(cx, &entry),
        }
    }
    candidates
}

/// Whether an entry of a mapping is the `$ref` of an alternative, which is reported at its own location.
fn is_member(union: &Schema<'_>, text: &str) -> bool {
    let members = [union.one_of(), union.any_of()];
    let mut members = members.iter().flatten();
    members.any(|member| member.reference() == Some(text))
}

fn unmapped(cx: &mut Context<'_, '_>, mapped: &Mapped<'_>) {
    let Mapped { value, entry, .. } = mapped;
    let text = entry.value;
    let finding = if is_file(text) {
        let message = format!("`{text}` refers to another document");
        let help = "bundle the document into one file, for example with `redocly bundle`";
        Diagnostic::error(Code::ExternalRef, &entry.at, message).help(help)
    } else {
        let message = format!("`{value}` is mapped to `{text}`, which does not exist");
        let name = text.rsplit('/').next().unwrap_or_default();
        let names = cx.document.schemas();
        let help = did_you_mean(name, names.iter().map(|(key, _)| *key));
        Diagnostic::error(Code::DiscriminatorMapping, &entry.at, message).help(help)
    };
    cx.findings.report(finding);
}

/// Whether a mapping names another file, and not a schema of the document.
fn is_file(target: &str) -> bool {
    let file = target.split('#').next().unwrap_or_default();
    let has_ending = |ending: &&str| file.ends_with(*ending);
    file.contains('/') || [".yaml", ".yml", ".json"].iter().any(has_ending)
}

/// The tag of a member that no mapping names: the one value that its property allows, else the name of its schema.
fn implicit_tag<'d>(schemas: &Schemas<'d>, schema: &Schema<'d>, property: &str) -> Option<String> {
    let composed = Composed::of(schemas, std::slice::from_ref(schema));
    let part = composed.properties.get(property);
    let allowed = part.and_then(|part| schemas.allowed(&part.schema));
    let only = allowed
        .filter(|values| values.len() == 1)
        .and_then(|values| values.first().map(|value| (*value).to_owned()));
    only.or_else(|| component_key(&schema.at))
}

fn unselected(member: &Schema<'_>, property: &str, findings: &mut Findings<'_>) {
    let message = format!("no value of `{property}` selects this alternative");
    let help = "give the property an `enum` of one value, or make the schema a component";
    findings.report(Diagnostic::warning(Code::AmbiguousUnion, &member.at, message).help(help));
}

/// Whether two candidates have one schema, or the same schema twice.
fn is_same<'d>(schemas: &Schemas<'d>, one: &Candidate<'d>, other: &Candidate<'d>) -> bool {
    let [one, other] = [one, other].map(|it| schemas.follow(&it.member));
    one.map(|node| node.value) == other.map(|node| node.value)
}

/// Reports an alternative whose tag selects another one.
fn repeated(
    selector: &str,
    candidate: &Candidate<'_>,
    first: &Candidate<'_>,
    findings: &mut Findings<'_>,
) {
    let message = format!("`{selector}` already selects another alternative; this one is ignored");
    let help = "give each alternative a unique value";
    findings.report(
        Diagnostic::warning(Code::AmbiguousUnion, &candidate.at, message)
            .help(help)
            .label(&first.at, "selects this alternative"),
    );
}

/// Reports a variant without the property of the discriminator.
fn expect_property<'d>(
    cx: &mut Context<'d, '_>,
    source: &UnionSource<'_, 'd>,
    property: &str,
    (tag, candidate): (&str, &Candidate<'d>),
) {
    let Some(member) = cx.schemas.follow(&candidate.member) else {
        return;
    };
    let parts = Composed::of(&cx.schemas, std::slice::from_ref(&member));
    let has = |composed: &Composed<'d>| composed.properties.contains_key(property);
    let nested_union = cx.schemas.is_union(&member) || !parts.unions.is_empty();
    if has(source.own) || has(&parts) || nested_union || parts.is_partial {
        return;
    }
    let message = format!("the variant `{tag}` has no property `{property}`");
    let help = "declare the discriminator's property in every variant";
    // A warning: the union writes the property itself.
    let discriminator = source
        .union
        .at
        .key(keyword::DISCRIMINATOR)
        .key(keyword::PROPERTY_NAME);
    let label = "this property is the discriminator";
    cx.findings.report(
        Diagnostic::warning(Code::DiscriminatorProperty, &candidate.at, message)
            .help(help)
            .label(discriminator, label),
    );
}

/// The enum of the discriminator's values, where the union or all variants share one.
fn tag_type<'d>(
    cx: &mut Context<'d, '_>,
    source: &UnionSource<'_, 'd>,
    property: &str,
    candidates: &[(String, Candidate<'d>)],
) -> Option<TypeId> {
    let node = match source.own.properties.get(property) {
        Some(part) => part.schema.clone(),
        None => shared(&cx.schemas, property, candidates)?,
    };
    cx.schemas.allowed(&node)?;
    let role = Role::Property(property.to_owned());
    let place = NameHint::nested(Owner::Type(source.id), role);
    match cx.schema(&node, &place) {
        TypeRef::Named(values) => Some(values),
        TypeRef::Nullable(inner) => match *inner {
            TypeRef::Named(values) => Some(values),
            _ => None,
        },
        _ => None,
    }
}

/// The one schema that all variants use for a property.
fn shared<'d>(
    schemas: &Schemas<'d>,
    property: &str,
    candidates: &[(String, Candidate<'d>)],
) -> Option<Schema<'d>> {
    let mut nodes = candidates.iter().map(|(_, candidate)| {
        let parts = Composed::of(schemas, std::slice::from_ref(&candidate.member));
        let part = parts.properties.get(property)?;
        schemas.follow(&part.schema)
    });
    let first = nodes.next()??;
    nodes
        .all(|node| node.is_some_and(|node| node.at == first.at))
        .then_some(first)
}
