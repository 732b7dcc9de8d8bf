//! The state of this stage.

use super::findings::Findings;
use super::limits::PropertyBudget;
use super::literal::{literal, spells};
use super::patterns::Patterns;
use super::samples::Samples;
use super::schemas::Schemas;
use super::types::{Source, Types};
use super::{docs, given};
use crate::diagnostic::Sink;
use crate::ir::{Direction, Literal, NameHint, Shape, TypeDef, TypeId, TypeRef};
use crate::load::{Document, Node, Schema, keyword};

/// The document, and everything that is collected from it. Functions take the parts that they use.
pub(super) struct Context<'d, 's> {
    pub(super) document: &'d Document,
    pub(super) schemas: Schemas<'d>,
    pub(super) findings: Findings<'s>,
    pub(super) types: Types<'d>,
    pub(super) samples: Samples<'d>,
    pub(super) patterns: Patterns,
    pub(super) properties: PropertyBudget,
}

impl<'d, 's> Context<'d, 's> {
    pub(super) fn new(document: &'d Document, sink: &'s mut Sink) -> Self {
        Self {
            document,
            schemas: Schemas::new(document),
            findings: Findings::new(sink),
            types: Types::default(),
            samples: Samples::default(),
            patterns: Patterns::default(),
            properties: PropertyBudget::default(),
        }
    }

    /// Adds a type for `schema`, without its shape.
    pub(super) fn add_type(&mut self, schema: &Schema<'d>, hint: NameHint) -> TypeId {
        let given = given::type_name(schema, &hint, &mut self.findings);
        self.types.table.add(|id| TypeDef {
            id,
            origin: schema.at.clone(),
            hint,
            given,
            docs: docs::schema(schema),
            deprecated: schema.deprecated(),
            example: schema
                .example()
                .and_then(|it| it.value.as_str().map(str::to_owned)),
            xml: self.schemas.xml(schema),
            // Until its shape is known.
            shape: Shape::Alias(TypeRef::Any),
        })
    }

    /// Adds a type for `schema`, whose shape will be found from `source`.
    pub(super) fn declare(
        &mut self,
        schema: &Schema<'d>,
        source: Source<'d>,
        hint: NameHint,
    ) -> TypeRef {
        let id = self.add_type(schema, hint);
        self.types.enqueue(id, source);
        TypeRef::Named(id)
    }

    /// Collects the examples of `node`, which are values of type `ty`.
    pub(super) fn add_examples(
        &mut self,
        node: &Node<'d>,
        ty: &TypeRef,
        direction: Option<Direction>,
    ) {
        self.samples
            .add_examples(self.document, node, ty, direction);
    }

    /// The `default` of a value of type `ty`, from the outermost layer with one. `None` if it is of another JSON type.
    pub(super) fn default(&mut self, node: &Schema<'d>, ty: &TypeRef) -> Option<Literal> {
        let layers = self.schemas.layers(node);
        let layer = layers.iter().find(|layer| layer.has(keyword::DEFAULT))?;
        let value = layer.default_value()?;
        self.samples.add_default(&value, ty);
        let is_of_type = layer
            .json_type()
            .is_none_or(|kind| spells(value.value, kind));
        is_of_type.then(|| literal(value.value))
    }
}
