//! Emitters and renderer on a small API that is built by hand.

use codegen::analyze::{Facts, OperationFacts, TypeFacts};
use codegen::diagnostic::Pointer;
use codegen::emit::{Model, emit};
use codegen::ir::{
    Access, AdditionalProperties, Api, Check, Discriminator, Docs, Encoding, Enum, EnumValues,
    EnumVariant, Info, Integer, IntegerBounds, Location, MediaType, Method, NameHint, Operation,
    Parameter, PathSegment, PathTemplate, Pattern, Primitive, Property, RequestBody, Requirement,
    Response, Scalar, SchemeKind, SecurityScheme, Server, Shape, Status, StringFormat, Struct,
    Style, Tag, Tagging, TextRules, TypeDef, TypeId, TypeRef, TypeTable, Union, UnionKind, Variant,
};
use codegen::name::{Names, OperationNames, TagNames, TypeNames};
use codegen::render::render;
use codegen::{FileTree, Options};

const STRING: TypeRef = TypeRef::Primitive(Primitive::String(StringFormat::Plain));

fn docs(text: &str) -> Docs {
    Docs {
        description: Some(text.to_owned()),
        ..Docs::default()
    }
}

fn add(types: &mut TypeTable, name: &str, shape: Shape) -> TypeId {
    types.add(|id| TypeDef {
        id,
        origin: Pointer::root(),
        hint: NameHint::Component(name.to_owned()),
        docs: docs(&format!(
            "A {name} with `code`, see http://example.com/a_b [1]."
        )),
        deprecated: false,
        shape,
    })
}

fn property(name: &str, ty: TypeRef, required: bool) -> Property {
    Property {
        name: name.to_owned(),
        ty,
        required,
        access: Access::ReadWrite,
        default: None,
        secret: name == "password",
        docs: docs("Some property."),
        deprecated: false,
    }
}

fn object(properties: Vec<Property>) -> Shape {
    Shape::Struct(Struct {
        properties,
        additional: AdditionalProperties::Ignored,
    })
}

fn names(ident: &str, module: &str, members: &[&str]) -> TypeNames {
    TypeNames {
        ident: ident.to_owned(),
        module: module.to_owned(),
        members: members.iter().map(|&name| name.to_owned()).collect(),
        rest: "Unknown".to_owned(),
    }
}

fn parameter(name: &str, location: Location, ty: TypeRef) -> Parameter {
    let path = location == Location::Path;
    Parameter {
        name: name.to_owned(),
        location,
        style: if path { Style::Simple } else { Style::Form },
        explode: !path,
        required: path,
        ty,
        default: None,
        docs: docs("Some parameter."),
        deprecated: false,
    }
}

fn types() -> (TypeTable, Vec<TypeNames>) {
    let mut types = TypeTable::default();
    let provider = add(
        &mut types,
        "Provider",
        Shape::Enum(Enum {
            values: EnumValues::Strings(vec![EnumVariant {
                value: "AWS".to_owned(),
                description: None,
            }]),
        }),
    );
    let pattern = Pattern {
        source: "^[ab]{2}$".to_owned(),
        check: Check::Automaton(Box::new(codegen::pattern::compile("^[ab]{2}$").unwrap())),
    };
    let rules = TextRules {
        pattern: Some(pattern),
        ..TextRules::default()
    };
    let id = add(
        &mut types,
        "Id",
        Shape::Scalar(Scalar::Text(rules, StringFormat::Plain)),
    );
    let bounds = IntegerBounds {
        minimum: Some(1),
        maximum: Some(500),
        multiple_of: None,
    };
    let page = add(
        &mut types,
        "Page",
        Shape::Scalar(Scalar::Integer(bounds, Integer::I32)),
    );
    let cat = add(
        &mut types,
        "Cat",
        object(vec![
            property("id", TypeRef::Named(id), true),
            property("name", STRING, true),
            property("password", STRING, false),
            property("tags", TypeRef::Map(Box::new(STRING)), false),
            property("note", TypeRef::Nullable(Box::new(STRING)), false),
            property("page", TypeRef::Named(page), false),
            property("type", TypeRef::Any, false),
        ]),
    );
    add(
        &mut types,
        "Pet",
        Shape::Union(Union {
            kind: UnionKind::OneOf,
            tagging: Tagging::Discriminator(Discriminator {
                property: "provider".to_owned(),
                values: Some(provider),
            }),
            variants: vec![Variant {
                tag: Some("AWS".to_owned()),
                ty: TypeRef::Named(cat),
                docs: Docs::default(),
            }],
        }),
    );
    let names = vec![
        names("Provider", "provider", &["Aws"]),
        names("Id", "id", &[]),
        names("Page", "page", &[]),
        names(
            "Cat",
            "cat",
            &["id", "name", "password", "tags", "note", "page", "r#type"],
        ),
        names("Pet", "pet", &["Aws"]),
    ];
    (types, names)
}

