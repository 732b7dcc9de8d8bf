use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "ref-cycle",
    meaning: "A `$ref` refers to itself without an object or array in between, so no value could match the schema.",
    settings: "",
    overlay: "",
    document: r##"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
components:
  schemas:
    Pet:
      oneOf:
        - { type: string }
        - { $ref: "#/components/schemas/Pet" }
"##,
    finding: (18, r##""#/components/schemas/Pet""##),
    correction: &[(
        r##"- { $ref: "#/components/schemas/Pet" }"##,
        r##"- { type: object, properties: { parent: { $ref: "#/components/schemas/Pet" } } }"##,
    )],
};
