use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unsupported-schema",
    meaning: "A schema cannot be expressed by a type. The client falls back to raw JSON, or to the part of the schema \
             that has a type.",
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
        tags: { type: array }
"##,
    finding: (18, "tags"),
    correction: &[(
        "{ type: array }",
        "{ type: array, items: { type: string } }",
    )],
};
