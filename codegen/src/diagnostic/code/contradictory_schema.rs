use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "contradictory-schema",
    meaning: "A schema contradicts itself. The client uses the most likely meaning.",
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
      oneOf:
        - { type: string, enum: [cat] }
        - { type: string, enum: [dog] }
"##,
    finding: (16, "object"),
    correction: &[("type: object\n", "type: string\n")],
};
