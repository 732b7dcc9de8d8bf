//! Objects and their properties.

use serde_yaml::Value;

use super::check::spells;
use super::compose::{Composed, Conflict, DEPTH, Part, owner};
use super::literal::literal;
use super::{Lowerer, Task, docs, nested, wrap};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer};
use crate::ir::{
    Access, AdditionalProperties, Docs, GivenName, Literal, NameHint, Origin, Owner, Property,
    Role, Shape, Struct, TypeId, TypeRef,
};
use crate::load::{Node, keyword};

/// How many wrappers around a schema are looked through for its marks.
const WRAPPERS: usize = 16;

/// How many properties all types together may have.
const PROPERTIES: usize = 250_000;

impl<'d> Lowerer<'d, '_> {
    /// An object, or a union if its `allOf` brings one in.
    pub(super) fn object(&mut self, id: TypeId, schema: &Node<'d>) -> Shape {
        let composed = Composed::of(&self.schemas, std::slice::from_ref(schema));
        if let Some((at, message)) = &composed.no_object {
            return Shape::Alias(self.contradictory(at, message, []));
        }
        match composed.unions.as_slice() {
            [] => Shape::Struct(self.structure(id, schema, &composed)),
            [union] => self.extended_union(id, schema, union, &composed),
            _ => Shape::Alias(self.opaque(&schema.at, "the `allOf` has several unions")),
        }
    }

    /// The properties of all `parts` as one object.
    pub(super) fn composed(&mut self, id: TypeId, parts: &[Node<'d>]) -> Shape {
        let composed = Composed::of(&self.schemas, parts);
        if let Some((at, message)) = &composed.no_object {
            return Shape::Alias(self.contradictory(at, message, []));
        }
        let root = self.document.root();
        let first = parts.first().unwrap_or(&root);
        Shape::Struct(self.structure(id, first, &composed))
    }

    pub(super) fn structure(
        &mut self,
        id: TypeId,
        schema: &Node<'d>,
        composed: &Composed<'d>,
    ) -> Struct {
        self.conflicts(composed);
        self.undeclared(schema, composed);
        if !self.affords(composed.properties.len(), schema) {
            return Struct {
                properties: Vec::new(),
                constants: Vec::new(),
                additional: AdditionalProperties::Ignored,
            };
        }
        let home = owner(&schema.at);
        let properties = composed
            .properties
            .iter()
            .map(|(name, part)| {
                // Inline schemas of a base are named after the base, whichever heir is met first.
                let base = part.owner.clone().filter(|_| part.owner != home);
                let owner = base.map_or(Owner::Type(id), Owner::Component);
                self.property(name, part, composed.required.contains(name), owner)
            })
            .collect();
        Struct {
            properties,
            constants: Vec::new(),
            additional: self.additional(id, composed.additional.as_ref()),
        }
    }

    /// A large base and many heirs multiply; the limit is far beyond every real document.
    fn affords(&mut self, properties: usize, schema: &Node<'d>) -> bool {
        let before = self.properties;
        self.properties = before.saturating_add(properties);
        if before <= PROPERTIES && self.properties > PROPERTIES {
            let message = format!("the schemas have more than {PROPERTIES} properties in total");
            let help = "select a part of the document";
            self.sink
                .report(Diagnostic::error(Code::UnsupportedSchema, &schema.at, message).help(help));
        }
        self.properties <= PROPERTIES
    }

    fn conflicts(&mut self, composed: &Composed<'d>) {
        if let Some(at) = &composed.too_deep
            && self.reported.insert(at.clone())
        {
            let message = format!("`allOf` is nested more than {DEPTH} levels deep");
            let help = "refer to the base schemas directly";
            self.sink
                .report(Diagnostic::error(Code::AllOfConflict, at, message).help(help));
        }
        for Conflict {
            message,
            at,
            earlier,
        } in &composed.conflicts
        {
            let earlier = (Location::key(earlier), "also declared here".to_owned());
            self.contradictory(Location::key(at), message, [earlier]);
        }
    }

    /// A key that `required` names and nothing declares may hold anything.
    fn undeclared(&mut self, schema: &Node<'d>, composed: &Composed<'d>) {
        if composed.is_partial {
            return;
        }
        let missing = composed
            .required
            .iter()
            .filter(|name| !composed.properties.contains_key(*name));
        for name in missing {
            let at = schema.at.key(keyword::REQUIRED);
            if self.reported.insert(at.key(name)) {
                let message = format!("`{name}` is required, but not declared");
                let help = "declare it under `properties`";
                self.sink
                    .report(Diagnostic::warning(Code::UnsupportedSchema, &at, message).help(help));
            }
        }
    }

    fn property(&mut self, name: &str, part: &Part<'d>, required: bool, owner: Owner) -> Property {
        let given = self.given(&part.words);
        let place = given.as_ref().map_or(name, GivenName::as_str);
        let place = nested(owner, Role::Property(place.to_owned()));
        let ty = self.part(part, &place);
        let default = self.default(&part.words, &ty);
        self.example(&part.words, &ty, None);
        Property {
            name: name.to_owned(),
            origin: Origin(part.words.at.clone()),
            given,
            required,
            constant: self.schemas.constant(&part.schema),
            access: access(part),
            default,
            docs: self.value_docs(&part.words),
            deprecated: marked(&part.words, "deprecated"),
            ty,
        }
    }

    /// The type of a property: that of its schema, or of all members that add to it.
    fn part(&mut self, part: &Part<'d>, place: &NameHint) -> TypeRef {
        if part.is_contradiction {
            return TypeRef::Any;
        }
        if part.beside.is_empty() {
            return self.schema(&part.schema, place);
        }
        let mut parts = vec![part.schema.clone()];
        parts.extend(part.beside.iter().cloned());
        let places: Vec<Pointer> = parts.iter().map(|node| node.at.clone()).collect();
        if let Some(known) = self.known.get(&places) {
            return known.clone();
        }
        let id = self.reserve(&part.schema, place.clone());
        let nullable = parts.iter().all(|node| self.schemas.is_nullable(node));
        let ty = wrap(TypeRef::Named(id), nullable);
        self.known.insert(places, ty.clone());
        self.queue.push_back((id, Task::Compose(parts)));
        ty
    }

    /// The schemas that say one thing about a value: a wrapper, what it refers to, what that wraps, ...
    fn layers(&self, node: &Node<'d>) -> Vec<Node<'d>> {
        let mut layers = Vec::new();
        let mut next = self.schemas.follow(node);
        while let Some(schema) = next.filter(|_| layers.len() < WRAPPERS) {
            let members = schema.all_of();
            next = match members.as_slice() {
                [only] => self.schemas.follow(only),
                _ => None,
            };
            layers.push(schema);
        }
        layers
    }

    /// The words of the outermost layer that has any; notes are those of all layers.
    pub(super) fn value_docs(&self, node: &Node<'d>) -> Docs {
        let layers = self.layers(node);
        let all: Vec<Docs> = layers.iter().map(docs::schema).collect();
        let has_words = |docs: &&Docs| docs.summary.is_some() || docs.description.is_some();
        let mut docs = all.iter().find(has_words).cloned().unwrap_or_default();
        docs.notes = all.into_iter().flat_map(|layer| layer.notes).collect();
        docs
    }

    /// The `default` of a schema, or of the one that it wraps or refers to, unless it is of another JSON type; it is
    /// held against the type later.
    pub(super) fn default(&mut self, node: &Node<'d>, ty: &TypeRef) -> Option<Literal> {
        let layers = self.layers(node);
        let layer = layers.iter().find(|layer| layer.has(keyword::DEFAULT))?;
        let value = layer.default_value()?;
        self.defaults(&value, ty);
        let is_of_type = layer
            .json_type()
            .is_none_or(|kind| spells(value.value, kind));
        is_of_type.then(|| literal(value.value))
    }

    fn additional(&mut self, id: TypeId, node: Option<&Node<'d>>) -> AdditionalProperties {
        match node {
            None => AdditionalProperties::Ignored,
            Some(node) => match node.value {
                Value::Bool(false) => AdditionalProperties::Ignored,
                Value::Bool(true) => AdditionalProperties::Kept(TypeRef::Any),
                _ => {
                    let place = nested(Owner::Type(id), Role::Value);
                    AdditionalProperties::Kept(self.schema(node, &place))
                }
            },
        }
    }
}

fn access(part: &Part<'_>) -> Access {
    let marked = |key| marked(&part.words, key) || marked(&part.schema, key);
    match (marked(keyword::READ_ONLY), marked(keyword::WRITE_ONLY)) {
        (true, _) => Access::ReadOnly,
        (false, true) => Access::WriteOnly,
        (false, false) => Access::ReadWrite,
    }
}

/// Whether a flag is set on a property's schema, or on an inline member of its `allOf`. Behind a reference it says
/// nothing about the property: flags are "relevant only for Schema properties definitions" (OpenAPI 3.0.3).
fn marked(node: &Node<'_>, key: &str) -> bool {
    let members = node.all_of();
    node.flag(key) || members.iter().any(|member| member.flag(key))
}
