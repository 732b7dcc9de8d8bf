//! Small APIs for unit tests, and plans of small documents.

use crate::diagnostic::{Pointer, Sink};
use crate::ir::*;
use crate::{Options, Stages};

/// A table that grows by name; every type is a component.
#[derive(Default)]
pub(crate) struct Types(pub(crate) TypeTable);

impl Types {
    /// Adds a component.
    pub(crate) fn add(&mut self, key: &str, shape: Shape) -> TypeId {
        self.hinted(NameHint::Component(key.to_owned()), key, shape)
    }

    /// Adds an inline type.
    pub(crate) fn nested(&mut self, owner: Owner, role: Role, shape: Shape) -> TypeId {
        let hint = NameHint::Nested { owner, role };
        self.hinted(hint, "nested", shape)
    }

    fn hinted(&mut self, hint: NameHint, key: &str, shape: Shape) -> TypeId {
        self.0.add(|id| TypeDef {
            id,
            origin: Pointer::parse("/components/schemas").key(key),
            hint,
            given: None,
            docs: Docs::default(),
            deprecated: false,
            example: None,
            xml: None,
            shape,
        })
    }

    /// Replaces a shape, which is how a test closes a circle.
    pub(crate) fn set(&mut self, id: TypeId, shape: Shape) {
        self.0.get_mut(id).shape = shape;
    }
}

pub(crate) const TEXT: TypeRef = TypeRef::Primitive(Primitive::String(StringFormat::Plain));
pub(crate) const BYTES: TypeRef = TypeRef::Primitive(Primitive::String(StringFormat::Binary));
pub(crate) const BOOL: TypeRef = TypeRef::Primitive(Primitive::Bool);

pub(crate) fn list(item: TypeRef) -> TypeRef {
    TypeRef::List(Box::new(item))
}

pub(crate) fn nullable(inner: TypeRef) -> TypeRef {
    TypeRef::Nullable(Box::new(inner))
}

/// An optional property that everyone may write.
pub(crate) fn property(name: &str, ty: TypeRef) -> Property {
    Property {
        name: name.to_owned(),
        origin: Origin::default(),
        given: None,
        ty,
        required: false,
        constant: None,
        access: Access::ReadWrite,
        default: None,
        docs: Docs::default(),
        deprecated: false,
        xml: None,
    }
}

pub(crate) fn required(name: &str, ty: TypeRef) -> Property {
    Property {
        required: true,
        ..property(name, ty)
    }
}

pub(crate) fn marked(access: Access, property: Property) -> Property {
    Property { access, ..property }
}

pub(crate) fn object(properties: Vec<Property>) -> Shape {
    Shape::Struct(Struct {
        properties,
        constants: Vec::new(),
        additional: AdditionalProperties::Ignored,
    })
}

pub(crate) fn strings(values: &[&str]) -> Shape {
    let values = values.iter().map(|value| EnumVariant {
        value: (*value).to_owned(),
        origin: Origin::default(),
        given: None,
        description: None,
    });
    Shape::Enum(Enum {
        values: EnumValues::Strings(values.collect()),
    })
}

/// A union by `property`, of variants by tag.
pub(crate) fn union(property: &str, values: Option<TypeId>, variants: &[(&str, TypeId)]) -> Shape {
    let variants = variants.iter().map(|(tag, id)| TaggedVariant {
        tag: (*tag).to_owned(),
        nested: Vec::new(),
        is_mapped: false,
        variant: variant(tag, TypeRef::Named(*id)),
    });
    let discriminator = Discriminator {
        property: property.to_owned(),
        values,
    };
    Shape::Union(Union {
        kind: UnionKind::OneOf,
        variants: Variants::Tagged(discriminator, variants.collect()),
    })
}

/// A union without a discriminator.
pub(crate) fn untagged(kind: UnionKind, types: Vec<TypeRef>) -> Shape {
    Shape::Union(Union {
        kind,
        variants: Variants::Untagged(types.into_iter().map(|ty| variant("", ty)).collect()),
    })
}

/// A variant with a label.
pub(crate) fn variant(label: &str, ty: TypeRef) -> Variant {
    Variant {
        ty,
        label: label.to_owned(),
        form: VariantForm::Plain,
        origin: Pointer::default(),
        docs: Docs::default(),
    }
}

