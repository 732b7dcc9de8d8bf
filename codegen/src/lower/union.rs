//! `oneOf` and `anyOf`.
//!
//! A union with a discriminator has one variant for each value of it. Where they come from, in this order: the entries
//! of the mapping, then the members that no entry leads to, under the name of their schema. Without `oneOf`, the
//! mapping alone makes the union, or else the schemas that name it in their `allOf`.
//!
//! Properties beside `oneOf` belong to every variant, so a variant that has not got them is composed with them.

mod labels;
mod untagged;

use super::compose::Composed;
use super::schemas::{component_key, union_keyword};
use super::{Lowerer, Task, nested};
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    Discriminator, NameHint, Owner, Role, Shape, TaggedVariant, TypeId, TypeRef, Union, UnionKind,
    Variant, VariantForm, Variants,
};
use crate::load::{JsonType, Node, keyword};

/// A variant before it has a type.
struct Candidate<'d> {
    /// The member, which may be a reference.
    member: Node<'d>,
    /// Where the document says that this is a variant.
    at: Pointer,
}

/// What a union and its variants are lowered from.
struct Source<'a, 'd> {
    /// The type of the union.
    id: TypeId,
    /// The enclosing schema.
    schema: &'a Node<'d>,
    /// The schema that has the alternatives.
    union: &'a Node<'d>,
    /// The properties that every variant has.
    own: &'a Composed<'d>,
    /// The discriminator's property.
    property: Option<&'a str>,
}

