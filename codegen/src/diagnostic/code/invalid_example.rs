use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-example",
    meaning: "An example violates its schema. The client is unaffected.",
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
        age: { type: integer, example: young }
"##,
    finding: (18, "young"),
    correction: &[("young", "3")],
};
