use crate::Options;
use crate::analyze::{Body, Facts, Holding, OperationFacts, ParameterFacts, TypeFacts};
use crate::ir::{
    Api, MediaType, Operation, Parameter, ParameterId, RequestBody, Shape, Tag, TypeDef, TypeId,
    TypeRef,
};
use crate::name::{Names, OperationNames, TagNames, TypeNames};

/// The input of the stage: everything that is known about an API.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// The API.
    pub api: &'a Api,
    /// The facts that follow from it.
    pub facts: &'a Facts,
    /// The names in Rust.
    pub names: &'a Names,
    /// The settings.
    pub options: &'a Options,
    /// The operations that the API lacks.
    pub skipped: &'a [Skipped],
}

/// An operation that is omitted because of flaws of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The method and the path, or only the path: `GET /pets`.
    pub request: String,
    /// The messages of the findings.
    pub reasons: Vec<String>,
}

/// A type with its facts and names.
#[derive(Clone, Copy)]
pub(super) struct NamedType<'a> {
    pub(super) def: &'a TypeDef,
    pub(super) facts: &'a TypeFacts,
    pub(super) names: &'a TypeNames,
}

/// An operation with its facts and names.
#[derive(Clone, Copy)]
pub(super) struct NamedOperation<'a> {
    pub(super) def: &'a Operation,
    pub(super) facts: &'a OperationFacts,
    pub(super) names: &'a OperationNames,
}

/// A parameter with its facts and its name.
#[derive(Clone, Copy)]
pub(super) struct NamedParameter<'a> {
    pub(super) id: ParameterId,
    pub(super) def: &'a Parameter,
    pub(super) facts: &'a ParameterFacts,
    pub(super) ident: &'a str,
}

/// A tag that has operations.
pub(super) struct NamedTag<'a> {
    pub(super) def: &'a Tag,
    pub(super) names: &'a TagNames,
    pub(super) operations: Vec<NamedOperation<'a>>,
}

impl<'a> Model<'a> {
    pub(super) fn get(&self, id: TypeId) -> NamedType<'a> {
        NamedType {
            def: self.api.types.get(id),
            facts: &self.facts.types[id.index()],
            names: &self.names.types[id.index()],
        }
    }

    /// The types that a signature shows; a client does not need the others.
    pub(super) fn types(&self) -> impl Iterator<Item = NamedType<'a>> {
        let model = *self;
        let types = self.api.types.iter().map(move |def| model.get(def.id));
        types.filter(|ty| ty.facts.in_request || ty.facts.in_response)
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = NamedOperation<'a>> {
        let (facts, names) = (&self.facts.operations, &self.names.operations);
        let operations = self.api.operations.iter().zip(facts).zip(names);
        operations.map(|((def, facts), names)| NamedOperation { def, facts, names })
    }

    /// The tags that have operations, in the order of the document.
    pub(super) fn tags(&self) -> Vec<NamedTag<'a>> {
        let mut groups = vec![Vec::new(); self.api.tags.len()];
        for operation in self.operations() {
            groups[operation.def.tag.index()].push(operation);
        }
        let tags = self.api.tags.iter().zip(&self.names.tags).zip(groups);
        tags.filter(|(_, operations)| !operations.is_empty())
            .map(|((def, names), operations)| NamedTag {
                def,
                names,
                operations,
            })
            .collect()
    }

    /// The names of the tag of an operation.
    pub(super) fn tag(&self, operation: NamedOperation<'_>) -> &'a TagNames {
        &self.names.tags[operation.def.tag.index()]
    }

    /// The shape of a named type, aliases resolved.
    pub(super) fn shape(&self, ty: &TypeRef) -> Option<&'a Shape> {
        match self.api.types.resolve(ty) {
            TypeRef::Named(id) => Some(&self.api.types.get(*id).shape),
            _ => None,
        }
    }

    /// The target of an alias.
    pub(super) fn target(&self, ty: &TypeRef) -> Option<&'a TypeRef> {
        self.api.types.target(ty)
    }
}

impl<'a> NamedType<'a> {
    pub(super) fn ident(&self) -> &'a str {
        &self.names.ident
    }

    pub(super) fn member(&self, index: usize) -> &'a str {
        &self.names.members[index]
    }

    /// The name of the catch-all variant, unless it is `Unknown`.
    pub(super) fn unusual_rest(&self) -> Option<&'a str> {
        Some(&*self.names.rest).filter(|rest| *rest != "Unknown")
    }

    pub(super) fn holding(&self, index: usize) -> Holding {
        self.facts.held.get(index).copied().unwrap_or_default()
    }
}

impl<'a> NamedOperation<'a> {
    /// Whether this is the same operation.
    pub(super) fn is(&self, other: Self) -> bool {
        std::ptr::eq(self.def, other.def)
    }

    /// The media type of the body of a response.
    pub(super) fn media(&self, body: Body) -> &'a MediaType {
        self.def.response(body.response).media_type(body.media)
    }

    pub(super) fn parameter(&self, id: ParameterId) -> NamedParameter<'a> {
        NamedParameter {
            id,
            def: self.def.parameter(id),
            facts: &self.facts.parameters[id.index()],
            ident: &self.names.parameters[id.index()],
        }
    }

    /// The request body with its default media type.
    pub(super) fn body(&self) -> Option<(&'a RequestBody, &'a MediaType)> {
        let body = self.def.request_body.as_ref()?;
        Some((body, body.media_type(self.facts.request?)))
    }

    /// The same if every call has to have a body.
    pub(super) fn required_body(&self) -> Option<(&'a RequestBody, &'a MediaType)> {
        self.body().filter(|(body, _)| body.required)
    }
}
