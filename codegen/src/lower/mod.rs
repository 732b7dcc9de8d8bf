//! [`Resolved`] to [`ir::Api`]: what the document means.
//!
//! A schema becomes a [`TypeRef`]. Looking at it (`schemas`) tells its `Form`; forms that need a name get a place
//! in the type table at once and wait in a queue until it is their turn to be filled in. So references never make
//! this recurse, whatever circle they form, and only what an operation reaches is lowered.

mod api;
mod body;
mod check;
mod compose;
mod docs;
mod given;
mod listed;
mod literal;
mod null;
mod object;
mod operation;
mod overlap;
mod parameter;
mod place;
mod scalar;
mod schemas;
mod secret;
mod security;
mod union;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::slice;

use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::ir::{
    self, Check, NameHint, Owner, Primitive, Role, Shape, TypeDef, TypeId, TypeRef, TypeTable,
};
use crate::load::{Document, JsonType, Node, keyword};
use crate::pattern::{Budget, Length, Refused};
use crate::resolve::Resolved;
use schemas::{Form, Schemas, component_key};

/// Lowers a document to what a client of it needs to know.
///
/// Constructs without a type in the IR become raw JSON, or bytes, with a warning at their location. Defaults and examples
/// are checked against their schemas.
#[must_use]
pub fn lower(resolved: &Resolved<'_>, sink: &mut Sink) -> ir::Api {
    let mut lowerer = Lowerer {
        schemas: Schemas::new(resolved.document),
        document: resolved.document,
        sink,
        types: TypeTable::default(),
        known: BTreeMap::new(),
        patterns: BTreeMap::new(),
        budget: Budget::default(),
        queue: VecDeque::new(),
        samples: Vec::new(),
        reported: BTreeSet::new(),
        properties: 0,
    };
    let mut api = lowerer.api(resolved);
    lowerer.fill_in();
    api.types = std::mem::take(&mut lowerer.types);
    check::samples(&api.types, &lowerer.samples, lowerer.sink);
    api
}

struct Lowerer<'d, 's> {
    schemas: Schemas<'d>,
    document: &'d Document,
    sink: &'s mut Sink,
    types: TypeTable,
    /// The type of every schema that was met, by its place; some types are made of several schemas together.
    known: BTreeMap<Vec<Pointer>, TypeRef>,
    /// How every pattern is checked, by its source.
    patterns: BTreeMap<String, Result<(Check, Length), Refused>>,
    /// What is left for those that come.
    budget: Budget,
    /// Types whose shape is still to be found.
    queue: VecDeque<(TypeId, Task<'d>)>,
    /// Defaults and examples, to be held against the types when all are known.
    samples: Vec<check::Sample<'d>>,
    /// Places that have a finding already: several types may be composed of one schema.
    reported: BTreeSet<Pointer>,
    /// How many properties the types have so far.
    properties: usize,
}

/// What a named type is made from.
enum Task<'d> {
    /// A schema of a form.
    Schema(Node<'d>, Form<'d>),
    /// The properties of all these schemas.
    Compose(Vec<Node<'d>>),
}

impl<'d> Lowerer<'d, '_> {
    /// The type of the schema at `node`, which may be a reference. `place` names it if it is inline and needs a name.
    fn schema(&mut self, node: &Node<'d>, place: &NameHint) -> TypeRef {
        let ty = self.followed(node, place);
        // The reference may say so, and the schema not.
        let is_marked = !matches!(ty, TypeRef::Nullable(_)) && self.schemas.is_marked(node);
        wrap(ty, is_marked)
    }

    fn followed(&mut self, node: &Node<'d>, place: &NameHint) -> TypeRef {
        let Some(schema) = self.schemas.follow(node) else {
            return TypeRef::Any;
        };
        if let Some(known) = self.known.get(slice::from_ref(&schema.at)) {
            return known.clone();
        }
        let form = self.schemas.form(&schema);
        let is_reused = schema.at != node.at;
        let nullable = self.schemas.is_nullable(&schema);
        let ty = match component_key(&schema.at) {
            Some(key) => {
                self.misplaced(&schema);
                self.declare(&schema, form, NameHint::Component(key), nullable)
            }
            None if is_reused => {
                let name = || schema.at.segments().last().unwrap_or_default();
                let place = place::inside_component(&self.schemas, &schema.at);
                let place = place.unwrap_or_else(|| NameHint::Component(name()));
                self.declare(&schema, form, place, nullable)
            }
            None if needs_name(&schema, &form) => {
                self.declare(&schema, form, place.clone(), nullable)
            }
            None => wrap(self.unnamed(&schema, &form, place), nullable),
        };
        self.known.insert(vec![schema.at], ty.clone());
        ty
    }

