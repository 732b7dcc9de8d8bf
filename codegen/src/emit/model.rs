use proc_macro2::Ident;
use quote::format_ident;

use crate::Options;
use crate::analyze::{Body, Facts, Holding, OperationFacts, TypeFacts};
use crate::ir::{Api, MediaType, Operation, Shape, TypeDef, TypeId, TypeRef};
use crate::name::{Names, OperationNames, TypeNames};

/// Everything that emitters know.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// What the API is.
    pub api: &'a Api,
    /// What follows from that.
    pub facts: &'a Facts,
    /// What everything is called.
    pub names: &'a Names,
    /// What the maintainer chose.
    pub options: &'a Options,
}

/// A type with all that is known about it.
#[derive(Clone, Copy)]
pub(crate) struct NamedType<'a> {
    pub(super) def: &'a TypeDef,
    pub(super) facts: &'a TypeFacts,
    pub(super) names: &'a TypeNames,
}

/// An operation with all that is known about it.
#[derive(Clone, Copy)]
pub(super) struct NamedOperation<'a> {
    pub(super) def: &'a Operation,
    pub(super) facts: &'a OperationFacts,
    pub(super) names: &'a OperationNames,
}

impl<'a> Model<'a> {
    pub(super) fn get(&self, id: TypeId) -> NamedType<'a> {
        NamedType {
            def: self.api.types.get(id),
            facts: &self.facts.types[id.index()],
            names: &self.names.types[id.index()],
        }
    }

    /// The types that a signature shows; a client can do without the others.
    pub(crate) fn types(&self) -> impl Iterator<Item = NamedType<'a>> {
        let model = *self;
        let types = self.api.types.iter().map(move |def| model.get(def.id));
        types.filter(|ty| ty.facts.in_request || ty.facts.in_response)
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = NamedOperation<'a>> {
        let model = *self;
        self.api
            .operations
            .iter()
            .enumerate()
            .map(move |(index, def)| NamedOperation {
                def,
                facts: &model.facts.operations[index],
                names: &model.names.operations[index],
            })
    }

    /// What a use of a type stands for once aliases are followed.
    pub(super) fn shape(&self, ty: &TypeRef) -> Option<&'a Shape> {
        match ty {
            TypeRef::Named(id) => match &self.api.types.get(*id).shape {
                Shape::Alias(target) if target != ty => self.shape(target),
                shape => Some(shape),
            },
            _ => None,
        }
    }

    /// The name by which Rust code refers to the crate.
    pub(super) fn library(&self) -> Ident {
        format_ident!("{}", self.options.package.library())
    }
}

impl NamedType<'_> {
    pub(super) fn ident(&self) -> Ident {
        ident(&self.names.ident)
    }

    pub(super) fn member(&self, index: usize) -> Ident {
        ident(&self.names.members[index])
    }

    pub(super) fn rest(&self) -> Ident {
        ident(&self.names.rest)
    }

    pub(super) fn holding(&self, index: usize) -> Holding {
        self.facts.held.get(index).copied().unwrap_or_default()
    }
}

impl<'a> NamedOperation<'a> {
    /// The media type that a body of a response is read in.
    pub(super) fn media(&self, body: Body) -> &'a MediaType {
        &self.def.responses[body.response].content[body.media]
    }
    pub(super) fn parameter(&self, index: usize) -> Ident {
        ident(&self.names.parameters[index])
    }
}

/// An assigned name as a token. Names are valid identifiers, raw ones included: the naming stage sees to that.
pub(super) fn ident(name: &str) -> Ident {
    format_ident!("{name}")
}
