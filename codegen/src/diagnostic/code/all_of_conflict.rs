use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "all-of-conflict",
    meaning: "The members of an `allOf` contradict each other, so no value matches all of them. The client falls back \
             to raw JSON.",
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
      allOf:
        - { type: object, properties: { age: { type: integer } } }
        - { type: object, properties: { age: { type: string } } }
"##,
    finding: (18, "age"),
    correction: &[("age: { type: string }", "name: { type: string }")],
};
