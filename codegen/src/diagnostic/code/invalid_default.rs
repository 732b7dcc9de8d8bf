use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-default",
    meaning: "A `default` violates its schema. A default of another JSON type is ignored.",
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
        size: { type: string, enum: [small, large], default: huge }
"##,
    finding: (18, "huge"),
    correction: &[("huge", "small")],
};