fn media(ty: TypeRef) -> MediaType {
    MediaType {
        range: "application/json".to_owned(),
        encoding: Encoding::Json,
        version: None,
        ty,
    }
}

fn operation(types: &TypeTable) -> Operation {
    let ids: Vec<TypeId> = types.iter().map(|ty| ty.id).collect();
    let pet = || TypeRef::Named(ids[4]);
    let response = |code, content| Response {
        status: Status::Code(code),
        headers: Vec::new(),
        content,
        docs: docs("Says something."),
    };
    Operation {
        id: "createPet".to_owned(),
        origin: Pointer::root(),
        tag: "Pets".to_owned(),
        method: Method::Post,
        path: PathTemplate(vec![
            PathSegment::Literal("/pets/".to_owned()),
            PathSegment::Parameter("id".to_owned()),
            PathSegment::Literal("/".to_owned()),
            PathSegment::Parameter("provider".to_owned()),
        ]),
        parameters: vec![
            parameter("id", Location::Path, TypeRef::Named(ids[1])),
            parameter("provider", Location::Path, TypeRef::Named(ids[0])),
            parameter(
                "pretty",
                Location::Query,
                TypeRef::Primitive(Primitive::Bool),
            ),
        ],
        request_body: Some(RequestBody {
            required: true,
            content: vec![media(pet())],
            docs: docs("The pet."),
        }),
        responses: vec![response(201, vec![media(pet())]), response(404, vec![])],
        security: vec![Requirement(vec!["Key".to_owned()])],
        docs: docs("Creates a pet."),
        deprecated: false,
    }
}

fn api() -> (Api, Facts, Names) {
    let (types, type_names) = types();
    let api = Api {
        info: Info {
            title: "Pet Shop".to_owned(),
            version: "1.0".to_owned(),
            description: None,
            external: None,
        },
        servers: vec![Server {
            url: "https://example.com".to_owned(),
            description: None,
            variables: indexmap::IndexMap::new(),
        }],
        security_schemes: [(
            "Key".to_owned(),
            SecurityScheme {
                kind: SchemeKind::Basic,
                docs: Docs::default(),
            },
        )]
        .into_iter()
        .collect(),
        tags: vec![Tag {
            name: "Pets".to_owned(),
            docs: docs("All about pets."),
        }],
        operations: vec![operation(&types)],
        types,
    };
    let fact = TypeFacts {
        in_request: true,
        in_response: true,
        boxed: Vec::new(),
        defaultable: false,
    };
    let facts = Facts {
        types: vec![fact; api.types.len()],
        operations: vec![OperationFacts {
            tag_parameter: Some(1),
            positional: vec![0],
            optional: vec![2],
            implied: vec![None, Some("AWS".to_owned()), None],
            request: Some(0),
            success: Some((0, Some(0))),
        }],
        error: None,
    };
    let names = Names {
        types: type_names,
        operations: vec![OperationNames {
            method: "create_pet".to_owned(),
            builder: "CreatePet".to_owned(),
            constant: "CREATE_PET".to_owned(),
            parameters: vec!["id".to_owned(), "provider".to_owned(), "pretty".to_owned()],
            body: "body".to_owned(),
        }],
        tags: vec![TagNames {
            ident: "Pets".to_owned(),
            module: "pets".to_owned(),
        }],
    };
    (api, facts, names)
}

fn tree() -> FileTree {
    let (api, facts, names) = api();
    let options = Options::parse("[crate]\nname = \"pet-shop\"").unwrap();
    let model = Model {
        api: &api,
        facts: &facts,
        names: &names,
        options: &options,
    };
    render(emit(&model))
}

#[test]
fn show() {
    for (path, text) in tree() {
        if let Some(out) = std::env::var_os("OUT") {
            let file = std::path::Path::new(&out).join(&path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, &text).unwrap();
        }
        if !path.contains("wire/") && !path.contains("LICENSE") {
            println!("=== {path}\n{text}");
        }
    }
}