/// A `POST` to `path` (placeholders as in OpenAPI) under the tag `Things`.
pub(crate) fn operation(id: &str, path: &str) -> Operation {
    let segments = path.split_inclusive('}').flat_map(|part| {
        let (literal, name) = part.split_once('{').unwrap_or((part, ""));
        let name = name.trim_end_matches('}');
        let parameter = (!name.is_empty()).then(|| PathSegment::Parameter(name.to_owned()));
        [Some(PathSegment::Literal(literal.to_owned())), parameter]
    });
    Operation {
        id: id.to_owned(),
        given: None,
        alternative: None,
        origin: Pointer::parse("/paths").key(path).key("post"),
        tag: TagId::new(0),
        method: Method::Post,
        path: PathTemplate(segments.flatten().collect()),
        parameters: Vec::new(),
        request_body: None,
        responses: Vec::new(),
        servers: Vec::new(),
        security: Vec::new(),
        pages: None,
        work: None,
        docs: Docs::default(),
        deprecated: false,
    }
}

pub(crate) trait Build {
    /// Adds a required parameter.
    fn with(self, location: Location, name: &str, ty: TypeRef) -> Self;
    /// Adds an optional query parameter.
    fn query(self, name: &str, ty: TypeRef) -> Self;
    /// Sets a JSON body.
    fn sends(self, ty: TypeRef) -> Self;
    /// Sets a body of `multipart/form-data`.
    fn uploads(self, ty: TypeRef) -> Self;
    /// Adds a JSON response.
    fn answers(self, status: Status, ty: TypeRef) -> Self;
}

impl Build for Operation {
    fn with(mut self, location: Location, name: &str, ty: TypeRef) -> Self {
        self.parameters.push(Parameter {
            name: name.to_owned(),
            origin: Origin::default(),
            given: None,
            location,
            style: Style::Simple,
            explode: false,
            reserved: Reserved::Encoded,
            required: true,
            ty,
            constant: None,
            default: None,
            docs: Docs::default(),
            deprecated: false,
        });
        self
    }

    fn query(self, name: &str, ty: TypeRef) -> Self {
        let mut operation = self.with(Location::Query, name, ty);
        for parameter in operation.parameters.iter_mut().filter(|p| p.name == name) {
            parameter.required = false;
        }
        operation
    }

    fn sends(mut self, ty: TypeRef) -> Self {
        self.request_body = Some(RequestBody {
            origin: Origin::default(),
            required: true,
            content: vec![media("application/json", Encoding::Json, None, ty)],
            docs: Docs::default(),
        });
        self
    }

    fn uploads(mut self, ty: TypeRef) -> Self {
        self.request_body = Some(RequestBody {
            origin: Origin::default(),
            required: true,
            content: vec![media("multipart/form-data", Encoding::Multipart, None, ty)],
            docs: Docs::default(),
        });
        self
    }

    fn answers(mut self, status: Status, ty: TypeRef) -> Self {
        self.responses.push(Response {
            origin: Origin::default(),
            status,
            headers: Vec::new(),
            content: vec![media("application/json", Encoding::Json, None, ty)],
            docs: Docs::default(),
        });
        self
    }
}

pub(crate) fn media(
    range: &str,
    encoding: Encoding,
    version: Option<ApiVersion>,
    ty: TypeRef,
) -> MediaType {
    MediaType {
        range: MediaRange::new(range),
        encoding,
        version,
        sunset: None,
        ty,
        items: None,
        properties: Vec::new(),
    }
}

pub(crate) fn api(types: Types, operations: Vec<Operation>) -> Api {
    Api {
        info: Info::default(),
        servers: Vec::new(),
        security_schemes: indexmap::IndexMap::default(),
        tags: vec![tag("Things")],
        operations,
        webhooks: Vec::new(),
        types: types.0,
    }
}

/// The plan of a document in text form, or the findings of a code with their help.
pub(crate) fn planned(document: &str, settings: &str, code: &str) -> Result<String, Vec<String>> {
    let options = Options::parse(settings).map_err(|finding| vec![finding.message])?;
    let mut sink = Sink::default();
    let stages = Stages::run(document, &options, &mut sink);
    let findings = sink.into_vec().into_iter();
    let findings = findings.filter(|it| it.code.as_str() == code);
    let findings: Vec<_> = findings
        .map(|it| [it.message, it.help.unwrap_or_default()].join("; "))
        .collect();
    if !findings.is_empty() {
        return Err(findings);
    }
    let plan = stages.map(|stages| stages.plan().to_string());
    Ok(plan.unwrap_or_default())
}

pub(crate) fn tag(name: &str) -> Tag {
    Tag {
        name: name.to_owned(),
        source: TagSource::Declared,
        origin: Pointer::root(),
        given: None,
        docs: Docs::default(),
    }
}
