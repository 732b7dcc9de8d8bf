//! Documents with one cause each, which several operations, directions or stages meet: it is reported once.

use codegen::diagnostic::Diagnostic;
use codegen::{Options, generate};

/// The message of the only finding.
fn only(name: &str, document: &str) -> String {
    let findings: Vec<Diagnostic> = generate(document, &Options::default()).diagnostics;
    match &findings[..] {
        [only] => format!("{}: {}", only.code, only.message),
        others => format!("{name} has {} findings: {others:#?}", others.len()),
    }
}

macro_rules! causes {
    ($($name:ident = $start:literal, $document:expr,)+) => {
        $(#[test]
        fn $name() {
            let text = only(stringify!($name), $document);
            assert!(text.starts_with($start), "{text}");
        })+
    };
}

/// Paths beside components.
macro_rules! document {
    ($paths:literal, $components:literal) => {
        concat!(
            "openapi: '3.0.3'\ninfo: { title: Causes, version: '1' }\npaths:",
            $paths,
            "\ncomponents:",
            $components,
            "\n"
        )
    };
}

/// Three operations that send and receive the component `It`.
macro_rules! used {
    ($schemas:literal) => {
        document!(
            "
  /a: { get: { operationId: a, responses: { '200': &response { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/It' } } } } } } }
  /b: { get: { operationId: b, responses: { '200': *response } } }
  /c: { post: { operationId: c, requestBody: *response, responses: { '200': *response } } }",
            $schemas
        )
    };
}

/// Three operations that have the component `it` as a parameter.
macro_rules! shared {
    ($parameter:literal) => {
        document!(
            "
  /a: { get: &get { parameters: [{ $ref: '#/components/parameters/it' }], tags: [a], responses: &done { '204': { description: Done. } }, operationId: a } }
  /b: { get: { <<: *get, operationId: b } }
  /c: { get: { <<: *get, operationId: c } }",
            $parameter
        )
    };
}

causes! {
    a_reference_of_a_schema_that_many_use = "dangling-ref: ",
        used!("
  schemas:
    It: { type: object, properties: { a: { $ref: '#/components/schemas/None' } } }"),
    a_reference_in_an_all_of = "dangling-ref: ",
        used!("
  schemas:
    It: { type: object, required: [id], allOf: [{ $ref: '#/components/schemas/None' }] }"),
    a_reference_to_a_variant = "dangling-ref: ",
        used!("
  schemas:
    It:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/None' }]
      discriminator: { propertyName: kind, mapping: { cat: Cat, none: '#/components/schemas/None' } }
    Cat: { type: object, properties: { kind: { type: string } } }"),
    a_reference_in_a_variant = "dangling-ref: ",
        used!("
  schemas:
    It:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } }
    Cat: { type: object, properties: { kind: { type: string } } }
    Dog: { allOf: [{ $ref: '#/components/schemas/None' }] }"),
    a_reference_to_another_file = "external-ref: ",
        used!("
  schemas:
    It: { type: object, required: [id], allOf: [{ $ref: 'other.yaml#/It' }] }"),
    properties_that_are_no_object = "wrong-type: ",
        used!("
  schemas:
    It: { type: object, required: [id], properties: [id] }"),
    a_schema_without_a_type = "unsupported-schema: ",
        used!("
  schemas:
    It: { type: object, properties: { list: { type: array }, id: { type: string, readOnly: true } } }"),
    a_pattern_that_is_not_checked = "unchecked-pattern: ",
        used!("
  schemas:
    It: { type: object, properties: { a: { type: string, pattern: '^(a)\\1$' }, id: { type: string, readOnly: true } } }"),
    a_name_in_both_directions = "name-collision: ",
        used!("
  schemas:
    It: { type: object, properties: { a-b: { type: string }, a_b: { type: string }, id: { type: string, readOnly: true } } }"),
    an_enum_in_both_directions = "enum-collision: ",
        used!("
  schemas:
    It: { type: object, properties: { a: { type: string, enum: [a-b, a_b] }, id: { type: string, readOnly: true } } }"),
    a_union_in_both_directions = "ambiguous-union: ",
        used!("
  schemas:
    It:
      type: object
      properties:
        a: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
        id: { type: string, readOnly: true }
    Cat: { type: object, properties: { lives: { type: integer, writeOnly: true }, name: { type: string } } }
    Dog: { type: object, properties: { tricks: { type: integer, readOnly: true }, name: { type: string } } }"),
    a_base_that_contradicts_itself = "all-of-conflict: ",
        used!("
  schemas:
    It: { type: object, properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } } }
    A: { allOf: [{ $ref: '#/components/schemas/Base' }] , properties: { a: { type: string } } }
    B: { allOf: [{ $ref: '#/components/schemas/Base' }] , properties: { b: { type: string } } }
    Base:
      allOf:
        - { type: object, properties: { same: { type: string } } }
        - { type: object, properties: { same: { type: integer } } }"),
    a_default_of_the_wrong_length = "invalid-default: ",
        used!("
  schemas:
    It: { type: string, pattern: '^[a-f]{8}$', default: a }"),
    a_media_type_of_a_shared_response = "unsupported-media-type: ",
        document!("
  /a: { get: { operationId: a, responses: { '200': { $ref: '#/components/responses/It' } } } }
  /b: { get: { operationId: b, responses: { '200': { $ref: '#/components/responses/It' } } } }", "
  responses:
    It: { description: Done., content: { application/xml: { schema: { type: object } } } }"),
    a_header_of_a_shared_parameter = "unsupported-parameter: ",
        shared!("
  parameters:
    it: { name: Accept, in: header, schema: { type: string } }"),
    a_name_of_a_shared_parameter = "unsupported-parameter: ",
        shared!("
  parameters:
    it: { name: 'a b', in: header, schema: { type: string } }"),
    a_shared_parameter_with_nested_values = "unsupported-parameter: ",
        shared!("
  parameters:
    it: { name: it, in: query, schema: { type: array, items: { type: array, items: { type: string } } } }"),
    a_shared_parameter_without_a_media_type = "invalid-key: ",
        shared!("
  parameters:
    it: { name: it, in: query, content: { json: { schema: { type: object } } } }"),
    a_parameter_of_the_path_without_a_place = "missing-field: ",
        document!("
  /a/{id}: { get: { operationId: a, parameters: [{ name: id, schema: { type: string } }], responses: { '204': { description: Done. } } } }", "
  schemas: {}"),
    parameters_that_are_no_list = "wrong-type: ",
        document!("
  /a/{id}: { get: { operationId: a, parameters: { id: { type: string } }, responses: { '204': { description: Done. } } } }", "
  schemas: {}"),
    a_parameter_of_the_path_in_another_file = "external-ref: ",
        document!("
  /a/{id}: { get: { operationId: a, parameters: [{ $ref: 'other.yaml#/id' }], responses: { '204': { description: Done. } } } }", "
  schemas: {}"),
    a_path_that_is_malformed = "invalid-path: ",
        document!("
  /a/{id: { get: { operationId: a, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } }", "
  schemas: {}"),
    an_operation_that_is_elsewhere = "dangling-ref: ",
        document!("
  /a/{id}: { get: { $ref: '#/x-none' } }", "
  schemas: {}"),
    an_operation_of_a_later_version = "version: ",
        "openapi: 3.1.0\ninfo: { title: Causes, version: '1' }\npaths: { /a: { query: { operationId: a, responses: { '204': { description: Done. } } } } }\n",
}