    /// Makes a place in the table for a schema, and remembers to fill it in.
    fn declare(
        &mut self,
        schema: &Node<'d>,
        form: Form<'d>,
        hint: NameHint,
        nullable: bool,
    ) -> TypeRef {
        let id = self.reserve(schema, hint);
        let ty = wrap(TypeRef::Named(id), nullable);
        self.example(schema, &ty, None);
        self.default(schema, &ty);
        self.queue
            .push_back((id, Task::Schema(schema.clone(), form)));
        ty
    }

    /// Marks that mean something on a property only.
    fn misplaced(&mut self, schema: &Node<'d>) {
        for key in [keyword::READ_ONLY, keyword::WRITE_ONLY] {
            if schema.flag(key) {
                let message = format!("`{key}` has no effect on a schema that is not a property");
                let help = "set it in each property that refers to the schema, beside an `allOf` of the reference";
                let location = Location::Key(schema.at.key(key));
                self.sink.report(
                    Diagnostic::warning(Code::UnsupportedKeyword, location, message).help(help),
                );
            }
        }
    }

    fn reserve(&mut self, schema: &Node<'d>, hint: NameHint) -> TypeId {
        let given = self.given_type(schema, &hint);
        self.types.add(|id| TypeDef {
            id,
            origin: schema.at.clone(),
            hint,
            given,
            docs: docs::schema(schema),
            deprecated: schema.flag("deprecated"),
            example: schema.string("example"),
            // Until its turn comes.
            shape: Shape::Alias(TypeRef::Any),
        })
    }

    /// A type without a name of its own.
    fn unnamed(&mut self, schema: &Node<'d>, form: &Form<'d>, place: &NameHint) -> TypeRef {
        match form {
            Form::Through(member) => self.through(schema, member, place),
            Form::List(items) => TypeRef::List(Box::new(self.items(schema, items.as_ref(), place))),
            Form::Tuple(positions) => {
                let positions = positions.iter().enumerate();
                let positions = positions.map(|(at, it)| self.schema(it, &at_position(place, at)));
                TypeRef::Tuple(positions.collect())
            }
            Form::Map(values) => TypeRef::Map(Box::new(match values {
                Some(values) => self.schema(values, place),
                None => TypeRef::Any,
            })),
            Form::Text => TypeRef::Primitive(Primitive::String(self.schemas.string(schema))),
            Form::Integer => {
                self.unlisted(schema);
                TypeRef::Primitive(Primitive::Integer(scalar::integer(schema)))
            }
            Form::Number => TypeRef::Primitive(scalar::number(schema)),
            Form::Bool => TypeRef::Primitive(Primitive::Bool),
            Form::Any
            | Form::Strings(_)
            | Form::Integers
            | Form::Mixed
            | Form::Union
            | Form::Object => TypeRef::Any,
        }
    }

    /// An enum of numbers that no enum of the client can hold.
    fn unlisted(&mut self, schema: &Node<'d>) {
        let values = schema.get(keyword::ENUM);
        if let Some(values) = values.filter(|_| scalar::lists_numbers(schema)) {
            let message = "not all values of the `enum` fit into a signed 64-bit integer; falling back to a number";
            self.sink.report(Diagnostic::warning(
                Code::UnsupportedSchema,
                &values.at,
                message,
            ));
        }
    }

    /// A schema that says the same as one of its members.
    fn through(&mut self, schema: &Node<'d>, member: &Node<'d>, place: &NameHint) -> TypeRef {
        let members = schema.all_of();
        let typed: Vec<_> = members
            .iter()
            .filter(|member| schemas::has_structure(member))
            .collect();
        if typed.len() > 1 {
            let at = schema.at.key(keyword::ALL_OF);
            let mut kinds: BTreeMap<JsonType, Location> = BTreeMap::new();
            for member in typed {
                if let Some(kind) = self.schemas.kind(member) {
                    kinds.entry(kind).or_insert(Location::from(&member.at));
                }
            }
            if kinds.len() > 1 {
                let names: Vec<_> = kinds.keys().map(|kind| kind.as_str()).collect();
                let names = names.join("` and `");
                let message = format!("no value is of the types `{names}` at once");
                let kinds = kinds.into_iter();
                let labels = kinds.map(|(kind, at)| (at, format!("of type `{kind}`")));
                return self.contradictory(at, &message, labels);
            }
            let message = "several members of `allOf` have a type, and the value is not an object; the first is used";
            self.sink
                .report(Diagnostic::warning(Code::UnsupportedSchema, &at, message));
        }
        self.schema(member, place)
    }

