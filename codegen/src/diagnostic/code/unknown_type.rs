use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unknown-type",
    meaning: "The `type` of a schema is not defined by OpenAPI. A name that other languages use for one of its types is \
             read as that type; a value of any other type is raw JSON.",
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
      type: object
      properties:
        age: { type: int }
"##,
    finding: (18, "int"),
    correction: &[("type: int }", "type: integer }")],
};