impl<'d> Lowerer<'d, '_> {
    /// The union that `schema` is.
    pub(super) fn union(&mut self, id: TypeId, schema: &Node<'d>) -> Shape {
        let own = Composed::of(&self.schemas, std::slice::from_ref(schema));
        self.extended_union(id, schema, schema, &own)
    }

    /// The alternatives of `union` with the properties of `own` in each; `schema` is the enclosing schema.
    pub(super) fn extended_union(
        &mut self,
        id: TypeId,
        schema: &Node<'d>,
        union: &Node<'d>,
        own: &Composed<'d>,
    ) -> Shape {
        let property = union
            .discriminator()
            .and_then(|discriminator| discriminator.string("propertyName"))
            .filter(|property| self.is_discriminated(union, own, property));
        let source = Source {
            id,
            schema,
            union,
            own,
            property: property.as_deref(),
        };
        let kind = match union_keyword(union) {
            Some(keyword::ANY_OF) => UnionKind::AnyOf,
            _ => UnionKind::OneOf,
        };
        match &property {
            Some(property) => Shape::Union(Union {
                kind,
                variants: self.tagged_variants(&source, property),
            }),
            None => self.untagged(&source, union, kind),
        }
    }

    /// Whether a discriminator can select an alternative: it maps values, or an alternative has its property. One that
    /// does neither would leave every value unknown, so it is reported and ignored.
    fn is_discriminated(&mut self, union: &Node<'d>, own: &Composed<'d>, property: &str) -> bool {
        let members = match union_keyword(union) {
            Some(_) if self.schemas.mapping(union).is_empty() => self.schemas.alternatives(union),
            _ => return true,
        };
        let has = |composed: &Composed<'d>| composed.properties.contains_key(property);
        let may_have = |member: &Node<'d>| {
            let parts = Composed::of(&self.schemas, std::slice::from_ref(member));
            has(&parts)
                || parts.is_partial
                || !parts.unions.is_empty()
                || self.schemas.is_union(member)
        };
        let followed = members
            .iter()
            .filter_map(|member| self.schemas.follow(member));
        if members.is_empty() || has(own) || followed.into_iter().any(|member| may_have(&member)) {
            return true;
        }
        let message =
            format!("no alternative has the property `{property}`; the discriminator is ignored");
        let help = "declare the property in each alternative";
        let at = union.at.key(keyword::DISCRIMINATOR);
        self.sink
            .report(Diagnostic::warning(Code::DiscriminatorProperty, &at, message).help(help));
        false
    }

    fn tagged_variants(&mut self, source: &Source<'_, 'd>, property: &str) -> Variants {
        let candidates = self.tagged(source.union, property);
        let discriminator = Discriminator {
            property: property.to_owned(),
            values: self.tag_type(source, property, &candidates),
        };
        let variants = candidates.iter().map(|(tag, candidate)| {
            self.has_property(source, property, tag, candidate);
            TaggedVariant {
                tag: tag.clone(),
                nested: Vec::new(),
                variant: self.variant(source, candidate, tag),
            }
        });
        let variants = variants.collect();
        Variants::Tagged(discriminator, variants)
    }

    /// The variants of a union with a discriminator, by tag.
    fn tagged(&mut self, union: &Node<'d>, property: &str) -> Vec<(String, Candidate<'d>)> {
        let mut candidates = Vec::new();
        for (value, entry, target) in self.schemas.mapping(union) {
            match target {
                Some(member) => {
                    let at = entry.at;
                    candidates.push((value.to_owned(), Candidate { member, at }));
                }
                None if is_member(union, &entry) => {}
                None => self.unmapped(value, &entry),
            }
        }
        let members = match union_keyword(union) {
            Some(_) => self.schemas.alternatives(union),
            None if candidates.is_empty() => self.schemas.implied(union),
            None => Vec::new(),
        };
        let mapped: Vec<Pointer> = candidates
            .iter()
            .map(|(_, candidate)| candidate.member.at.clone())
            .collect();
        for member in members {
            let Some(schema) = self.schemas.follow(&member) else {
                continue;
            };
            if mapped.contains(&schema.at) {
                continue;
            }
            let Some((tag, candidate)) = self.implicit(&member, &schema, property) else {
                continue;
            };
            if let Some((_, other)) = candidates.iter().find(|(other, _)| *other == tag) {
                self.repeated_tag(property, &tag, &candidate, other);
            } else {
                candidates.push((tag, candidate));
            }
        }
        candidates
    }

    /// An alternative whose tag leads to another one; the same schema written twice is no loss.
    fn repeated_tag(
        &mut self,
        property: &str,
        tag: &str,
        candidate: &Candidate<'d>,
        first: &Candidate<'d>,
    ) {
        let [one, other] = [candidate, first].map(|it| self.schemas.follow(&it.member));
        if one.map(|node| node.value) == other.map(|node| node.value) {
            return;
        }
        let message =
            format!("`{property}: {tag}` already selects another alternative; this one is ignored");
        let help = "give each alternative a unique value";
        self.sink.report(
            Diagnostic::warning(Code::AmbiguousUnion, &candidate.at, message)
                .help(help)
                .label(&first.at, "selects this alternative"),
        );
    }

    fn unmapped(&mut self, value: &str, entry: &Node<'d>) {
        let text = entry.value.as_str().unwrap_or_default();
        if is_file(text) {
            let message = format!("`{text}` refers to another document");
            let help = "bundle the document into one file, for example with `redocly bundle`";
            self.sink
                .report(Diagnostic::error(Code::ExternalRef, &entry.at, message).help(help));
            return;
        }
        let message = format!("`{value}` is mapped to `{text}`, which does not exist");
        let name = text.rsplit('/').next().unwrap_or_default();
        let names = self.document.components("schemas");
        let help = crate::load::did_you_mean(name, names.iter().map(|(key, _)| *key));
        self.sink
            .report(Diagnostic::error(Code::DiscriminatorMapping, &entry.at, message).help(help));
    }

    /// A member that no mapping names: its tag is the one value that its property allows, else its schema's name.
    fn implicit(
        &mut self,
        member: &Node<'d>,
        schema: &Node<'d>,
        property: &str,
    ) -> Option<(String, Candidate<'d>)> {
        let composed = Composed::of(&self.schemas, std::slice::from_ref(schema));
        let part = composed.properties.get(property);
        let allowed = part.and_then(|part| self.schemas.allowed(&part.schema));
        let only = allowed
            .filter(|values| values.len() == 1)
            .and_then(|values| values.first().map(|value| (*value).to_owned()));
        let Some(tag) = only.or_else(|| component_key(&schema.at)) else {
            let message = format!("no value of `{property}` selects this alternative");
            let help = "give the property an `enum` of one value, or make the schema a component";
            self.sink
                .report(Diagnostic::warning(Code::AmbiguousUnion, &member.at, message).help(help));
            return None;
        };
        let candidate = Candidate {
            member: member.clone(),
            at: member.at.clone(),
        };
        Some((tag, candidate))
    }

    fn variant(
        &mut self,
        source: &Source<'_, 'd>,
        candidate: &Candidate<'d>,
        label: &str,
    ) -> Variant {
        let role = self.schemas.variant_role(&candidate.member, label);
        let place = nested(Owner::Type(source.id), role);
        Variant {
            ty: self.variant_type(source, &candidate.member, place),
            label: label.to_owned(),
            form: VariantForm::Plain,
            origin: candidate.at.clone(),
            docs: self.value_docs(&candidate.member),
        }
    }

    /// The type of a variant: its schema's, or a composed one if it lacks properties of the union.
    fn variant_type(
        &mut self,
        source: &Source<'_, 'd>,
        node: &Node<'d>,
        place: NameHint,
    ) -> TypeRef {
        let Some(member) = self.schemas.follow(node) else {
            return TypeRef::Any;
        };
        let parts = Composed::of(&self.schemas, std::slice::from_ref(&member));
        let is_itself = member.at == source.schema.at;
        let is_whole = !is_object(&self.schemas, &member) || covers(&parts, source);
        if !is_itself && is_whole {
            return self.schema(node, &place);
        }
        let composed = self.reserve(&member, place);
        let parts = if is_itself {
            vec![member]
        } else {
            vec![source.schema.clone(), member]
        };
        self.queue.push_back((composed, Task::Compose(parts)));
        TypeRef::Named(composed)
    }

    /// Reports a variant that the discriminator cannot be part of.
    fn has_property(
        &mut self,
        source: &Source<'_, 'd>,
        property: &str,
        tag: &str,
        candidate: &Candidate<'d>,
    ) {
        let Some(member) = self.schemas.follow(&candidate.member) else {
            return;
        };
        let parts = Composed::of(&self.schemas, std::slice::from_ref(&member));
        let has = |composed: &Composed<'d>| composed.properties.contains_key(property);
        let nested_union = self.schemas.is_union(&member) || !parts.unions.is_empty();
        if has(source.own) || has(&parts) || nested_union || parts.is_partial {
            return;
        }
        let message = format!("the variant `{tag}` has no property `{property}`");
        let help = "declare the discriminator's property in every variant";
        // Nothing is lost: the union writes the property itself.
        let discriminator = source
            .union
            .at
            .key(keyword::DISCRIMINATOR)
            .key("propertyName");
        let label = "this property is the discriminator";
        self.sink.report(
            Diagnostic::warning(Code::DiscriminatorProperty, &candidate.at, message)
                .help(help)
                .label(discriminator, label),
        );
    }

    /// The enum of the discriminator's values, where the union or all variants share one.
    fn tag_type(
        &mut self,
        source: &Source<'_, 'd>,
        property: &str,
        candidates: &[(String, Candidate<'d>)],
    ) -> Option<TypeId> {
        let node = match source.own.properties.get(property) {
            Some(part) => part.schema.clone(),
            None => self.shared(property, candidates)?,
        };
        self.schemas.allowed(&node)?;
        let place = nested(Owner::Type(source.id), Role::Property(property.to_owned()));
        match self.schema(&node, &place) {
            TypeRef::Named(values) => Some(values),
            TypeRef::Nullable(inner) => match *inner {
                TypeRef::Named(values) => Some(values),
                _ => None,
            },
            _ => None,
        }
    }

    /// The one schema that all variants use for a property.
    fn shared(&self, property: &str, candidates: &[(String, Candidate<'d>)]) -> Option<Node<'d>> {
        let mut nodes = candidates.iter().map(|(_, candidate)| {
            let parts = Composed::of(&self.schemas, std::slice::from_ref(&candidate.member));
            let part = parts.properties.get(property)?;
            self.schemas.follow(&part.schema)
        });
        let first = nodes.next()??;
        nodes
            .all(|node| node.is_some_and(|node| node.at == first.at))
            .then_some(first)
    }
}

fn is_object<'d>(schemas: &super::Schemas<'d>, member: &Node<'d>) -> bool {
    schemas.kind(member) == Some(JsonType::Object) || member.has(keyword::ALL_OF)
}

/// Whether a variant has all properties beside `oneOf`, except for the discriminator, which the union writes.
fn covers(parts: &Composed<'_>, source: &Source<'_, '_>) -> bool {
    let Source { own, property, .. } = source;
    let beside = |name: &&&str| Some(**name) != *property;
    let declared = own.properties.keys().filter(beside);
    let required = own.required.iter().filter(beside);
    let mut required = required.filter(|name| parts.properties.contains_key(*name));
    declared
        .into_iter()
        .all(|name| parts.properties.contains_key(name))
        && required.all(|name| parts.required.contains(name))
}

/// Whether an entry of a mapping is the `$ref` of an alternative, which is reported at its own location.
fn is_member(union: &Node<'_>, entry: &Node<'_>) -> bool {
    let members = [keyword::ONE_OF, keyword::ANY_OF].map(|keyword| union.list(keyword));
    let mut targets = members.iter().flatten().map(|member| member.str("$ref"));
    entry
        .value
        .as_str()
        .is_some_and(|text| targets.any(|target| target == Some(text)))
}

/// Whether a mapping names another file, and not a schema of the document.
fn is_file(target: &str) -> bool {
    let file = target.split('#').next().unwrap_or_default();
    let has_ending = |ending: &&str| file.ends_with(*ending);
    file.contains('/') || [".yaml", ".yml", ".json"].iter().any(has_ending)
}