    fn items(&mut self, schema: &Node<'d>, items: Option<&Node<'d>>, place: &NameHint) -> TypeRef {
        if let Some(items) = items {
            return self.schema(items, place);
        }
        let message = "the array has no `items`; falling back to raw JSON for the items";
        let help = "declare `items`, or write `items: {}` for raw JSON";
        self.sink
            .report(Diagnostic::warning(Code::UnsupportedSchema, &schema.at, message).help(help));
        TypeRef::Any
    }

    /// Any JSON value in place of a schema that has no type, with a warning.
    fn opaque(&mut self, at: &Pointer, reason: &str) -> TypeRef {
        let message = format!("falling back to raw JSON: {reason}");
        self.sink
            .report(Diagnostic::warning(Code::UnsupportedSchema, at, message));
        TypeRef::Any
    }

    /// Any JSON value in place of a schema that no value matches, with a warning.
    fn contradictory(
        &mut self,
        at: impl Into<Location>,
        message: &str,
        labels: impl IntoIterator<Item = (Location, String)>,
    ) -> TypeRef {
        let at = at.into();
        let place = at.pointer().cloned().unwrap_or_default();
        if self.reported.insert(place) {
            let help = "make the members agree; until then, the value is raw JSON";
            let finding = Diagnostic::warning(Code::AllOfConflict, at, message).help(help);
            let labels = labels.into_iter();
            self.sink
                .report(labels.fold(finding, |finding, (at, text)| finding.label(at, text)));
        }
        TypeRef::Any
    }

    /// Finds the shapes of all types that wait for it, and of those that come up meanwhile.
    fn fill_in(&mut self) {
        while let Some((id, task)) = self.queue.pop_front() {
            let shape = match task {
                Task::Schema(schema, form) => self.shape(id, &schema, &form),
                Task::Compose(parts) => self.composed(id, &parts),
            };
            self.types.get_mut(id).shape = shape;
        }
    }

    fn shape(&mut self, id: TypeId, schema: &Node<'d>, form: &Form<'d>) -> Shape {
        match form {
            Form::Object => self.object(id, schema),
            Form::Union => self.union(id, schema),
            Form::Strings(members) => {
                self.contradiction(schema);
                Shape::Enum(self.string_enum(members))
            }
            Form::Integers => Shape::Enum(self.integer_enum(schema)),
            Form::Mixed => self.mixed_enum(id, schema),
            Form::Text if schema.has(keyword::PATTERN) => Shape::Scalar(self.text(schema)),
            Form::Integer if scalar::is_bounded(schema) => {
                let bounds = scalar::bounds(schema);
                Shape::Scalar(ir::Scalar::Integer(bounds, scalar::integer(schema)))
            }
            _ => {
                let role = match form {
                    Form::Map(_) | Form::Through(_) => Role::Value,
                    _ => Role::Item,
                };
                let place = nested(Owner::Type(id), role);
                Shape::Alias(self.unnamed(schema, form, &place))
            }
        }
    }

    /// `type: object` beside alternatives that are all strings: no value matches both.
    fn contradiction(&mut self, schema: &Node<'d>) {
        if let Some(kind) = schema.json_type().filter(|kind| *kind != JsonType::String) {
            let message = format!(
                "the type is `{kind}`, and all alternatives are strings; the value is read as a string"
            );
            let help = "write `type: string`";
            self.sink.report(
                Diagnostic::warning(
                    Code::ContradictorySchema,
                    schema.at.key(keyword::TYPE),
                    message,
                )
                .help(help),
            );
        }
    }
}

fn nested(owner: Owner, role: Role) -> NameHint {
    NameHint::Nested { owner, role }
}

/// The place of an item of a tuple.
fn at_position(tuple: &NameHint, position: usize) -> NameHint {
    match tuple {
        NameHint::Component(_) => tuple.clone(),
        NameHint::Nested { owner, role } => {
            let role = Role::Position(Box::new(role.clone()), position);
            nested(owner.clone(), role)
        }
    }
}

fn needs_name(schema: &Node<'_>, form: &Form<'_>) -> bool {
    match form {
        Form::Strings(_) | Form::Integers | Form::Mixed | Form::Union | Form::Object => true,
        Form::Text => schema.has(keyword::PATTERN),
        Form::Integer => scalar::is_bounded(schema),
        _ => false,
    }
}

fn wrap(ty: TypeRef, nullable: bool) -> TypeRef {
    match ty {
        TypeRef::Nullable(_) | TypeRef::Any => ty,
        _ if nullable => TypeRef::Nullable(Box::new(ty)),
        _ => ty,
    }
}
